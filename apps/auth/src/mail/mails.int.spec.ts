import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  describeWithProgram,
  DrivenClock,
  MailServer,
  mailHeaders,
  type MailServerOptions,
  mailWords,
  type RunningService,
  startService,
} from '#libs/testing';

import { auth } from '../auth.app.js';
import { AuthConfig, type SmtpServer } from '../config.js';
import { letter } from './letter.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { MailSender } from './mail-sender.service.js';
import { MailsService, type NewMail } from './mails.service.js';

const admin = { id: randomUUID(), roles: ['learner', 'admin'] };
const words = letter({
  subject: 'A subject',
  to: 'Lea',
  paragraphs: ['A paragraph.'],
  link: { label: 'A link', url: 'https://waymark.example/reset/secret-token' },
  after: [],
});

let server: MailServer | null = null;
let running: RunningService;
let clock: DrivenClock;

async function start(smtp: Partial<SmtpServer> | null, options: MailServerOptions = {}): Promise<void> {
  server = smtp === null ? null : await MailServer.start(options);
  const configured: SmtpServer = {
    ...{ host: '127.0.0.1', port: server?.port ?? 0, isTls: false, requiresTls: false, user: null, ca: null },
    ...smtp,
  };
  const config: AuthConfig = {
    publicUrl: 'http://localhost:3000',
    secret: 'a secret of at least forty-three characters for tests',
    admin: null,
    mail: { server: smtp === null ? null : configured, from: { name: 'The "School"', address: 'post@school.example' } },
    upkeepIntervalMs: null,
  };
  clock = new DrivenClock();
  running = await startService(auth, { clock, providers: [{ provide: AuthConfig, useValue: config }] });
}

async function stop(): Promise<void> {
  await running.stop();
  await server?.stop();
}

beforeEach(async () => {
  await running?.dataSource.query('DELETE FROM mail').catch(() => undefined);
  server?.received.splice(0);
  server?.refused.clear();
});

const write = (mail: Partial<NewMail> = {}) =>
  running.dataSource.transaction((manager) =>
    running.service.app.get(MailsService).add(manager, {
      kind: 'password_reset',
      recipient: 'lea@school.example',
      letter: words,
      accountId: null,
      ...mail,
    }),
  );
const send = () => running.service.app.get(MailSender).runOnce();
const as = async ({ id, roles }: { id: string; roles: string[] }) => {
  const { accessToken } = await running.service.app.get(SigningKeysService).sign({ id, roles });
  return { headers: { authorization: `Bearer ${accessToken}` } };
};
const call = async (method: string, path: string) => running.call(method, path, await as(admin));
const list = async (query = '') => (await call('GET', `/mail${query}`)).body;
const figures = async () => (await fetch(`${running.url}/metrics`)).text();

describe('a message', () => {
  beforeAll(() => start({}), 60_000);
  afterAll(stop);

  it('is sent to one recipient, in text and HTML, and then forgets what it said', async () => {
    await write();
    expect(await send()).toBe(1);
    const [received] = server?.received ?? [];
    expect(received).toMatchObject({ from: 'post@school.example', to: ['lea@school.example'] });
    const headers = received ? mailHeaders(received) : [];
    expect(headers).toEqual(
      expect.arrayContaining([
        'To: lea@school.example',
        'Subject: A subject',
        'From: "The \\"School\\"" <post@school.example>',
        'Auto-Submitted: auto-generated',
      ]),
    );
    expect(received ? mailWords(received) : '').toMatch(
      /text\/plain[^]*A link:\r\nhttps[^]*text\/html[^]*<a href="https/,
    );
    const { items } = await list();
    expect(items).toMatchObject([{ state: 'sent', attempts: 1, lastError: null, dueAt: null }]);
    expect(await running.dataSource.query('SELECT body FROM mail')).toEqual([{ body: null }]);
    expect(await send()).toBe(0);
    expect(await figures()).toMatch(/waymark_mails_sent_total\{kind="password_reset",service="auth"\} \d/);
  });

  it('is sealed while it waits', async () => {
    await write();
    const [{ body }] = await running.dataSource.query('SELECT body FROM mail');
    expect(body.toString('latin1')).not.toContain('secret-token');
    const [item] = (await list()).items;
    expect((await call('GET', `/mail/${item.id}`)).body.text).toBeNull();
  });

  it('that its transaction takes back was never written', async () => {
    const mails = running.service.app.get(MailsService);
    const failing = running.dataSource.transaction(async (manager) => {
      const mail = { recipient: 'lea@school.example', letter: words, accountId: null };
      await mails.add(manager, { kind: 'password_reset', ...mail });
      throw new Error('the rest failed');
    });
    await expect(failing).rejects.toThrow('the rest failed');
    expect((await list()).items).toEqual([]);
  });

  it('with a hostile name adds no header and no markup', async () => {
    const hostile = 'Eve"><img src=x>\r\nBcc: all@school.example\r\n\r\n<script>';
    await write({
      letter: letter({
        subject: hostile,
        to: hostile,
        paragraphs: [hostile],
        link: { label: 'l', url: 'https://a.example/' },
        after: [],
      }),
    });
    await send();
    const [received] = server?.received ?? [];
    expect(received?.to).toEqual(['lea@school.example']);
    expect(received ? mailHeaders(received).filter((header) => /^(bcc|cc):/i.test(header)) : null).toEqual([]);
    const [, html = ''] = (received ? mailWords(received) : '').split('text/html');
    expect(html).toContain('Hello Eve&quot;');
    expect(html).not.toMatch(/<(img|script)/);
  });

  it('to several addresses at once is not possible', async () => {
    await write({ recipient: 'lea@school.example, all@school.example' });
    await send();
    expect(server?.received).toEqual([]);
    expect((await list()).items).toMatchObject([{ state: 'failed', lastError: 'This is not one address.' }]);
  });

  it('whose recipient is refused is given up, with what the server said', async () => {
    server?.refused.add('lea@school.example');
    await write();
    await send();
    expect((await list('?state=failed')).items).toMatchObject([
      { state: 'failed', attempts: 1, lastError: expect.stringContaining('no such mail box') },
    ]);
    server?.refused.clear();
    const [{ id }] = (await list()).items;
    expect((await call('POST', `/mail/${id}:retry`)).body).toMatchObject({ state: 'queued' });
    await send();
    expect((await list()).items).toMatchObject([{ state: 'sent' }]);
    expect((await call('POST', `/mail/${id}:retry`)).body.code).toBe('mail_not_retriable');
  });

  it('waits while the server is away, and is sent when it is back', async () => {
    await write();
    const port = server?.port ?? 0;
    await server?.stop();
    await send();
    expect((await list()).items).toMatchObject([{ state: 'queued', attempts: 1, lastError: expect.any(String) }]);
    expect(await send()).toBe(0);
    server = await MailServer.start({ port });
    clock.advance({ seconds: 31 });
    expect(await send()).toBe(1);
    expect((await list()).items).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(server.received).toHaveLength(1);
  });

  it('whose link has ended is not sent any more', async () => {
    await write({ uselessAt: new Date(clock.now().getTime() + 60_000) });
    clock.advance({ minutes: 2 });
    await send();
    expect((await list()).items).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('ended') }]);
    expect(await running.dataSource.query('SELECT body FROM mail')).toEqual([{ body: null }]);
    expect(server?.received).toEqual([]);
  });

  it('is sent once by many senders at once', async () => {
    for (let count = 0; count < 10; count += 1) await write();
    const sent = await Promise.all([send(), send(), send()]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(10);
    expect(server?.received).toHaveLength(10);
  });

  it('is replaced by a newer one about the same thing while it waits', async () => {
    const about = randomUUID();
    await write({ about });
    await write({ about });
    await write({ about: randomUUID() });
    expect((await list()).items).toHaveLength(2);
  });

  it('goes after a month', async () => {
    await write();
    await send();
    clock.advance({ days: 31 });
    await running.service.app.get(MailSender).tidy();
    expect((await list()).items).toEqual([]);
  });

  it('is listed page by page, newest first, to administrators only', async () => {
    for (let count = 0; count < 5; count += 1) {
      clock.advance({ seconds: 1 });
      await write({ recipient: `p${count}@school.example` });
    }
    const first = await list('?limit=3');
    const second = await list(`?limit=3&cursor=${first.next}`);
    expect([...first.items, ...second.items].map((item: { recipient: string }) => item.recipient)).toEqual(
      [4, 3, 2, 1, 0].map((count) => `p${count}@school.example`),
    );
    expect(first.isSending).toBe(true);
    const others = await as({ id: randomUUID(), roles: ['learner', 'instructor', 'author'] });
    expect((await running.call('GET', '/mail', others)).status).toBe(403);
    expect((await call('GET', `/mail/${randomUUID()}`)).status).toBe(404);
  });
});

describe('without a mail server', () => {
  beforeAll(() => start(null), 60_000);
  afterAll(stop);

  it('messages are kept, and administrators read them', async () => {
    await write();
    expect(await send()).toBe(0);
    const { items, isSending } = await list();
    expect(isSending).toBe(false);
    expect(items).toMatchObject([{ state: 'kept', dueAt: null }]);
    const shown = await call('GET', `/mail/${items[0].id}`);
    expect(shown.body.text).toContain('https://waymark.example/reset/secret-token');
    expect((await call('POST', `/mail/${items[0].id}:retry`)).body.code).toBe('mail_not_configured');
  });

  it('a kept message whose link has ended says nothing any more', async () => {
    await write({ uselessAt: new Date(clock.now().getTime() + 60_000) });
    clock.advance({ minutes: 2 });
    await running.service.app.get(MailSender).tidy();
    const [{ id }] = (await list()).items;
    expect((await call('GET', `/mail/${id}`)).body).toMatchObject({ state: 'kept', text: null });
  });
});

describeWithProgram('over TLS', 'openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-mail-'));
  const certificate = (host: string) => {
    const [key, cert] = [join(folder, `${host}.key`), join(folder, `${host}.pem`)];
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`],
        ...['-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  };
  const right = certificate('localhost');
  const wrong = certificate('elsewhere.example');
  afterEach(stop);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['is sent to a server whose certificate is good', right, right.cert, 'sent', /^null$/],
    ['waits before a server whose certificate nobody signed', right, null, 'queued', /self-signed/],
    ['waits before a server with the certificate of another', wrong, wrong.cert, 'queued', /localhost|altnames/i],
  ])('a message %s', async (_what, tls, ca, state, error) => {
    await start({ host: 'localhost', requiresTls: true, ca }, { tls });
    await write();
    await send();
    const [item] = (await list()).items;
    expect(item.state).toBe(state);
    expect(String(item.lastError)).toMatch(error);
    expect(server?.received.map(({ isEncrypted }) => isEncrypted)).toEqual(state === 'sent' ? [true] : []);
  });

  it('nothing is sent in clear where TLS is asked for', async () => {
    await start({ requiresTls: true });
    await write();
    await send();
    expect((await list()).items).toMatchObject([{ state: 'queued' }]);
    expect(server?.received).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialStatusChanged } from '#libs/contracts';
import { DrivenClock, MailServer, mailHeaders, type RunningService } from '#libs/testing';

import { callWith, config, password, startAuth } from '../../test-support.js';
import { MailSender } from '../mail/mail-sender.service.js';
import { RemindersService } from './reminders.service.js';

let server: MailServer;
let running: RunningService;
const clock = new DrivenClock();

beforeAll(async () => {
  server = await MailServer.start();
  const smtp = { host: '127.0.0.1', port: server.port, isTls: false, requiresTls: false, user: null, ca: null };
  running = await startAuth(clock, { config: { mail: { ...config.mail, server: smtp } } });
});
afterAll(async () => {
  await running?.stop();
  await server?.stop();
});

async function join(): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@school.example`;
  const { body } = await callWith(running, {
    method: 'POST',
    path: '/accounts',
    body: { email, password, displayName: 'Kim' },
  });
  return { id: String(body.id), email };
}

/** What became of a badge of somebody, and the headers of the mail about it; none where there is no mail. */
async function news(learnerId: string, email: string): Promise<string[]> {
  const data = CredentialStatusChanged.schema.parse({
    ...{ credentialId: randomUUID(), version: 2, learnerId, achievementId: `section:${randomUUID()}` },
    ...{ title: 'SQL', status: 'suspended', reason: 'Looked at again', changedAt: clock.now().toISOString() },
  });
  const { type, topic } = CredentialStatusChanged;
  const envelope = { id: randomUUID(), type, topic, source: 'test', time: clock.now().toISOString(), key: learnerId };
  await running.dataSource.transaction((manager) =>
    running.service.app.get(RemindersService).tell(manager, { ...envelope, data }),
  );
  server.received.splice(0);
  await running.service.app.get(MailSender).runOnce();
  return server.received
    .filter(({ to }) => to.includes(email))
    .map((mail) => mailHeaders(mail))
    .filter((headers) => headers.some((header) => header.includes('SQL')))
    .flat();
}

const stopping = (headers: readonly string[]): string =>
  /^List-Unsubscribe: <http:\/\/localhost:3000(\/.+)>$/m.exec(headers.join('\n'))?.[1] ?? '';

const send = (method: string, path: string, init: RequestInit = {}) =>
  fetch(new URL(path, running.url), { method, redirect: 'manual', ...init });

describe('news about badges', () => {
  it('are stopped by the mail program of whoever has enough of them, signed in nowhere', async () => {
    const { id, email } = await join();
    const headers = await news(id, email);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const path = stopping(headers);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const _ of [1, 2]) {
      const answer = await send('POST', path, { body: 'List-Unsubscribe=One-Click', headers: form });
      expect([answer.status, await answer.text()]).toEqual([204, '']);
    }
    expect(await news(id, email)).toEqual([]);
  });

  it('are stopped by the other kind of form, and by none at all', async () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    for (const init of [{ body }, {}]) {
      const { id, email } = await join();
      expect((await send('POST', stopping(await news(id, email)), init)).status).toBe(204);
      expect(await news(id, email)).toEqual([]);
    }
  });

  it('are not stopped by looking at the address, which leads to the switch', async () => {
    const { id, email } = await join();
    const looked = await send('GET', stopping(await news(id, email)));
    expect([looked.status, looked.headers.get('location')]).toEqual([303, '/me']);
    expect(await news(id, email)).not.toEqual([]);
  });

  it('of one are not stopped by the address of another, nor by a large form', async () => {
    const [kim, lea] = [await join(), await join()];
    const path = stopping(await news(kim.id, kim.email));
    const forged = await send('POST', path.replace(kim.id, lea.id));
    expect(forged.status).toBe(404);
    expect(await forged.json()).toMatchObject({ code: 'not_found' });
    const large = { body: new URLSearchParams({ a: 'x'.repeat(10_000) }) };
    expect((await send('POST', path, large)).status).toBe(413);
    for (const { id, email } of [kim, lea]) expect(await news(id, email)).not.toEqual([]);
  });

  it('alone can be stopped: what an account needs is sent to everybody', async () => {
    server.received.splice(0);
    const { email } = await join();
    await running.service.app.get(MailSender).runOnce();
    const [verification] = server.received.filter(({ to }) => to.includes(email));
    expect(verification ? stopping(mailHeaders(verification)) : null).toBe('');
  });
});

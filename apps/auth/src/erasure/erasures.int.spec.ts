import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UserErased } from '#libs/contracts';
import { type BrokerMessage, InProcessBroker } from '#libs/messaging';
import { DrivenClock, eventually, type RunningService } from '#libs/testing';

import { callWith, config, password, startAuth } from '../../test-support.js';
import { auth } from '../auth.app.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import { PasswordResetsService } from '../links/password-resets.service.js';
import { ErasuresService } from './erasures.service.js';

let running: RunningService;
let clock: DrivenClock;
/** What left over the broker. */
const published: BrokerMessage[] = [];

class HeardBroker extends InProcessBroker {
  override async publish(messages: readonly BrokerMessage[]): Promise<void> {
    published.push(...messages);
    await super.publish(messages);
  }
}

beforeAll(async () => {
  clock = new DrivenClock(new Date());
  running = await startAuth(clock, {
    announcesAs: 'auth',
    brokerOf: (log) => new HeardBroker(auth.groups, log),
  });
}, 60_000);
afterAll(() => running.stop());

const call = (method: string, path: string, body?: unknown, token?: string) =>
  callWith(running, { method, path, body, token });

async function person(name: string, displayName = name) {
  const email = `${name}@school.example`;
  const { id } = (await call('POST', '/accounts', { email, displayName, password })).body;
  const session = await call('POST', '/sessions', { email, password });
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { id: String(id), email, token: String(session.body.accessToken), cookie };
}

/** Everything of the database as text, binary columns as they are read by people too. */
async function everything(): Promise<string> {
  const tables = await running.dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const contents = await Promise.all(
    tables.map(({ name }: { name: string }) => running.dataSource.query(`SELECT * FROM "${name}"`)),
  );
  expect(tables.length).toBeGreaterThan(12);
  return JSON.stringify(contents, (_key, value: unknown) =>
    Buffer.isBuffer(Object(value)) || Object(value).type === 'Buffer'
      ? Buffer.from(Object(value).data ?? value).toString('latin1')
      : value,
  ).toLowerCase();
}

const invitation = (email: string, by: { id: string; name: string }) => ({
  ...{ invitationId: randomUUID(), version: 1, cohortId: randomUUID(), cohortName: 'Spring', courseTitle: 'Python' },
  ...{ email, invitedBy: by.id, invitedByName: by.name },
  expiresAt: new Date(clock.now().getTime() + 86_400_000).toISOString(),
});
const invite = (email: string, by: { id: string; name: string }) =>
  running.dataSource.transaction((manager) =>
    running.service.app.get(InvitationsService).invite(manager, invitation(email, by)),
  );

describe('who leaves', () => {
  it('proves it by the password, and says what shall become of the badges', async () => {
    const { token } = await person('prover');
    const wrong = await call('POST', '/me:erase', { password: 'not the right words', credentials: 'keep' }, token);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'password_wrong' } });
    expect((await call('POST', '/me:erase', { password }, token)).body.code).toBe('request_invalid');
    expect((await call('GET', '/me', undefined, token)).status).toBe(200);
  });

  it('leaves no name, no address and no trace of where they came from in any table or event that is kept', async () => {
    const canary = `zanzibar${randomUUID().slice(0, 8)}`;
    const { id, email, token, cookie } = await person(canary, `Quokka ${canary}`);
    const other = await person('invited-by-canary');
    await invite(email, { id: randomUUID(), name: 'Ines' });
    await invite(other.email, { id, name: `Quokka ${canary}` });
    await call('POST', '/password-resets', { email });
    await running.service.app.get(PasswordResetsService).runOnce();
    await call('POST', '/password-resets', { email });
    await call('POST', '/sessions', { email, password: 'not the right words' });
    await running.dataSource.query(
      `INSERT INTO parked_message (consumer_group, event_id, topic, type, key, headers, value, reason, detail)
       VALUES ('auth.invitations', 'x', 'quiz.cohorts', 'LearnerInvited.v1', 'k', '{}', convert_to($1, 'UTF8'), 'bad_shape', '')`,
      [JSON.stringify({ email: email.toUpperCase() })],
    );
    expect(await everything()).toContain(canary);

    expect((await call('POST', '/me:erase', { password, credentials: 'revoke' }, token)).status).toBe(204);

    const kept = await everything();
    expect(kept).not.toContain(canary);
    const audit = await running.dataSource.query('SELECT 1 FROM sign_in_audit WHERE account_id = $1', [id]);
    expect(audit).toEqual([]);
    const events = await running.dataSource.query('SELECT type, data FROM outbox WHERE key = $1', [id]);
    expect(events).toEqual([
      { type: 'UserErased.v1', data: expect.objectContaining({ userId: id, version: 2, credentials: 'revoke' }) },
    ]);
    await running.service.app.get(ErasuresService).buryOld();
    expect((await call('POST', '/sessions', { email, password })).body.code).toBe('sign_in_refused');
    expect((await running.call('POST', '/sessions/refresh', { headers: { cookie } })).status).toBe(401);
    expect((await call('GET', '/me', undefined, token)).status).toBe(404);
    expect(await auth.standings(running.dataSource)()).toEqual(
      expect.arrayContaining([expect.objectContaining({ userId: id })]),
    );
  }, 30_000);

  it('is forgotten by the topic too, a week later, by a tombstone behind the event', async () => {
    const { id, token } = await person('tomb');
    await call('POST', '/me:erase', { password, credentials: 'keep' }, token);
    const erasures = running.service.app.get(ErasuresService);
    clock.advance({ days: 6 });
    await erasures.buryOld();
    const of = () => published.filter(({ key }) => key === id);
    await eventually(() => of().some(({ headers }) => headers['ce_type'] === UserErased.type));
    expect(of().every(({ value }) => value !== null)).toBe(true);
    clock.advance({ days: 2 });
    expect(await erasures.buryOld()).toBeGreaterThan(0);
    await eventually(() => of().at(-1)?.value === null);
    expect(of().at(-1)).toMatchObject({ topic: 'auth.users', key: id, value: null });
    expect(await erasures.buryOld()).toBe(0);
  });

  it('is not the last administrator', async () => {
    const session = await call('POST', '/sessions', config.admin ?? {});
    const erase = { password: config.admin?.password, credentials: 'keep' };
    const refused = await call('POST', '/me:erase', erase, session.body.accessToken);
    expect(refused).toMatchObject({ status: 409, body: { code: 'last_administrator' } });
  });

  it('is not both of two administrators who leave at once', async () => {
    const { id, email } = await person('deputy');
    const first = (await call('POST', '/sessions', config.admin ?? {})).body.accessToken;
    await call('PUT', `/accounts/${id}/roles`, { roles: ['learner', 'admin'] }, first);
    const second = (await call('POST', '/sessions', { email, password })).body.accessToken;
    const statuses = await Promise.all([
      call('POST', '/me:erase', { password: config.admin?.password, credentials: 'keep' }, first),
      call('POST', '/me:erase', { password, credentials: 'keep' }, second),
    ]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('may come back with the same address, as somebody new', async () => {
    const { id, email, token } = await person('phoenix');
    await call('POST', '/me:erase', { password, credentials: 'keep' }, token);
    expect((await person('phoenix')).id).not.toBe(id);
    expect((await call('POST', '/sessions', { email, password })).status).toBe(200);
  });
});

describe('the file of my data', () => {
  it('holds the account, sign-ins, messages and invitations, and no secret', async () => {
    const { email, token, cookie } = await person('reader');
    await invite(email, { id: randomUUID(), name: 'Ines' });
    const answer = await call('GET', '/me/export', undefined, token);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="waymark-account.json"');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.body).toMatchObject({
      account: { email, displayName: 'reader', emailVerifiedAt: null },
      sessions: [{ revokedAt: null }],
      signIns: [{ outcome: 'signed_in' }],
      invitations: [{ cohortName: 'Spring', invitedByName: 'Ines' }],
    });
    expect(answer.body.mails.map((mail: { kind: string }) => mail.kind).sort()).toEqual([
      'email_verification',
      'invitation',
    ]);
    const text = JSON.stringify(answer.body);
    expect(text).not.toMatch(/password_?hash|[0-9a-f]{64}/i);
    expect(text).not.toContain(cookie.split('=')[1]);
  });

  it('is only for oneself', async () => {
    expect((await call('GET', '/me/export')).status).toBe(401);
    expect((await call('POST', '/me:erase', { password, credentials: 'keep' })).status).toBe(401);
  });
});

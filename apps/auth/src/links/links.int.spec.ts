import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock, type RunningService } from '#libs/testing';

import { callWith, config, password, startAuth } from '../../test-support.js';
import { MailsService } from '../mail/mails.service.js';
import { findMail } from '../mail/mails.queries.js';
import { PasswordResetsService } from './password-resets.service.js';

const another = 'snow on a tin roof tomorrow';
const unknownToken = 'ab'.repeat(32);

let running: RunningService;
let clock: DrivenClock;

beforeAll(async () => {
  clock = new DrivenClock();
  running = await startAuth(clock);
}, 60_000);
afterAll(() => running.stop());

const call = (method: string, path: string, body?: unknown, token?: string) =>
  callWith(running, { method, path, body, token });
const register = async (name: string) => {
  const email = `${name}@school.example`;
  return (await call('POST', '/accounts', { email, displayName: name, password })).body;
};
const signIn = (email: string, given = password) => call('POST', '/sessions', { email, password: given });
const reset = (token: string, given = another) => call('PUT', `/password-resets/${token}`, { password: given });
const answerResets = () => running.service.app.get(PasswordResetsService).runOnce();

/** The token in the newest message of a kind to an address. */
async function mailedToken(kind: string, recipient: string): Promise<string> {
  const [newest] = await running.dataSource.query(
    'SELECT id FROM mail WHERE kind = $1 AND recipient = $2 ORDER BY created_at DESC LIMIT 1',
    [kind, recipient],
  );
  const [mail] = await findMail(running.dataSource, newest.id);
  const words = mail ? running.service.app.get(MailsService).read(mail) : null;
  return /\/([0-9a-f]{64})\n/.exec(words?.text ?? '')?.[1] ?? 'no token';
}
async function askReset(email: string): Promise<string> {
  clock.advance({ hours: 3 });
  expect((await call('POST', '/password-resets', { email })).status).toBe(202);
  await answerResets();
  return mailedToken('password_reset', email);
}
const announced = async (id: string) =>
  (await running.dataSource.query('SELECT data FROM outbox WHERE key = $1 ORDER BY id', [id])).map(
    (row: { data: { isEmailVerified: boolean } }) => row.data.isEmailVerified,
  );

describe('the address of an account', () => {
  it('is confirmed by the link that was mailed, once, and that is announced', async () => {
    const { id, email, isEmailVerified } = await register('vera');
    expect(isEmailVerified).toBe(false);
    const token = await mailedToken('email_verification', email);
    const stored = JSON.stringify(await running.dataSource.query('SELECT hash FROM account_link'));
    expect(stored).not.toContain(token);
    expect((await call('POST', '/email-verifications', { token })).status).toBe(204);
    expect((await call('POST', '/email-verifications', { token })).body.code).toBe('link_dead');
    expect(await announced(id)).toEqual([false, true]);
    const { accessToken } = (await signIn(email)).body;
    expect((await call('GET', '/me', undefined, accessToken)).body.isEmailVerified).toBe(true);
    const again = await call('POST', '/me/email-verification', undefined, accessToken);
    expect(again.body.code).toBe('email_verified_already');
  });

  it('is confirmed only by the newest link, and only for half an hour', async () => {
    const { email } = await register('victor');
    const first = await mailedToken('email_verification', email);
    const { accessToken } = (await signIn(email)).body;
    clock.advance({ seconds: 1 });
    expect((await call('POST', '/me/email-verification', undefined, accessToken)).status).toBe(202);
    const second = await mailedToken('email_verification', email);
    expect(second).not.toBe(first);
    expect((await call('POST', '/email-verifications', { token: first })).status).toBe(404);
    clock.advance({ minutes: 30 });
    expect((await call('POST', '/email-verifications', { token: second })).status).toBe(404);
  });

  it('is vouched for by administrators, who cannot do so for themselves', async () => {
    const person = await register('vincent');
    const { accessToken, account } = (await signIn('admin@school.example', config.admin?.password)).body;
    expect(account.isEmailVerified).toBe(true);
    const vouched = await call('PUT', `/accounts/${person.id}/email-verification`, undefined, accessToken);
    expect(vouched.body.isEmailVerified).toBe(true);
    const [row] = await running.dataSource.query('SELECT email_verified_by FROM account WHERE id = $1', [person.id]);
    expect(row.email_verified_by).toBe(account.id);
    const own = await call('PUT', `/accounts/${account.id}/email-verification`, undefined, accessToken);
    expect(own.body.code).toBe('own_rights_untouchable');
    const { accessToken: learners } = (await signIn(person.email)).body;
    expect((await call('PUT', `/accounts/${person.id}/email-verification`, undefined, learners)).status).toBe(403);
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link in the mail, which ends every session and says so', async () => {
    const { email } = await register('frida');
    const before = await signIn(email);
    const token = await askReset(email);
    expect((await reset(token, 'too short')).body.code).toBe('password_unsuitable');
    expect((await reset(token)).status).toBe(204);
    expect((await reset(token)).body.code).toBe('link_dead');
    expect((await signIn(email)).status).toBe(401);
    const after = await signIn(email, another);
    expect(after.body.account.isEmailVerified).toBe(true);
    const cookie = (before.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await running.call('POST', '/sessions/refresh', { headers: { cookie } })).status).toBe(401);
    const kinds = await running.dataSource.query('SELECT kind FROM mail WHERE recipient = $1', [email]);
    expect(kinds.map((row: { kind: string }) => row.kind)).toContain('password_changed');
  }, 30_000);

  it('is asked for alike whether or not the address is known', async () => {
    const { email } = await register('fred');
    clock.advance({ hours: 3 });
    const answers = [];
    for (const one of [email, 'nobody@school.example'])
      answers.push(await call('POST', '/password-resets', { email: one }));
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual([
      { status: 202, body: '' },
      { status: 202, body: '' },
    ]);
    expect(await answerResets()).toBe(2);
    const mailed = await running.dataSource.query(`SELECT recipient FROM mail WHERE kind = 'password_reset'`);
    expect(mailed.map((row: { recipient: string }) => row.recipient)).not.toContain('nobody@school.example');
  });

  it('gives one of twenty who use the link at once the account', async () => {
    const { email } = await register('fiona');
    const token = await askReset(email);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => reset(token, `the password of contender ${at}`)),
    );
    const winners = answers.filter((answer) => answer.status === 204);
    expect(winners).toHaveLength(1);
    // The others lost the race, or were told that too many passwords are being hashed.
    expect(answers.every(({ status }) => [204, 404, 429].includes(status))).toBe(true);
  }, 60_000);

  it('is not reset by an older link, an ended one, or for a suspended account', async () => {
    const { id, email } = await register('felix');
    const older = await askReset(email);
    const newer = await askReset(email);
    expect((await reset(older)).status).toBe(404);
    clock.advance({ minutes: 30 });
    expect((await reset(newer)).status).toBe(404);
    const living = await askReset(email);
    const { accessToken } = (await signIn('admin@school.example', config.admin?.password)).body;
    await call('PUT', `/accounts/${id}/status`, { status: 'suspended' }, accessToken);
    expect((await reset(living)).status).toBe(404);
    expect(await askReset(email)).toBe(living);
  });

  it('is answered alike for links that never were, and not without end', async () => {
    clock.advance({ days: 1 });
    const statuses: number[] = [];
    for (let count = 0; count < 34; count += 1) statuses.push((await reset(unknownToken)).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404));
    expect(statuses.at(-1)).toBe(429);
  });

  it('is asked for by an address a few times, then only now and then', async () => {
    clock.advance({ days: 1 });
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1)
      statuses.push((await call('POST', '/password-resets', { email: 'flood@school.example' })).status);
    expect(statuses.slice(0, 3)).toEqual([202, 202, 202]);
    expect(statuses.at(-1)).toBe(429);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock, type RunningService } from '#libs/testing';

import { password, startAuth } from '../test-support.js';

let running: RunningService;
let clock: DrivenClock;
let people = 0;

beforeAll(async () => {
  clock = new DrivenClock();
  running = await startAuth(clock);
});
afterAll(() => running.stop());

const call = (method: string, path: string, sent?: Parameters<RunningService['call']>[2]) =>
  running.call(method, path, sent);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const cookieOf = (answer: { headers: Headers }) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function register(): Promise<{ id: string; email: string }> {
  people += 1;
  const answer = await call('POST', '/accounts', {
    body: { email: `person${people}@school.example`, displayName: `Person ${people}`, password },
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function signIn(email: string, given = password) {
  const answer = await call('POST', '/sessions', { body: { email, password: given } });
  return { answer, token: String(answer.body.accessToken), cookie: cookieOf(answer) };
}

const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  call('POST', '/sessions/refresh', { headers: { cookie, ...headers } });
const outbox = () =>
  running.dataSource.query('SELECT topic, type, key, data FROM outbox ORDER BY id') as Promise<
    { key: string; data: { version: number; roles: string[]; status: string } }[]
  >;

describe('accounts', () => {
  it('are registered as learners and announced without any secret', async () => {
    const account = await register();
    expect(account).toMatchObject({ roles: ['learner'], status: 'active' });
    const [event] = (await outbox()).filter((row) => row.key === account.id);
    expect(event?.data).toMatchObject({ version: 1, roles: ['learner'], status: 'active' });
    expect(JSON.stringify(event)).not.toMatch(/hash|password/i);
  });

  it('are one per address, whatever its case, also when asked for at once', async () => {
    const body = { email: 'Twice@School.example', displayName: 'Twice', password };
    const answers = await Promise.all(
      [body, { ...body, email: 'twice@school.example' }].map((one) => call('POST', '/accounts', { body: one })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it.each<[string, object, string]>([
    ['a short password', { password: 'fourteen chars' }, 'password_unsuitable'],
    ['a pattern', { password: 'passwordpassword' }, 'password_unsuitable'],
    [
      'the own address',
      { email: 'longenoughname@school.example', password: 'longenoughname@school.example' },
      'password_unsuitable',
    ],
    ['no address', { email: 'nobody' }, 'request_invalid'],
    ['a role from the client', { roles: ['admin'] }, 'request_invalid'],
    ['a name that turns text around', { displayName: 'evil\u202Egnp.exe' }, 'request_invalid'],
    ['a number as name', { displayName: 7 }, 'request_invalid'],
  ])('are refused with %s', async (_what, change, code) => {
    const answer = await call('POST', '/accounts', {
      body: { email: 'new@school.example', displayName: 'New', password, ...change },
    });
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('keep every character of a long password', async () => {
    const { email } = await register();
    const long = 'x1 '.repeat(24) + 'the end matters';
    const { token } = await signIn(email);
    expect(
      (
        await call('PUT', '/me/password', {
          headers: bearer(token),
          body: { currentPassword: password, newPassword: long },
        })
      ).status,
    ).toBe(204);
    clock.advance({ seconds: 1 });
    expect((await signIn(email, `${long.slice(0, 72)}another end`)).answer.status).toBe(401);
    expect((await signIn(email, long)).answer.status).toBe(200);
  });
});

describe('signing in', () => {
  it('answers an unknown address as it answers a wrong password', async () => {
    const { email } = await register();
    const wrong = await call('POST', '/sessions', { body: { email, password: 'not the right words' } });
    const unknown = await call('POST', '/sessions', {
      body: { email: 'ghost@school.example', password: 'not the right words' },
    });
    const { traceId: _a, ...wrongBody } = wrong.body;
    const { traceId: _b, ...unknownBody } = unknown.body;
    expect(wrong.status).toBe(401);
    expect(unknownBody).toEqual(wrongBody);
    const unwritable = await call('POST', '/sessions', { body: { email: 'a\0b', password: 'not the right words' } });
    expect(unwritable.status).toBe(400);
  });

  it('slows guesses down and lets the owner in when the wait is over', async () => {
    const { email } = await register();
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess += 1)
      statuses.push((await signIn(email, `wrong guess number ${guess}`)).answer.status);
    expect(statuses.slice(0, 6)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(statuses[6]).toBe(429);
    const { answer } = await signIn(email);
    expect(answer).toMatchObject({ status: 429, body: { code: 'sign_in_throttled' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    clock.advance({ seconds: Number(answer.headers.get('retry-after')) + 1 });
    expect((await signIn(email)).answer.status).toBe(200);
  });

  it('keeps parallel guesses from slipping past the counter', async () => {
    const { email } = await register();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => signIn(email, `parallel guess number ${index}`)),
    );
    expect(guesses.filter(({ answer }) => answer.status === 401).length).toBeLessThanOrEqual(6);
  });

  it('gives a token that says who it is, and a cookie no script can read', async () => {
    const { email, id } = await register();
    const { answer, token } = await signIn(email);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^waymark_refresh=[\w-]{43}; Path=\/api\/auth\/v1\/sessions; HttpOnly; SameSite=Strict; Expires=/,
    );
    expect(JSON.stringify(answer.body)).not.toContain(cookieOf(answer).split('=')[1]);
    expect((await call('GET', '/me', { headers: bearer(token) })).body).toMatchObject({ id, email });
  });
});

describe('refresh tokens', () => {
  it('are replaced at each use', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    const answer = await refresh(cookie);
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).not.toBe(cookie);
    expect((await refresh(cookieOf(answer))).status).toBe(200);
  });

  it('give one successor to fifty requests at once', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(cookie)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map(cookieOf)).size).toBe(1);
  });

  it('end the whole family when one is shown again after the window', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    const successor = cookieOf(await refresh(cookie));
    clock.advance({ seconds: 11 });
    expect(await refresh(cookie)).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect((await refresh(successor)).status).toBe(401);
  });

  it('end the whole family when another client shows a used one', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    const successor = cookieOf(await refresh(cookie));
    expect((await refresh(cookie, { 'user-agent': 'somebody else' })).status).toBe(401);
    expect((await refresh(successor)).status).toBe(401);
  });

  it('are worth nothing after sign-out', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    expect((await call('DELETE', '/sessions/current', { headers: { cookie } })).status).toBe(204);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('are not for pages of other sites', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    expect((await refresh(cookie, { 'sec-fetch-site': 'cross-site' })).body.code).toBe('cross_site_refused');
    expect((await refresh(cookie, { origin: 'https://evil.example' })).body.code).toBe('cross_site_refused');
    expect((await refresh(cookie, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('end after two weeks without use', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    clock.advance({ days: 14, seconds: 1 });
    expect((await refresh(cookie)).status).toBe(401);
  });
});

describe('sessions', () => {
  it('end everywhere at once, and with them the access tokens', async () => {
    const { email } = await register();
    const first = await signIn(email);
    const second = await signIn(email);
    clock.advance({ seconds: 2 });
    expect((await call('DELETE', '/sessions', { headers: bearer(first.token) })).status).toBe(204);
    expect((await refresh(second.cookie)).status).toBe(401);
  });

  it('are listed to their owner, the present one marked', async () => {
    const { email } = await register();
    await signIn(email);
    const { token, cookie } = await signIn(email);
    const { body } = await call('GET', '/sessions', { headers: { ...bearer(token), cookie } });
    expect(body.items.map((session: { isCurrent: boolean }) => session.isCurrent).sort()).toEqual([false, true]);
  });

  it('are at most twenty; the oldest ends', async () => {
    const { email } = await register();
    const { cookie } = await signIn(email);
    for (let index = 0; index < 20; index += 1) {
      clock.advance({ seconds: 1 });
      await signIn(email);
    }
    expect((await refresh(cookie)).status).toBe(401);
  }, 60_000);
});

describe('the administrator', () => {
  it('exists from the start and keeps its password', async () => {
    expect((await signIn('admin@school.example', 'keeper of all the keys')).answer.body.account.roles).toEqual(
      ['admin', 'learner'].sort().reverse(),
    );
  });

  it('grants roles, which is announced with a new version', async () => {
    const { id } = await register();
    const { token } = await signIn('admin@school.example', 'keeper of all the keys');
    expect(
      (await call('PUT', `/accounts/${id}/roles`, { headers: bearer(token), body: { roles: ['learner', 'author'] } }))
        .body.roles,
    ).toEqual(['author', 'learner']);
    expect((await outbox()).filter((row) => row.key === id).map((row) => row.data.version)).toEqual([1, 2]);
  });

  it('suspends an account, which ends its sessions', async () => {
    const person = await register();
    const { cookie } = await signIn(person.email);
    const { token } = await signIn('admin@school.example', 'keeper of all the keys');
    expect(
      (await call('PUT', `/accounts/${person.id}/status`, { headers: bearer(token), body: { status: 'suspended' } }))
        .body.status,
    ).toBe('suspended');
    expect((await refresh(cookie)).status).toBe(401);
    expect((await signIn(person.email)).answer.status).toBe(401);
  });

  it('cannot take its own rights away', async () => {
    const { answer, token } = await signIn('admin@school.example', 'keeper of all the keys');
    const own = await call('PUT', `/accounts/${answer.body.account.id}/roles`, {
      headers: bearer(token),
      body: { roles: ['learner'] },
    });
    expect(own).toMatchObject({ status: 409, body: { code: 'own_rights_untouchable' } });
  });

  it('finds people page by page', async () => {
    const { token } = await signIn('admin@school.example', 'keeper of all the keys');
    const first = await call('GET', '/accounts?limit=2&search=person', { headers: bearer(token) });
    const second = await call('GET', `/accounts?limit=2&search=person&cursor=${first.body.next}`, {
      headers: bearer(token),
    });
    expect(first.body.items).toHaveLength(2);
    expect(second.body.items[0].email > first.body.items[1].email).toBe(true);
    expect((await call('GET', '/accounts?cursor=abc', { headers: bearer(token) })).body.code).toBe('cursor_foreign');
    expect((await call('GET', '/accounts?search=%00', { headers: bearer(token) })).body.code).toBe('request_invalid');
  });

  it('is nobody else', async () => {
    const { email } = await register();
    const { token } = await signIn(email);
    expect(await call('GET', '/accounts', { headers: bearer(token) })).toMatchObject({
      status: 403,
      body: { code: 'not_allowed' },
    });
    expect((await call('GET', '/accounts')).body.code).toBe('token_missing');
  });
});

describe('signing keys', () => {
  it('are public without their private part, and rotate without refusing a good token', async () => {
    const { email } = await register();
    const before = await signIn(email);
    const { token } = await signIn('admin@school.example', 'keeper of all the keys');
    const rotated = await call('POST', '/signing-keys', { headers: bearer(token) });
    expect(rotated.status).toBe(201);
    const published: { keys: object[] } = JSON.parse(
      await fetch(`${running.url}/.well-known/jwks.json`).then((answer) => answer.text()),
    );
    expect(published.keys).toHaveLength(2);
    for (const key of published.keys)
      expect(Object.keys(key).filter((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi'].includes(name))).toEqual([]);
    expect(kidOf((await signIn(email)).token)).toBe(kidOf(before.token));
    clock.advance({ minutes: 3 });
    const after = await signIn(email);
    expect(kidOf(after.token)).toBe(rotated.body.kid);
  });
});

function kidOf(token: string): string {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;
}

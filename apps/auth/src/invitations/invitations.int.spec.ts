import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CredentialExpiring,
  CredentialStatusChanged,
  type DataOf,
  InvitationWithdrawn,
  LearnerInvited,
} from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { DrivenClock, eventually, type RunningService } from '#libs/testing';

import { callWith, password, startAuth } from '../../test-support.js';
import { findMail } from '../mail/mails.queries.js';
import { MailsService } from '../mail/mails.service.js';

let running: RunningService;
let clock: DrivenClock;

beforeAll(async () => {
  // Events carry the time of the database.
  clock = new DrivenClock(new Date());
  // Announces as quiz would: nobody else may speak of cohorts and credentials.
  running = await startAuth(clock, { config: { admin: null }, announcesAs: 'quiz' });
}, 60_000);
afterAll(() => running.stop());

const call = (method: string, path: string, body?: unknown, token?: string) =>
  callWith(running, { method, path, body, token });

function invited(change: Partial<DataOf<typeof LearnerInvited>> = {}): DataOf<typeof LearnerInvited> {
  return {
    invitationId: randomUUID(),
    version: 1,
    cohortId: randomUUID(),
    cohortName: 'Spring',
    courseTitle: 'Python backend developer',
    email: `new-${randomUUID().slice(0, 8)}@School.example`,
    invitedBy: randomUUID(),
    invitedByName: 'Ines',
    expiresAt: new Date(clock.now().getTime() + 7 * 24 * 3_600_000).toISOString(),
    ...change,
  };
}
const announce = (event: DataOf<typeof LearnerInvited>) =>
  running.dataSource.transaction((manager) => running.service.app.get(Outbox).add(manager, LearnerInvited, event));
const settled = () =>
  eventually(async () => {
    const [{ waiting }] = await running.dataSource.query(
      `SELECT count(*)::int AS waiting FROM outbox WHERE published_at IS NULL`,
    );
    return waiting === 0;
  });

async function words(recipient: string): Promise<string[]> {
  const found = await running.dataSource.query('SELECT id FROM mail WHERE recipient = $1 ORDER BY created_at, id', [
    recipient.toLowerCase(),
  ]);
  const mails = await Promise.all(found.map(({ id }: { id: string }) => findMail(running.dataSource, id)));
  return mails.flat().map((mail) => running.service.app.get(MailsService).read(mail)?.text ?? '');
}
const tokenIn = (text: string | undefined) => /invitation\/([0-9a-f]{64})\n/.exec(text ?? '')?.[1] ?? 'none';

const invitations = async (email: string) => (await words(email)).filter((text) => text.includes('/invitation/'));

async function invite(change: Partial<DataOf<typeof LearnerInvited>> = {}) {
  const event = invited(change);
  await announce(event);
  await settled();
  return { event, token: tokenIn((await invitations(event.email)).at(-1)) };
}
const accept = (token: string, body: object = { displayName: 'Nora', password }, as?: string) =>
  call('POST', `/invitations/${token}:accept`, body, as);

async function account(email = `known-${randomUUID().slice(0, 8)}@school.example`) {
  const { body } = await call('POST', '/accounts', { email, displayName: 'Kim', password });
  const session = await call('POST', '/sessions', { email, password });
  return { id: String(body.id), email, token: String(session.body.accessToken) };
}
const verified = async (email: string) =>
  (
    await running.dataSource.query(
      `SELECT data->'isEmailVerified' AS is FROM outbox WHERE type = 'UserChanged.v1' AND data->>'email' = $1 ORDER BY id`,
      [email],
    )
  ).map((row: { is: boolean }) => row.is);

describe('an invited person', () => {
  it('gets a link that says what it is for and is not used by looking', async () => {
    const { event, token } = await invite();
    for (let count = 0; count < 3; count += 1) {
      expect((await call('GET', `/invitations/${token}`)).body).toEqual({
        maskedEmail: `n…${event.email.slice(11, 12)}@school.example`,
        cohortName: 'Spring',
        courseTitle: 'Python backend developer',
        invitedByName: 'Ines',
        endsAt: event.expiresAt,
        hasAccount: false,
      });
      expect((await fetch(`${running.url}/api/auth/v1/invitations/${token}`, { method: 'HEAD' })).status).toBe(200);
    }
    const [stored] = await running.dataSource.query('SELECT * FROM invitation WHERE id = $1', [event.invitationId]);
    expect(JSON.stringify(stored)).not.toContain(token);
    expect((await accept(token)).status).toBe(200);
  });

  it('makes an account with exactly that address, as a learner, confirmed and announced', async () => {
    const { event, token } = await invite();
    const email = event.email.toLowerCase();
    expect((await accept(token, { displayName: 'Nora', password, roles: ['admin'] })).body.code).toBe(
      'request_invalid',
    );
    expect((await accept(token, {})).body.code).toBe('account_needed');
    expect((await accept(token, { displayName: 'Nora', password: 'short' })).body.code).toBe('password_unsuitable');
    const accepted = await accept(token);
    expect(accepted.body).toMatchObject({ email, cohortId: event.cohortId, isNewAccount: true });
    const { body } = await call('POST', '/sessions', { email, password });
    expect(body.account).toMatchObject({ roles: ['learner'], isEmailVerified: true, displayName: 'Nora' });
    expect(await verified(email)).toEqual([true]);
    expect((await words(email)).length).toBe(0);
  });

  it('is one, however many use the link at once', async () => {
    const { event, token } = await invite();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => accept(token, { displayName: `Nora ${at}`, password })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 404, 409, 429].includes(status))).toBe(true);
    const accounts = await running.dataSource.query('SELECT 1 FROM account WHERE email = $1', [
      event.email.toLowerCase(),
    ]);
    expect(accounts).toHaveLength(1);
  }, 60_000);

  it('signs in when the address has an account, and accepts with that very address', async () => {
    const kim = await account();
    const other = await account();
    const { token } = await invite({ email: kim.email });
    expect((await invitations(kim.email)).at(-1)).toContain('sign in, and accept');
    expect((await call('GET', `/invitations/${token}`)).body.hasAccount).toBe(true);
    expect((await accept(token)).body.code).toBe('account_exists');
    const refused = await accept(token, {}, other.token);
    expect(refused).toMatchObject({ status: 409, body: { code: 'invitation_for_another' } });
    expect(refused.body.detail).not.toContain(kim.email);
    const accepted = await accept(token, {}, kim.token);
    expect(accepted.body).toMatchObject({ email: kim.email, isNewAccount: false });
    expect(await verified(kim.email)).toEqual([false, true]);
    expect((await accept(token, {}, kim.token)).body.code).toBe('link_dead');
  });

  it('whose address was confirmed before is announced all the same, so that quiz enrols', async () => {
    const kim = await account();
    await accept((await invite({ email: kim.email })).token, {}, kim.token);
    await accept((await invite({ email: kim.email })).token, {}, kim.token);
    expect(await verified(kim.email)).toEqual([false, true, true]);
  });

  it('gets the same answer for links that were used, ended, withdrawn, replaced or never were', async () => {
    const used = await invite();
    await accept(used.token);
    const replaced = await invite();
    const { token: newer } = await invite({ ...replaced.event, version: 2 });
    const withdrawn = await invite();
    const { invitationId, cohortId } = withdrawn.event;
    const withdrawal = { invitationId, cohortId, version: 2, withdrawnAt: clock.now().toISOString() };
    await running.dataSource.transaction((manager) =>
      running.service.app.get(Outbox).add(manager, InvitationWithdrawn, withdrawal),
    );
    await settled();
    expect(await words(withdrawn.event.email)).toEqual([]);
    const ended = await invite({ expiresAt: new Date(clock.now().getTime() + 60_000).toISOString() });
    clock.advance({ minutes: 2 });
    const tokens = [used.token, replaced.token, withdrawn.token, ended.token, 'cd'.repeat(32)];
    const bodies = new Set<string>();
    for (const token of tokens) {
      for (const answer of [await call('GET', `/invitations/${token}`), await accept(token)]) {
        const { traceId: _, ...body } = answer.body;
        bodies.add(JSON.stringify({ status: answer.status, ...body, instance: undefined }));
      }
    }
    expect([...bodies]).toHaveLength(1);
    expect([...bodies][0]).toContain('link_dead');
    expect((await call('GET', `/invitations/${newer}`)).status).toBe(200);
  });

  it('has a week at most, whatever was announced, and nothing when it came too late', async () => {
    const long = await invite({ expiresAt: new Date(clock.now().getTime() + 90 * 24 * 3_600_000).toISOString() });
    clock.advance({ days: 6, hours: 23 });
    expect((await call('GET', `/invitations/${long.token}`)).status).toBe(200);
    clock.advance({ hours: 2 });
    expect((await call('GET', `/invitations/${long.token}`)).status).toBe(404);
    const late = await invite({ expiresAt: new Date(clock.now().getTime() - 1_000).toISOString() });
    expect(await words(late.event.email)).toEqual([]);
  });

  it('is invited once by news that come twice, and not back by older news', async () => {
    const { event } = await invite({ version: 3 });
    await invite({ ...event, version: 3 });
    await invite({ ...event, version: 2 });
    expect(await words(event.email)).toHaveLength(1);
  });
});

describe('a holder of badges', () => {
  // The tests above went on for a week; news of last week are not mailed.
  beforeAll(() => clock.set(new Date()));

  const credential = (learnerId: string) => ({
    credentialId: randomUUID(),
    version: 1,
    learnerId,
    achievementId: `section:${randomUUID()}`,
  });
  const expiring = (learnerId: string): DataOf<typeof CredentialExpiring> => ({
    ...credential(learnerId),
    kind: 'section_badge',
    courseId: randomUUID(),
    sectionId: randomUUID(),
    title: 'SQL',
    courseTitle: 'Python',
    expiresAt: '2027-06-01T00:00:00.000Z',
    daysLeft: 30,
  });
  const changed = (learnerId: string): DataOf<typeof CredentialStatusChanged> => ({
    ...credential(learnerId),
    title: 'SQL',
    kind: 'section_badge',
    status: 'suspended',
    reason: 'A question was wrong',
    changedAt: clock.now().toISOString(),
  });
  const tell = async (learnerId: string) => {
    const outbox = running.service.app.get(Outbox);
    await running.dataSource.transaction(async (manager) => {
      await outbox.add(manager, CredentialExpiring, expiring(learnerId));
      await outbox.add(manager, CredentialStatusChanged, changed(learnerId));
    });
    await settled();
  };
  const about = async (email: string) =>
    (await words(email)).filter((text) => !text.includes('/verify-email/')).map((text) => text.split('\n')[2]);

  it('is reminded before one expires, and told what became of one and why', async () => {
    const kim = await account();
    await tell(kim.id);
    expect((await about(kim.email)).toSorted()).toEqual([
      'Your badge “SQL” of “Python” is valid until 1 June 2027.',
      'Your badge “SQL” was suspended. Until that ends, who checks it is told so.',
    ]);
    expect((await words(kim.email)).join('\n')).toContain('A question was wrong');
  });

  it('who wants no such mail gets none', async () => {
    const kim = await account();
    const changedMe = await call('PATCH', '/me', { wantsMail: false }, kim.token);
    expect(changedMe.body).toMatchObject({ wantsMail: false, displayName: 'Kim' });
    await tell(kim.id);
    expect(await about(kim.email)).toEqual([]);
  });

  it('nobody knows is nobody to write to', async () => {
    await tell(randomUUID());
    const [{ parked }] = await running.dataSource.query('SELECT count(*)::int AS parked FROM parked_message');
    expect(parked).toBe(0);
  });
});

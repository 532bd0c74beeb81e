import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitationWithdrawn, LearnerInvited, UserErased } from '#libs/contracts';
import type { Page } from '#libs/platform';
import { DrivenClock } from '#libs/testing';

import { announceUser, deliver, publish } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { CohortResponse } from '../cohorts/cohorts.dto.js';
import type { HistoryEntryResponse } from '../cohorts/history.dto.js';
import type { EnrolmentReport } from '../enrolments/enrolments.dto.js';
import { EnrolmentsEvents } from '../enrolments/enrolments.events.js';
import { Forgetting } from './forgetting.service.js';
import { sendingLimits } from './invitation.js';
import type { InvitationResponse } from './invitations.dto.js';

let quiz: QuizUnderTest;
let courseId: string;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
  courseId = (await publish(quiz, [{}])).courseId;
});

afterAll(() => quiz?.close());

const account = (given: Parameters<typeof announceUser>[1]) => announceUser(quiz, given);

async function cohort() {
  const teacher: Actor = { id: randomUUID(), roles: ['instructor', 'learner'] };
  await account({ userId: teacher.id, roles: [...teacher.roles], displayName: 'Ingrid Solberg' });
  const created = await quiz.call<CohortResponse>(teacher, 'POST /cohorts', { name: 'Evening class', courseId });
  const path = `/cohorts/${created.body.id}`;
  const stranger = randomUUID();
  return { teacher, id: created.body.id, path, stranger, email: `new.${stranger}@example.org` };
}

const enrol = (by: Actor, path: string, emails: readonly string[]) =>
  quiz.call<EnrolmentReport>(by, `POST ${path}/enrolments`, { emails });

async function invitations(by: Actor, path: string): Promise<InvitationResponse[]> {
  return (await quiz.call<Page<InvitationResponse>>(by, `GET ${path}/invitations`)).body.items;
}

async function only(by: Actor, path: string): Promise<InvitationResponse> {
  const [invitation] = await invitations(by, path);
  if (invitation === undefined) throw new Error('Nobody was invited.');
  return invitation;
}

async function isIn(by: Actor, path: string): Promise<boolean> {
  return (await quiz.call<CohortResponse>(by, `GET ${path}`)).body.learnerCount > 0;
}

async function eventsOf(cohortId: string, type: string): Promise<Record<string, unknown>[]> {
  const found: { data: Record<string, unknown> }[] = await quiz.dataSource.query(
    `SELECT data FROM outbox WHERE topic = 'quiz.cohorts' AND key = $1 AND type = $2 ORDER BY id`,
    [cohortId, type],
  );
  return found.map(({ data }) => data);
}

describe('an address without an account', () => {
  it('is invited once, announced with all that the message says, and enrolled when it is known to be theirs', async () => {
    const { teacher, id, path, stranger, email } = await cohort();
    expect((await enrol(teacher, path, [email.toUpperCase()])).body.items[0]?.outcome).toBe('invited');
    expect((await enrol(teacher, path, [email])).body.items[0]?.outcome).toBe('already_invited');
    const invitation = await only(teacher, path);
    expect(await eventsOf(id, LearnerInvited.type)).toEqual([
      {
        invitationId: invitation.id,
        version: 1,
        cohortId: id,
        cohortName: 'Evening class',
        courseTitle: 'Backend',
        email,
        invitedBy: teacher.id,
        invitedByName: 'Ingrid Solberg',
        expiresAt: new Date(clock.now().getTime() + 7 * 86_400_000).toISOString(),
      },
    ]);
    await account({ userId: stranger, email });
    expect(await isIn(teacher, path)).toBe(false);
    for (const version of [2, 2, 3]) await account({ userId: stranger, email, version, isEmailVerified: true });
    expect(await isIn(teacher, path)).toBe(true);
    expect(await only(teacher, path)).toMatchObject({ state: 'accepted' });
    expect(await eventsOf(id, 'EnrolmentChanged.v1')).toHaveLength(1);
    expect(await eventsOf(id, InvitationWithdrawn.type)).toMatchObject([{ invitationId: invitation.id, version: 2 }]);
    const history = await quiz.call<Page<HistoryEntryResponse>>(teacher, `GET ${path}/history`);
    expect(history.body.items.map(({ act, detail }) => [act, detail['via']]).slice(0, 2)).toEqual([
      ['enrolled', 'invitation'],
      ['invited', undefined],
    ]);
  });

  it('is neither missed nor enrolled twice when it becomes known while it is being invited', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { teacher, id, path, stranger, email } = await cohort();
      await Promise.all([
        enrol(teacher, path, [email]),
        account({ userId: stranger, email, isEmailVerified: true }),
        enrol(teacher, path, [email]),
      ]);
      expect(await isIn(teacher, path)).toBe(true);
      expect(await eventsOf(id, 'EnrolmentChanged.v1')).toHaveLength(1);
      expect((await invitations(teacher, path)).filter(({ state }) => state === 'pending')).toEqual([]);
    }
  });

  it('of an account that is not verified is enrolled directly, and what was on its way ends', async () => {
    const { teacher, path, stranger, email } = await cohort();
    await enrol(teacher, path, [email]);
    await account({ userId: stranger, email });
    expect((await enrol(teacher, path, [email])).body.items[0]?.outcome).toBe('enrolled');
    expect(await only(teacher, path)).toMatchObject({ state: 'accepted' });
  });

  it('is not invited where that was not asked for, and reported', async () => {
    const { teacher, path, email } = await cohort();
    const { body } = await quiz.call<EnrolmentReport>(teacher, `POST ${path}/enrolments`, {
      emails: [email],
      invite: false,
    });
    expect(body.items).toMatchObject([{ outcome: 'unknown_address' }]);
    expect(await invitations(teacher, path)).toEqual([]);
  });
});

describe('an invitation', () => {
  it('sent again has the next version and another week; over, it enrols nobody', async () => {
    const { teacher, id, path, stranger, email } = await cohort();
    await enrol(teacher, path, [email]);
    const { id: invitation, expiresAt } = await only(teacher, path);
    clock.advance({ minutes: 6 * 24 * 60 });
    const resent = await quiz.call<InvitationResponse>(teacher, `POST ${path}/invitations/${invitation}:resend`);
    expect(resent).toMatchObject({ status: 200, body: { state: 'pending' } });
    expect(resent.body.expiresAt > expiresAt).toBe(true);
    expect((await eventsOf(id, LearnerInvited.type)).map(({ version }) => version)).toEqual([1, 2]);
    clock.advance({ minutes: 8 * 24 * 60 });
    expect(await only(teacher, path)).toMatchObject({ state: 'expired' });
    await account({ userId: stranger, email, isEmailVerified: true });
    expect(await isIn(teacher, path)).toBe(false);
  });

  it('whose time is over is sent anew by inviting again', async () => {
    const { teacher, id, path, email } = await cohort();
    await enrol(teacher, path, [email]);
    clock.advance({ minutes: 8 * 24 * 60 });
    expect((await enrol(teacher, path, [email])).body.items[0]?.outcome).toBe('invited');
    expect(await invitations(teacher, path)).toHaveLength(1);
    expect((await eventsOf(id, LearnerInvited.type)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('withdrawn enrols nobody, is announced once and cannot be sent again', async () => {
    const { teacher, id, path, stranger, email } = await cohort();
    await enrol(teacher, path, [email]);
    const { id: invitation } = await only(teacher, path);
    for (const _ of [1, 2])
      expect((await quiz.call(teacher, `DELETE ${path}/invitations/${invitation}`)).status).toBe(204);
    expect(await eventsOf(id, InvitationWithdrawn.type)).toHaveLength(1);
    const refused = await quiz.call(teacher, `POST ${path}/invitations/${invitation}:resend`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'invitation_over' } });
    await account({ userId: stranger, email, isEmailVerified: true });
    expect(await isIn(teacher, path)).toBe(false);
    expect((await enrol(teacher, path, [email])).body.items[0]?.outcome).toBe('enrolled');
  });

  it.each<[string, (teacher: Actor, path: string) => Promise<unknown>]>([
    ['inviter_lost_role', (teacher) => account({ userId: teacher.id, version: 2, roles: ['learner'] })],
    [
      'cohort_archived',
      (_teacher, path) =>
        quiz.dataSource.query('UPDATE cohort SET is_archived = true WHERE id = $1', [path.split('/').at(-1)]),
    ],
  ])('enrols nobody and says why: %s', async (refusal, happens) => {
    const { teacher, path, stranger, email } = await cohort();
    await enrol(teacher, path, [email]);
    await happens(teacher, path);
    await account({ userId: stranger, email, isEmailVerified: true });
    const admin: Actor = { id: randomUUID(), roles: ['admin'] };
    expect(await isIn(admin, path)).toBe(false);
    expect(await only(admin, path)).toMatchObject({ state: 'refused', refusal });
    const history = await quiz.call<Page<HistoryEntryResponse>>(admin, `GET ${path}/history`);
    expect(history.body.items[0]).toMatchObject({ act: 'invitation_refused', detail: { reason: refusal } });
  });

  it('of another cohort is not there', async () => {
    const [mine, foreign] = [await cohort(), await cohort()];
    await enrol(foreign.teacher, foreign.path, [foreign.email]);
    const { id } = await only(foreign.teacher, foreign.path);
    expect((await quiz.call(mine.teacher, `POST ${mine.path}/invitations/${id}:resend`)).status).toBe(404);
    expect((await quiz.call(mine.teacher, `DELETE ${mine.path}/invitations/${id}`)).status).toBe(404);
    expect((await quiz.call(learner(), `GET ${foreign.path}/invitations`)).status).toBe(403);
  });

  it('is not taken from an older event of an account whose address went elsewhere meanwhile', async () => {
    const { teacher, path, stranger, email } = await cohort();
    await account({ userId: stranger, version: 5, email: `moved.${email}`, isEmailVerified: true });
    await enrol(teacher, path, [email]);
    await account({ userId: stranger, version: 4, email, isEmailVerified: true });
    expect(await isIn(teacher, path)).toBe(false);
  });
});

describe('an invitation by which nobody came', () => {
  it.each<[string, (teacher: Actor, path: string, id: string) => Promise<unknown>, number]>([
    ['expired', async () => undefined, 7],
    ['withdrawn', (teacher, path, id) => quiz.call(teacher, `DELETE ${path}/invitations/${id}`), 0],
  ])('and that is %s is forgotten with its address after thirty days', async (_state, ends, days) => {
    const { teacher, path, stranger, email } = await cohort();
    await enrol(teacher, path, [email]);
    const { id } = await only(teacher, path);
    await ends(teacher, path, id);
    clock.advance({ minutes: (days + 30) * 24 * 60 });
    await quiz.part(Forgetting).runOnce();
    expect(await invitations(teacher, path)).toHaveLength(1);
    clock.advance({ minutes: 1 });
    expect(await quiz.part(Forgetting).runOnce()).toBeGreaterThan(0);
    expect(await invitations(teacher, path)).toEqual([]);
    await account({ userId: stranger, email, isEmailVerified: true });
    expect(await isIn(teacher, path)).toBe(false);
    const history = await quiz.call<Page<HistoryEntryResponse>>(teacher, `GET ${path}/history`);
    expect(history.body.items.map(({ act }) => act)).toContain('invited');
  });

  it('is not forgotten while somebody came by it', async () => {
    const { teacher, path, stranger, email } = await cohort();
    await enrol(teacher, path, [email]);
    await account({ userId: stranger, email, isEmailVerified: true });
    clock.advance({ minutes: 60 * 24 * 60 });
    await quiz.part(Forgetting).runOnce();
    expect(await only(teacher, path)).toMatchObject({ state: 'accepted', email });
  });
});

describe('sending many', () => {
  it('ends at the limit of the cohort, row by row, and goes on the next day', async () => {
    const { teacher, path, stranger } = await cohort();
    const addresses = Array.from({ length: sendingLimits.cohort + 2 }, (_, at) => `${at}.${stranger}@example.org`);
    const send = () =>
      quiz.call<EnrolmentReport>(teacher, `POST ${path}/enrolments:import`, addresses.join('\n'), {
        'content-type': 'text/csv',
      });
    const limits = async () => (await quiz.call(teacher, `GET ${path}/invitations/limits`)).body;
    const { hours, cohort: max, person } = sendingLimits;
    const none = { hours, ofCohort: { max, sent: 0 }, ofPerson: { max: person, sent: 0 }, left: max };
    expect(await limits()).toEqual(none);
    expect((await send()).body.counts).toEqual({ invited: sendingLimits.cohort, invitation_limit: 2 });
    const all = { ofCohort: { max, sent: max }, ofPerson: { max: person, sent: max }, left: 0 };
    expect(await limits()).toEqual({ hours, ...all });
    const { id } = await only(teacher, path);
    const refused = await quiz.call(teacher, `POST ${path}/invitations/${id}:resend`);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_invitations' } });
    clock.advance({ minutes: 25 * 60 });
    expect(await limits()).toEqual(none);
    expect((await send()).body.counts).toEqual({ already_invited: sendingLimits.cohort, invited: 2 });
  });
});

describe('an erased person', () => {
  it('is in no cohort any more, and no invitation names them', async () => {
    const { teacher, id, path, stranger, email } = await cohort();
    await enrol(teacher, path, [email]);
    await account({ userId: stranger, email, isEmailVerified: true });
    const erased = { userId: stranger, version: 2, erasedAt: '2030-01-01T00:00:00.000Z' };
    for (const _ of [1, 2])
      await deliver(quiz, UserErased, { ...erased, credentials: 'keep' }, (delivery) =>
        quiz.part(EnrolmentsEvents).farewell(delivery),
      );
    expect(await isIn(teacher, path)).toBe(false);
    expect(await only(teacher, path)).toMatchObject({ state: 'accepted', email: '' });
    expect((await eventsOf(id, 'EnrolmentChanged.v1')).map(({ state }) => state)).toEqual(['enrolled', 'removed']);
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock } from '#libs/testing';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { CredentialHistoryResponse, HeldCredentialResponse } from './decisions.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };
const copied = { reason: 'Copied from a neighbour.' };

interface Holder {
  readonly who: Actor;
  readonly courseId: string;
  readonly sectionId: string;
}

beforeAll(async () => {
  quiz = await openQuiz(clock);
  await introduce(quiz, admin, { displayName: 'Grace Hopper' });
});
afterAll(() => quiz?.close());

async function take({ who, sectionId }: Holder, text = 'right'): Promise<AttemptResponse> {
  const ended = await takeQuiz(quiz, who, sectionId, text);
  await deliverGrades(quiz, who.id);
  return ended;
}

/** A learner who has passed the only section of a course: a badge and the certificate. */
async function graduate(displayName = 'Ada Lovelace'): Promise<Holder & { attempt: AttemptResponse }> {
  const { courseId, sections } = await publish(quiz, [{ title: 'Basics' }]);
  const holder = { who: learner(), courseId, sectionId: sections[0]!.sectionId };
  await introduce(quiz, holder.who, { displayName });
  return { ...holder, attempt: await take(holder) };
}

async function held({ who }: Holder): Promise<HeldCredentialResponse[]> {
  const { body } = await quiz.call<{ items: HeldCredentialResponse[] }>(who, 'GET /me/credentials');
  return body.items;
}

async function badgeOf(holder: Holder): Promise<string> {
  return (await held(holder)).find(({ kind }) => kind === 'section_badge')!.id;
}

const statuses = async (holder: Holder) =>
  (await held(holder))
    .filter(({ kind }) => kind === 'section_badge')
    .map(({ status }) => status)
    .sort();

async function teacherOf(holder: Holder, courseId = holder.courseId): Promise<{ teacher: Actor; cohortId: string }> {
  const teacher: Actor = { id: randomUUID(), roles: ['instructor'] };
  await introduce(quiz, teacher, { displayName: 'Mary Jackson' });
  const { body } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'Spring', courseId });
  await quiz.dataSource.query(
    `INSERT INTO enrolment (cohort_id, learner_id, version, enrolled_by, enrolled_at) VALUES ($1, $2, 1, $3, now())`,
    [body.id, holder.who.id, teacher.id],
  );
  return { teacher, cohortId: body.id };
}

describe('a decision about a credential', () => {
  it('suspends, is announced, and tells the holder who and why', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    expect((await quiz.call(admin, `POST /credentials/${badge}:suspend`, copied)).status).toBe(204);
    expect((await held(holder)).find(({ id }) => id === badge)).toMatchObject({
      status: 'suspended',
      statusReason: copied.reason,
    });
    const { body } = await quiz.call<CredentialHistoryResponse>(holder.who, `GET /credentials/${badge}/history`);
    expect(body.items).toMatchObject([
      { decision: 'issued', actor: null, cause: 'graded' },
      { decision: 'suspended', ...copied, cause: 'decided', actor: { id: admin.id, displayName: 'Grace Hopper' } },
    ]);
    const announced = await quiz.dataSource.query(
      `SELECT data FROM outbox WHERE type = 'CredentialStatusChanged.v1' AND data ->> 'credentialId' = $1`,
      [badge],
    );
    expect(announced).toMatchObject([
      { data: { status: 'suspended', version: 2, ...copied, title: 'Basics', kind: 'section_badge' } },
    ]);
  });

  it('keeps from the public who decided', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    await quiz.call(admin, `POST /credentials/${badge}:revoke`, copied);
    const { text } = await quiz.call(null, `GET /credentials/${badge}`);
    expect(text).toContain(copied.reason);
    expect(text).not.toContain('Grace Hopper');
    expect(text).not.toContain(admin.id);
  });

  it('made again changes and records nothing, also when many come at once', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        quiz.call(admin, `POST /credentials/${badge}:revoke`, { reason: `Reason ${at}.` }),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    const { body } = await quiz.call<CredentialHistoryResponse>(admin, `GET /credentials/${badge}/history`);
    expect(body.items.map(({ decision }) => decision)).toEqual(['issued', 'revoked']);
  });

  it('cannot take back a revocation', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    await quiz.call(admin, `POST /credentials/${badge}:revoke`, copied);
    for (const verb of ['suspend', 'reinstate']) {
      const reply = await quiz.call(admin, `POST /credentials/${badge}:${verb}`, copied);
      expect([reply.status, reply.body.code]).toEqual([409, 'credential_revoked']);
    }
  });

  it.each([undefined, {}, { reason: 'no' }, { reason: 'x'.repeat(501) }, { reason: 'a\0b' }, { reason: 7 }])(
    'without a reason that can be kept is refused: %j',
    async (body) => {
      const holder = await graduate();
      const reply = await quiz.call(admin, `POST /credentials/${await badgeOf(holder)}:suspend`, body);
      expect([reply.status, await statuses(holder)]).toEqual([400, ['active']]);
    },
  );
});

describe('the history of credentials and of cohorts', () => {
  it.each(['credential_change', 'cohort_history'])('%s is only added to, whoever asks the database', async (table) => {
    const { dataSource } = quiz;
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `UPDATE ${table} SET id = DEFAULT`])
      await expect(dataSource.query(sql)).rejects.toThrow(/is only added to/);
  });
});

describe('a decision by hand stands', () => {
  it('against a later pass while it is suspended, until somebody reinstates it', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    await quiz.call(admin, `POST /credentials/${badge}:suspend`, copied);
    await take(holder);
    expect(await statuses(holder)).toEqual(['suspended']);
    expect((await quiz.call(admin, `POST /credentials/${badge}:reinstate`, { reason: 'Cleared.' })).status).toBe(204);
    expect(await statuses(holder)).toEqual(['active']);
  });

  it('against the grades of before when it was revoked; a later pass earns a new one', async () => {
    const holder = await graduate();
    await quiz.call(admin, `POST /credentials/${await badgeOf(holder)}:revoke`, copied);
    await deliverGrades(quiz, holder.who.id);
    expect(await statuses(holder)).toEqual(['revoked']);
    clock.advance({ minutes: 1 });
    await take(holder, 'wrong');
    expect(await statuses(holder)).toEqual(['revoked']);
    await take(holder);
    expect(await statuses(holder)).toEqual(['active', 'revoked']);
  });

  it('but not against a voiding, after which nothing can be reinstated', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    await quiz.call(admin, `POST /credentials/${badge}:suspend`, copied);
    await quiz.call(admin, `POST /attempts/${holder.attempt.id}:void`, copied);
    await deliverGrades(quiz, holder.who.id);
    expect(await statuses(holder)).toEqual(['revoked']);
  });

  it('and cannot reinstate what is not earned any more', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    await quiz.call(admin, `POST /credentials/${badge}:suspend`, copied);
    await quiz.dataSource.query('UPDATE progress SET passed_at = NULL WHERE learner_id = $1', [holder.who.id]);
    const reply = await quiz.call(admin, `POST /credentials/${badge}:reinstate`, copied);
    expect([reply.status, reply.body.code]).toEqual([409, 'credential_not_earned']);
  });
});

describe('who decides', () => {
  it('an instructor of the learner in that course, and nobody else', async () => {
    const holder = await graduate();
    const badge = await badgeOf(holder);
    const { teacher } = await teacherOf(holder);
    const elsewhere = await publish(quiz, [{}]);
    const { teacher: ofAnotherCourse } = await teacherOf(holder, elsewhere.courseId);
    const both: Actor = { id: holder.who.id, roles: ['learner', 'admin'] };
    for (const stranger of [ofAnotherCourse, both]) {
      const reply = await quiz.call(stranger, `POST /credentials/${badge}:revoke`, copied);
      expect([reply.status, reply.body.code]).toEqual([404, 'not_found']);
    }
    expect((await quiz.call(ofAnotherCourse, `GET /credentials/${badge}/history`)).status).toBe(404);
    expect((await quiz.call(learner(), `GET /credentials/${badge}/history`)).status).toBe(404);
    expect((await quiz.call(teacher, `GET /credentials/${badge}/history`)).status).toBe(200);
    expect((await quiz.call(teacher, `POST /credentials/${badge}:revoke`, copied)).status).toBe(204);
  });
});

describe('lists of credentials', () => {
  it('show a cohort what its learners hold in its course, by status, kind and learner', async () => {
    const holder = await graduate('Katherine Johnson');
    const { teacher, cohortId } = await teacherOf(holder);
    const badge = await badgeOf(holder);
    await quiz.call(teacher, `POST /credentials/${badge}:suspend`, copied);
    const list = async (query: string) =>
      (await quiz.call<{ items: HeldCredentialResponse[] }>(teacher, `GET /cohorts/${cohortId}/credentials${query}`))
        .body.items;
    expect(await list('')).toHaveLength(2);
    expect(await list('?status=suspended')).toMatchObject([
      { id: badge, learnerName: 'Katherine Johnson', isDecidedByHand: true, isExpired: false },
    ]);
    expect(await list('?kind=course_certificate')).toHaveLength(1);
    expect(await list(`?learnerId=${randomUUID()}`)).toEqual([]);
    const { teacher: other } = await teacherOf(await graduate());
    expect((await quiz.call(other, `GET /cohorts/${cohortId}/credentials`)).status).toBe(404);
  });

  it('let an administrator find and page through all of them', async () => {
    const holder = await graduate('Dorothy Vaughan');
    const first = await quiz.call<{ items: HeldCredentialResponse[]; next: string }>(
      admin,
      'GET /credentials?search=dorothy%20v&limit=1',
    );
    expect(first.body.items).toHaveLength(1);
    const second = await quiz.call<{ items: HeldCredentialResponse[]; next: string | null }>(
      admin,
      `GET /credentials?search=dorothy%20v&limit=1&cursor=${first.body.next}`,
    );
    const kinds = [...first.body.items, ...second.body.items].map(({ kind }) => kind).sort();
    expect([kinds, second.body.next]).toEqual([['course_certificate', 'section_badge'], null]);
    const byId = await quiz.call<{ items: unknown[] }>(admin, `GET /credentials?search=${await badgeOf(holder)}`);
    expect(byId.body.items).toHaveLength(1);
    const ofCourse = await quiz.call<{ items: unknown[] }>(admin, `GET /credentials?courseId=${holder.courseId}`);
    expect(ofCourse.body.items).toHaveLength(2);
    expect((await quiz.call(admin, 'GET /credentials?search=100%25')).body).toMatchObject({ items: [] });
    expect((await quiz.call(holder.who, 'GET /credentials')).status).toBe(403);
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { etagOf } from '#libs/platform';
import { DrivenClock, randomFrom } from '#libs/testing';

import { enrol, teachCohort } from '../../test-cohorts.js';
import { deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { consumeInsights } from '../../test-insights.js';
import { type Actor, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { DashboardRevisions } from '../insights/dashboard-revisions.service.js';
import { BoardsService } from './boards.service.js';
import type { DashboardResponse } from './dashboard.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

async function teach(learnerCount: number) {
  const names = Array.from({ length: learnerCount }, () => 'Ada Lovelace');
  const taught = await teachCohort(quiz, names, { sections: 1 });
  await consumeInsights(quiz);
  return { ...taught, sectionId: taught.sections[0]!.sectionId };
}
const revisions = () => quiz.part(DashboardRevisions);
type Cohort = Pick<Awaited<ReturnType<typeof teach>>, 'cohortId' | 'teacher' | 'sectionId'>;

function take(who: Actor, { sectionId }: Cohort, right = 5): Promise<AttemptResponse> {
  clock.advance({ seconds: 1 });
  return takeQuiz(quiz, who, sectionId, right);
}

function read({ cohortId, teacher }: Cohort, known?: string) {
  const headers: Record<string, string> = known === undefined ? {} : { 'if-none-match': known };
  return quiz.call<DashboardResponse>(teacher, `GET /cohorts/${cohortId}/dashboard`, undefined, headers);
}

describe('a dashboard that many ask for', () => {
  it('is the same text for all until something is announced, and then shows it at once', async () => {
    const cohort = await teach(2);
    const first = await read(cohort);
    clock.advance({ seconds: 5 });
    expect((await read(cohort)).text).toBe(first.text);
    await take(cohort.learners[0]!, cohort);
    const second = (await read(cohort)).body;
    expect(second.totals).toMatchObject({ attempts: 1, passes: 1 });
    expect(second.revision).toBe(first.body.revision);
    await consumeInsights(quiz);
    const third = (await read(cohort)).body;
    expect(third.revision).not.toBe(first.body.revision);
    expect(third.learners).toEqual(second.learners);
  });

  it('is worked out anew when it has grown old: names and who was active change no revision', async () => {
    const cohort = await teach(1);
    await read(cohort);
    await introduce(quiz, cohort.learners[0]!, { displayName: 'Renamed', version: 2 });
    clock.advance({ seconds: 10 });
    expect((await read(cohort)).body.learners[0]?.displayName).toBe('Renamed');
  });

  it('is not sent to whoever has it', async () => {
    const cohort = await teach(1);
    const { headers } = await read(cohort);
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await read(cohort, known);
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    clock.advance({ seconds: 20 });
    expect((await read(cohort, etag)).status).toBe(304);
    await take(cohort.learners[0]!, cohort);
    const changed = await read(cohort, etag);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('shows a due date', async () => {
    const cohort = await teach(1);
    const dueAt = '2031-01-01T00:00:00.000Z';
    expect((await read(cohort)).body.sections[0]?.dueAt).toBeNull();
    await quiz.dataSource.query('INSERT INTO cohort_due_date VALUES ($1, $2, $3)', [
      cohort.cohortId,
      cohort.sectionId,
      dueAt,
    ]);
    clock.advance({ seconds: 10 });
    expect((await read(cohort)).body.sections[0]?.dueAt).toBe(dueAt);
  });
});

async function expectAsReadAnew(cohort: Cohort & { courseId: string }): Promise<void> {
  clock.advance({ seconds: 10 });
  const seen = { revision: await revisions().ofOne(cohort.cohortId), pending: null };
  const anew = await new BoardsService(quiz.dataSource, clock, revisions()).read(cohort, seen);
  const kept = await read(cohort);
  expect(kept.body).toEqual(JSON.parse(anew.json().toString()));
  expect(kept.headers.get('etag')).toBe(etagOf(anew.identity()));
}

describe('a board that is kept row by row', () => {
  it.each([1, 2, 3])('is what a reading of everything finds, whatever happened in between (seed %i)', async (seed) => {
    const cohort = await teach(6);
    const { courseId, cohortId, teacher, sectionId, learners } = cohort;
    const admin: Actor = { id: randomUUID(), roles: ['admin'] };
    const random = randomFrom(seed);
    const anyOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
    const attempts: string[] = [];
    let [version, publication] = [1, 1];
    const happenings = {
      take: async () => attempts.push((await take(anyOf(learners), cohort, Math.floor(random() * 6))).id),
      begin: () => quiz.call(anyOf(learners), `POST /sections/${sectionId}/attempts`),
      void: () => quiz.call(admin, `POST /attempts/${anyOf(attempts)}:void`, { reason: 'Random.' }),
      remove: () => quiz.call(teacher, `DELETE /cohorts/${cohortId}/enrolments/${anyOf(learners).id}`),
      enrol: () => enrol(quiz, cohort, [anyOf(learners)]),
      rename: () =>
        introduce(quiz, anyOf(learners), { displayName: `N${Math.floor(random() * 99)}`, version: ++version }),
      credit: () => deliverGrades(quiz, anyOf(learners).id),
      suspend: () =>
        quiz.dataSource.transaction(async (manager) => {
          const { id } = anyOf(learners);
          await manager.query(`UPDATE credential SET status = 'suspended' WHERE learner_id = $1`, [id]);
          await revisions().raise(manager, { learnerId: id });
        }),
      due: () => quiz.call(teacher, `PUT /cohorts/${cohortId}/due-dates`, { [sectionId]: '2031-01-01T00:00:00.000Z' }),
      publish: () => publish(quiz, [{ sectionId }, {}], { id: courseId, publication: ++publication }),
      hear: () => consumeInsights(quiz),
    };
    for (let step = 0; step < 30; step += 1) {
      await anyOf(Object.values(happenings))();
      if (random() < 0.5) continue;
      await read(cohort);
    }
    await expectAsReadAnew(cohort);
  });

  it('is what a reading of everything finds after many have read and handed in at once', async () => {
    const cohort = await teach(8);
    const look = async (times: number) => {
      for (let at = 0; at < times; at += 1) expect((await read(cohort)).status).toBe(200);
    };
    const learn = async (who: Actor, right: number) => {
      await take(who, cohort, right);
      await consumeInsights(quiz);
    };
    const readers = Array.from({ length: 4 }, () => look(10));
    await Promise.all([...readers, ...cohort.learners.map((who, at) => learn(who, at % 6))]);
    await consumeInsights(quiz);
    expect((await read(cohort)).body.totals.attempts).toBe(8);
    await expectAsReadAnew(cohort);
  });

  it('reads only those who changed', async () => {
    const cohort = await teach(3);
    const boards = quiz.part(BoardsService);
    const look = async () => boards.read(cohort, { revision: await revisions().ofOne(cohort.cohortId), pending: [] });
    const { figures: before } = await look();
    await take(cohort.learners[1]!, cohort);
    await consumeInsights(quiz);
    const { figures: after } = await look();
    const kept = (learnerId: string) =>
      before.learners.some((row) => row.learnerId === learnerId && after.learners.includes(row));
    expect(cohort.learners.map(({ id }) => kept(id))).toEqual([true, false, true]);
  });

  it('shows a saved answer before long', async () => {
    const cohort = await teach(1);
    const { body } = await quiz.call<AttemptResponse>(
      cohort.learners[0]!,
      `POST /sections/${cohort.sectionId}/attempts`,
    );
    await consumeInsights(quiz);
    await read(cohort);
    clock.advance({ seconds: 10 });
    const saved = { sequence: 1, answer: null };
    await quiz.call(cohort.learners[0]!, `PUT /attempts/${body.id}/answers/${body.questions[0]!.id}`, saved);
    expect((await read(cohort)).body.learners[0]?.lastActivityAt).toBe(clock.now().toISOString());
  });

  it('shows after five minutes what nobody announced', async () => {
    const cohort = await teach(1);
    clock.advance({ minutes: 2 });
    await read(cohort);
    await quiz.dataSource.query(
      `INSERT INTO progress (learner_id, section_id, course_id, attempts_used, last_activity_at, aggregation, graded_count)
       VALUES ($1, $2, $3, 1, now(), 'best', 0)`,
      [cohort.learners[0]!.id, cohort.sectionId, cohort.courseId],
    );
    clock.advance({ minutes: 4, seconds: 59 });
    expect((await read(cohort)).body.totals.attempts).toBe(0);
    clock.advance({ seconds: 10 });
    expect((await read(cohort)).body.totals.attempts).toBe(1);
  });
});

describe('the revision of a dashboard', () => {
  const since = ({ cohortId }: Cohort, revision: string, max = 10) => revisions().changedSince(cohortId, revision, max);

  it('moves with starts, grades, voidings, enrolments and publications, and tells whom they were about', async () => {
    const cohort = await teach(3);
    const [ada, bea] = cohort.learners as [Actor, Actor];
    const begun = await revisions().ofOne(cohort.cohortId);
    expect(await since(cohort, begun)).toEqual([]);
    const attempt = await take(ada, cohort);
    await consumeInsights(quiz);
    expect(await since(cohort, begun)).toEqual([ada.id]);
    const graded = await revisions().ofOne(cohort.cohortId);
    expect(graded).not.toBe(begun);
    await quiz.call({ id: randomUUID(), roles: ['admin'] }, `POST /attempts/${attempt.id}:void`, { reason: 'Copied.' });
    await quiz.call(cohort.teacher, `DELETE /cohorts/${cohort.cohortId}/enrolments/${bea.id}`);
    await consumeInsights(quiz);
    expect((await since(cohort, graded))?.toSorted()).toEqual([ada.id, bea.id].toSorted());
    expect(await since(cohort, graded, 1)).toBeNull();
    const before = await revisions().ofOne(cohort.cohortId);
    await publish(quiz, [{}, {}], { id: cohort.courseId, publication: 2 });
    expect(await revisions().ofOne(cohort.cohortId)).not.toBe(before);
    expect(await since(cohort, before)).toBeNull();
  });

  it('stays where nothing of the cohort changed', async () => {
    const [cohort, other] = [await teach(1), await teach(1)];
    const begun = await revisions().of([cohort.cohortId, other.cohortId]);
    await take(other.learners[0]!, other);
    await consumeInsights(quiz);
    const now = await revisions().of([cohort.cohortId, other.cohortId]);
    expect(now.get(cohort.cohortId)).toBe(begun.get(cohort.cohortId));
    expect(now.get(other.cohortId)).not.toBe(begun.get(other.cohortId));
  });

  it.each(['', 'x', '1-2', '0-0-0-0-0-0-0-0-x', `0-0-0-0-0-0-0-0-${'9'.repeat(16)}`])(
    'that is none, %j, tells no changes',
    async (text) => {
      expect(await since(await teach(1), text)).toBeNull();
    },
  );

  it('counts every change of many at once', async () => {
    const cohort = await teach(4);
    const begun = await revisions().ofOne(cohort.cohortId);
    const raise = (learnerId: string) =>
      quiz.dataSource.transaction((manager) => revisions().raise(manager, { learnerId, courseId: cohort.courseId }));
    await Promise.all(Array.from({ length: 40 }, (_, at) => raise(cohort.learners[at % 4]!.id)));
    const sum = (revision: string) => revision.split('-').reduce((total, part) => total + Number(part), 0);
    expect(sum(await revisions().ofOne(cohort.cohortId)) - sum(begun)).toBe(40);
    expect((await since(cohort, begun))?.toSorted()).toEqual(cohort.learners.map(({ id }) => id).toSorted());
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Result, sectionStanding } from '#libs/assessment';
import type { Policy, PublishedSection } from '#libs/contracts';
import { DrivenClock } from '#libs/testing';
import fc from 'fast-check';

import { publish } from '../../test-events.js';
import { openQuiz, type QuizUnderTest } from '../../test-support.js';
import { openPaper, untouched } from './attempt.js';
import { EndingStoreService } from './ending-store.service.js';
import { RecountsService } from './recounts.service.js';
import { insertAttempt } from './starts.queries.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const rules = ['best', 'latest', 'first', 'mean'] as const;
const passMark = 0.8;

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

/** What becomes of one attempt: graded at its end, waiting for a mark that comes after all others, or voided in the end. */
const attempt = fc.record({
  percent: fc.oneof(
    fc.constantFrom(0, 79.9999, 80, 100),
    fc.integer({ max: 1_000_000, min: 0 }).map((at) => at / 10_000),
  ),
  fate: fc.constantFrom('graded', 'graded', 'marked late', 'voided'),
});
type Given = typeof attempt extends fc.Arbitrary<infer Each> ? Each : never;

async function begin(section: PublishedSection, learnerId: string, number: number) {
  const { courseId, sectionId } = section;
  const now = clock.now();
  const pin = {
    id: randomUUID(),
    learnerId,
    courseId,
    sectionId,
    publication: 1,
    number,
    purpose: 'exam' as const,
    startedAt: now,
    deadlineAt: null,
  };
  const event = ['quiz.attempts', 'AttemptStarted.v1', '{}'];
  const start = [pin.id, learnerId, courseId, sectionId, 1, number, null, now, null, 'seed', '[]', ...event];
  expect(await insertAttempt(quiz.dataSource, start)).toHaveLength(1);
  return openPaper(pin, [], section);
}

async function end(paper: ReturnType<typeof openPaper>, { percent, fate }: Given): Promise<Result> {
  clock.advance({ seconds: 1 });
  const at = clock.now();
  const hasPassed = percent >= passMark * 100;
  const over = { endedAt: at, endedBy: 'submitted' as const, responses: [] };
  const grade = { score: String(percent), scoreMax: '100', percent, hasPassed };
  const ending =
    fate === 'marked late'
      ? { state: 'submitted' as const, ...over, pendingCount: 1 }
      : { state: 'graded' as const, ...over, gradedAt: at, ...grade };
  expect(await quiz.part(EndingStoreService).store(paper, untouched(paper), ending)).not.toBeNull();
  return { percent, hasPassed, gradedAt: at };
}

async function set(id: string, columns: string): Promise<void> {
  await quiz.dataSource.query(`UPDATE attempt SET ${columns} WHERE id = $1`, [id]);
}

async function expectStanding(learnerId: string, results: readonly Result[], aggregation: Policy['aggregation']) {
  const [row] = await quiz.dataSource.query(
    `SELECT percent::float8 AS percent, score::float8 AS score, passed_at AS "passedAt", graded_count AS count,
       percent_total::float8 AS total, aggregation FROM progress WHERE learner_id = $1`,
    [learnerId],
  );
  const expected = sectionStanding(results, { aggregation, passMark });
  expect({ percent: row.percent, passedAt: row.passedAt }).toEqual(expected);
  expect(row.count).toBe(results.length);
  expect(row.total).toBeCloseTo(
    results.reduce((sum, { percent }) => sum + percent, 0),
    6,
  );
  expect(row.score).toBe(aggregation === 'mean' ? null : expected.percent);
  if (results.length > 0) expect(row.aggregation).toBe(aggregation);
}

describe.each(rules)('the grade of a section by the rule “%s”', (aggregation) => {
  it('is in the database what the rule says, attempt by attempt, marked late or voided', async () => {
    const { sections } = await publish(quiz, [{ policy: { aggregation, passMark } }]);
    const section = sections[0]!; // one was published
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 6 }), async (history) => {
        const learnerId = randomUUID();
        const sat: { id: string; result: Result; fate: Given['fate'] }[] = [];
        for (const [at, given] of history.entries()) {
          const paper = await begin(section, learnerId, at + 1);
          sat.push({ id: paper.id, result: await end(paper, given), fate: given.fate });
          const graded = sat.filter(({ fate }) => fate !== 'marked late').map(({ result }) => result);
          await expectStanding(learnerId, graded, aggregation);
        }
        for (const { id, fate, result } of sat) {
          const { percent, hasPassed, gradedAt } = result;
          if (fate === 'voided') await set(id, `state = 'voided'`);
          if (fate === 'marked late') {
            const grade = `score = ${percent}, score_max = 100, percent = ${percent}, has_passed = ${hasPassed}`;
            await set(id, `state = 'graded', graded_at = '${gradedAt.toISOString()}', ${grade}`);
          }
        }
        await quiz.dataSource.transaction((manager) =>
          quiz.part(RecountsService).recountLearner(manager, learnerId, section.sectionId),
        );
        const counted = sat.filter(({ fate }) => fate !== 'voided').map(({ result }) => result);
        await expectStanding(learnerId, counted, aggregation);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

it('a later rule takes over with the next attempt, and neither gives nor takes a pass by itself', async () => {
  const { courseId, sections } = await publish(quiz, [{ policy: { aggregation: 'best', passMark } }]);
  const { sectionId } = sections[0]!; // one was published
  const learnerId = randomUUID();
  const passed = await end(await begin(sections[0]!, learnerId, 1), { percent: 90, fate: 'graded' });
  const first = await publish(quiz, [{ sectionId, policy: { aggregation: 'latest', passMark } }], {
    id: courseId,
    publication: 2,
  });
  await end(await begin(first.sections[0]!, learnerId, 2), { percent: 60, fate: 'graded' });
  const [row] = await quiz.dataSource.query('SELECT * FROM progress WHERE learner_id = $1', [learnerId]);
  expect(row).toMatchObject({ percent: '60', aggregation: 'latest', passed_at: passed.gradedAt, graded_count: 2 });
});

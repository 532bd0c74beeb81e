import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { analyse, type AttemptChoice, attemptChoices, medianSeconds, timeBucketOf } from '#libs/assessment';
import { questionSchema } from '#libs/contracts';
import { DrivenClock } from '#libs/testing';

import { publish, singleChoice } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { ItemsEvents } from './items.events.js';
import type { ItemAnalysisResponse } from './items.dto.js';
import { rebuildItems } from './recounts.service.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

/** The same numbers in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const part = (id: string) => ({ id, text: id });
const question = (fields: object) => questionSchema.parse({ id: randomUUID(), version: 1, ...fields });
const bank = () => [
  singleChoice({ points: '1' }),
  question({
    type: 'multiple_choice',
    stem: 'Which ones?',
    points: '2',
    scoring: 'per_option',
    options: ['a', 'b', 'c'].map((id, at) => ({ id, text: id, isKey: at < 2 })),
  }),
  question({ type: 'true_false', stem: 'So?', key: true, points: '1/3' }),
  question({ type: 'short_text', stem: 'What?', accepted: ['yes'], points: '0.5' }),
  question({
    type: 'matching',
    stem: 'Match.',
    points: '1',
    prompts: ['p', 'q', 'r'].map((id) => ({ ...part(id), match: `to-${id}` })),
    choices: ['to-p', 'to-q', 'to-r'].map(part),
  }),
  singleChoice({ points: '3', options: ['x', 'y'].map((id, at) => ({ id, text: id, isKey: at === 0 })) }),
];

type Shown = AttemptResponse['questions'][number];

/** Any answer to what is on the paper, or none. */
function anyAnswer(shown: Shown, pick: (below: number) => number): object | null {
  if (pick(6) === 0) return null;
  const ids = (shown.options ?? []).map(({ id }) => id);
  if (shown.type === 'single_choice') return { choice: ids[pick(ids.length)] };
  if (shown.type === 'multiple_choice') return { choices: ids.filter(() => pick(2) === 0) };
  if (shown.type === 'true_false') return { value: pick(3) > 0 };
  if (shown.type === 'short_text') return { text: ['yes', 'no', ' NO ', 'perhaps'][pick(4)] };
  const choices = shown.choices ?? [];
  return {
    matches: (shown.prompts ?? []).map(({ id }) => ({ prompt: id, choice: choices[pick(choices.length)]!.id })),
  }; // some
}

async function take(who: Actor, sectionId: string, pick: (below: number) => number): Promise<string> {
  clock.advance({ minutes: 1 });
  const { body: attempt } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
  const answers = attempt.questions.flatMap((shown) => {
    const answer = anyAnswer(shown, pick);
    return answer === null ? [] : [{ questionId: shown.id, sequence: 1, answer }];
  });
  const { status } = await quiz.call(who, `POST /attempts/${attempt.id}:submit`, { answers });
  expect(status).toBe(200);
  for (const { id } of attempt.questions) {
    const seconds = pick(5) === 0 ? null : pick(400);
    await quiz.dataSource.query('UPDATE response SET spent_seconds = $3 WHERE attempt_id = $1 AND question_id = $2', [
      attempt.id,
      id,
      seconds,
    ]);
  }
  return attempt.id;
}

/** What a regrade does to an attempt: other scores, from another version, perhaps without one question. */
async function regrade(attemptId: string, pick: (below: number) => number, toVersion: number): Promise<void> {
  await quiz.dataSource.query(
    `UPDATE response SET score = $2, graded_version = $3, is_dropped = $4
     WHERE attempt_id = $1 AND question_id = (SELECT min(question_id::text)::uuid FROM response WHERE attempt_id = $1)`,
    [attemptId, String(pick(3) / 2), toVersion, pick(4) === 0],
  );
  await quiz.dataSource.query(
    `UPDATE attempt SET version = version + 1, percent = $2, score_max = score_max - $3 WHERE id = $1 AND state = 'graded'`,
    [attemptId, pick(101), pick(2) / 10],
  );
}

/** Tells the consumer that something became of the attempt. Which event it was plays no role. */
async function tell(attemptId: string): Promise<void> {
  const [attempt] = await quiz.dataSource.query(
    'SELECT id AS "attemptId", learner_id AS "learnerId", section_id AS "sectionId" FROM attempt WHERE id = $1',
    [attemptId],
  );
  const events = quiz.part(ItemsEvents);
  await quiz.dataSource.transaction((manager) => events.countGraded({ event: { data: attempt }, manager } as never));
}

interface RawAttempt {
  id: string;
  learner: string;
  number: number;
  percent: number;
  publication: number;
  max: string;
  responses: { question: string; version: number; score: string; isDropped: boolean; seconds: number | null }[];
}

/** What the tables say, without any of the counts. */
function rawAttempts(sectionId: string): Promise<RawAttempt[]> {
  return quiz.dataSource.query(
    `SELECT a.id, a.learner_id AS learner, a.number, a.percent::float8 AS percent, a.publication, a.score_max::text AS max,
       (SELECT json_agg(json_build_object('question', r.question_id, 'score', r.score::text, 'isDropped', r.is_dropped,
          'seconds', r.spent_seconds, 'version', coalesce(r.graded_version, (place->>'version')::int)) ORDER BY ordinality)
        FROM paper p, jsonb_array_elements(p.places) WITH ORDINALITY AS listed (place, ordinality)
        JOIN response r ON r.question_id = (place->>'questionId')::uuid AND r.attempt_id = a.id
        WHERE p.attempt_id = a.id) AS responses
     FROM attempt a WHERE a.section_id = $1 AND a.state = 'graded'`,
    [sectionId],
  );
}

function chosen(attempts: readonly RawAttempt[], choice: AttemptChoice): RawAttempt[] {
  if (choice === 'all') return [...attempts];
  return [...new Set(attempts.map(({ learner: who }) => who))].map((who) => {
    const own = attempts.filter((attempt) => attempt.learner === who).toSorted((a, b) => a.number - b.number);
    if (choice === 'first') return own[0]!; // whoever is listed has one
    if (choice === 'latest') return own.at(-1)!; // as above
    return own.find(({ percent }) => percent === Math.max(...own.map((each) => each.percent)))!; // as above
  });
}

const counting = (attempt: RawAttempt) => attempt.responses.filter(({ isDropped }) => !isDropped);
const totalOf = (attempt: RawAttempt) => counting(attempt).reduce((sum, { score }) => sum + Number(score), 0);
const round = (value: number) => Number(value.toFixed(10));

/** Figures that the tables say, by `analyse` over raw rows, and what the counts say of the same. */
function compare(
  found: ItemAnalysisResponse,
  attempts: readonly RawAttempt[],
  positionsOf: (raw: RawAttempt) => string[],
) {
  const positions = [
    ...new Set(attempts.flatMap((raw) => positionsOf(raw).filter((_, at) => !raw.responses[at]!.isDropped))),
  ];
  const quizRows = attempts.map((raw) =>
    positions.map((position) => {
      const at = positionsOf(raw).indexOf(position);
      return at < 0 || raw.responses[at]!.isDropped ? 0 : Number(raw.responses[at]!.score); // found just now
    }),
  );
  const quizWide = analyse({ items: positions.map((name) => ({ name, max: 1 })), rows: quizRows });
  near(found.quiz, quizWide.quiz, 'quiz');
  const meanMax = attempts.reduce((sum, { max }) => sum + Number(max), 0) / attempts.length;
  const versions = new Set(attempts.flatMap((raw) => counting(raw).map((each) => `${each.question}/${each.version}`)));
  expect(
    new Set(found.questions.filter((each) => each.attempts > 0).map((each) => `${each.questionId}/${each.version}`)),
  ).toEqual(versions);
  for (const each of found.questions.filter((question) => question.attempts > 0)) {
    const own = attempts.flatMap((raw) => {
      const response = counting(raw).find((one) => one.question === each.questionId && one.version === each.version);
      return response === undefined ? [] : [{ raw, response }];
    });
    const rows = own.map(({ raw, response }) => [Number(response.score), round(totalOf(raw) - Number(response.score))]);
    const points = Number(each.points.toFixed(10));
    const [alone] = analyse({
      items: [
        { name: 'x', max: points },
        { name: 'rest', max: 1 },
      ],
      rows,
    }).items;
    const name = `${each.type} ${each.version}`;
    near(
      each,
      { ...alone!, name: undefined, max: undefined, restDeviation: undefined, intendedWeight: points / meanMax },
      name,
      ['effectiveWeight', 'hasNegativeCovariance', 'randomGuessScore'],
    );
    const weight = quizWide.items.find((item) => item.name === each.questionId);
    near(each, { effectiveWeight: weight?.effectiveWeight ?? null }, name);
    const times = own.flatMap(({ response: { seconds } }) =>
      seconds === null ? [] : [[timeBucketOf(seconds), 1] as const],
    );
    expect(each.medianSeconds).toBe(medianSeconds(times));
  }
}

function near(found: object, expected: object, name: string, left: readonly string[] = []): void {
  for (const [key, value] of Object.entries(expected)) {
    if (value === undefined || left.includes(key)) continue;
    const other: unknown = Object.entries(found).find(([each]) => each === key)?.[1];
    const isNear =
      typeof value === 'number' && typeof other === 'number'
        ? Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value))
        : value === other;
    if (!isNear) throw new Error(`${name}, ${key}: ${String(other)} should be ${String(value)}`);
  }
}

async function analysisOf(sectionId: string, query = '', who = admin): Promise<ItemAnalysisResponse> {
  const { status, body } = await quiz.call<ItemAnalysisResponse>(
    who,
    `GET /sections/${sectionId}/item-analysis${query}`,
  );
  expect(status).toBe(200);
  return body;
}

const countTables = [
  'item_attempt',
  'item_paper',
  'item_position',
  'item_mark',
  'item_rest',
  'item_time',
  'item_class',
];

async function countRows(): Promise<unknown[]> {
  return Promise.all(
    countTables.map((table) => quiz.dataSource.query(`SELECT t::text FROM ${table} t ORDER BY t::text`)),
  );
}

describe('the item analysis of a section', () => {
  it('is what the formulas say of the tables, whatever happened in whatever order, and a rebuild finds the same counts', async () => {
    const pick = chance(3);
    const id = randomUUID();
    const questions = bank();
    const second = questions.map((each) => ({ ...each, version: 2 }));
    const sectionIds = [randomUUID(), randomUUID()];
    const policies = [{}, { drawCount: 3, fixedQuestions: [questions[0]!.id] }]; // six in the bank
    const sections = (each: typeof questions) =>
      sectionIds.map((sectionId, at) => ({ sectionId, policy: policies[at], questions: each }));
    await publish(quiz, sections(questions), { id, publication: 1 });
    const people = Array.from({ length: 45 }, () => learner());
    const attempts: string[] = [];
    for (let round_ = 0; round_ < 220; round_ += 1) {
      if (round_ === 150) await publish(quiz, sections(second), { id, publication: 2 });
      attempts.push(await take(people[pick(people.length)]!, sectionIds[pick(2)]!, pick)); // within the lists
      if (pick(4) === 0) await regrade(attempts[pick(attempts.length)]!, pick, 1); // one at least
      if (pick(15) === 0) {
        const gone = attempts[pick(attempts.length)]!; // one at least
        await quiz.call(admin, `POST /attempts/${gone}:void`, { reason: 'Copied.' });
      }
      // Some events come at once, some late, some twice.
      for (let event = pick(3); event > 0; event -= 1) await tell(attempts[pick(attempts.length)]!);
    }
    await publish(quiz, sections(second), { id, publication: 2 });
    for (const attempt of attempts.slice(0, 30)) await regrade(attempt, pick, 2);
    for (const attempt of attempts.toSorted()) await tell(attempt);
    for (const attempt of attempts.slice(0, 20)) await tell(attempt);

    const verify = async () => {
      for (const sectionId of sectionIds) {
        const raw = await rawAttempts(sectionId);
        const positionsOf = (attempt: RawAttempt) => {
          let drawn = 0;
          return attempt.responses.map(({ question: each }) =>
            sectionId === sectionIds[0] || each === questions[0]!.id ? each : `drawn ${(drawn += 1)}`,
          );
        };
        for (const choice of attemptChoices) {
          compare(await analysisOf(sectionId, `?attempts=${choice}`), chosen(raw, choice), positionsOf);
        }
        const ofSecond = chosen(raw, 'first').filter(({ publication }) => publication === 2);
        compare(await analysisOf(sectionId, '?publication=2'), ofSecond, positionsOf);
      }
    };
    await verify();
    const counted = await countRows();
    const total = await rebuildItems(quiz.dataSource);
    expect(total).toBe((counted[0] as unknown[]).length);
    expect(await countRows()).toEqual(counted);
    await verify();
    for (const attempt of attempts) {
      await quiz.dataSource.query(`UPDATE attempt SET state = 'voided', voided_at = now() WHERE id = $1`, [attempt]);
      await tell(attempt);
    }
    expect((await countRows()).flat()).toEqual([]);
  }, 120_000);
});

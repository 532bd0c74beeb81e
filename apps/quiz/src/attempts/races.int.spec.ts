import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { questionSchema } from '#libs/contracts';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';

import { answerTo, publish, singleChoice } from '../../test-events.js';
import { definition, learner, type QuizUnderTest, startQuiz } from '../../test-support.js';
import type { AttemptResponse, SavedAnswerResponse } from './attempts.dto.js';
import { SweepService } from './sweep.service.js';

let database: TestDatabase;
/** Two replicas on one database. */
let replicas: [QuizUnderTest, QuizUnderTest];
const clock = new DrivenClock();

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations, poolMax: 20 });
  replicas = [await startQuiz(database.dataSource, clock), await startQuiz(database.dataSource, clock)];
});
afterAll(async () => {
  for (const replica of replicas ?? []) await replica.close();
  await database?.drop();
});

const many = <Result>(count: number, run: (at: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, at) => run(at)));
const replica = (at: number) => replicas[at % 2]!; // there are two

async function sectionWith(policy = {}) {
  const { sections } = await publish(replicas[0], [{ policy }]);
  return sections[0]!.sectionId;
}

describe('starts at once by one learner', () => {
  it('1,000 of them give one attempt and no fault', async () => {
    const who = learner();
    const sectionId = await sectionWith();
    const replies = await many(1_000, (at) =>
      replica(at).call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200, 201]));
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect(await attemptsOf(who.id)).toBe(1);
  }, 120_000);

  it('never exceed the limit, raced with submissions', async () => {
    const who = learner();
    const sectionId = await sectionWith({ attemptsMax: 3, passMark: 1 });
    const statuses = await many(15, async (at) => {
      const seen: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const started = await replica(at).call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
        if (started.status < 300) await replica(at + 1).call(who, `POST /attempts/${started.body.id}:submit`);
        seen.push(started.status);
      }
      return seen;
    });
    const replies = statuses.flat();
    expect(replies.filter((status) => status === 201)).toHaveLength(3);
    expect(replies.every((status) => [200, 201, 409].includes(status))).toBe(true);
    expect(await attemptsOf(who.id)).toBe(3);
  });

  it('respect the cooldown', async () => {
    const who = learner();
    const sectionId = await sectionWith({ cooldownSeconds: 600 });
    const { body } = await replicas[0].call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    await replicas[0].call(who, `POST /attempts/${body.id}:submit`);
    const early = await many(50, (at) => replica(at).call(who, `POST /sections/${sectionId}/attempts`));
    expect(early.every((reply) => reply.status === 409 && reply.body.code === 'attempt_not_allowed')).toBe(true);
    clock.advance({ minutes: 10 });
    const later = await many(50, (at) => replica(at).call(who, `POST /sections/${sectionId}/attempts`));
    expect(later.filter((reply) => reply.status === 201)).toHaveLength(1);
  });

  it('with one Idempotency-Key find the first attempt, also after it was graded', async () => {
    const who = learner();
    const sectionId = await sectionWith();
    const start = () =>
      replicas[0].call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`, undefined, {
        'idempotency-key': 'k1',
      });
    const first = await start();
    await replicas[0].call(who, `POST /attempts/${first.body.id}:submit`);
    const repeated = await start();
    expect(repeated).toMatchObject({ status: 200, body: { id: first.body.id, state: 'graded' } });
  });
});

describe('saves and the end of an attempt at once', () => {
  it('every acknowledged save counts, whoever submits when', async () => {
    for (let round = 0; round < 15; round += 1) {
      const who = learner();
      const sectionId = await sectionWith();
      const { body } = await replicas[0].call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
      const saves = body.questions.map((question, at) =>
        replica(at).call<SavedAnswerResponse>(who, `PUT /attempts/${body.id}/answers/${question.id}`, {
          sequence: 1,
          answer: answerTo(question),
        }),
      );
      const submits = [0, 1].map((at) => replica(at).call<AttemptResponse>(who, `POST /attempts/${body.id}:submit`));
      const [saved, ended] = [await Promise.all(saves), await Promise.all(submits)];
      const acknowledged = saved.filter((reply) => reply.status === 200).length;
      expect(saved.every((reply) => reply.status === 200 || reply.status === 409)).toBe(true);
      expect(ended.map((reply) => reply.body.result?.score)).toEqual([acknowledged, acknowledged]);
      expect(await storedScore(body.id)).toBe(acknowledged);
    }
  });

  it('the highest sequence number of a question wins, in whatever order saves arrive', async () => {
    const who = learner();
    const sectionId = await sectionWith();
    const { body } = await replicas[0].call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    const [question] = body.questions;
    const replies = await many(50, (at) =>
      replica(at).call<SavedAnswerResponse>(who, `PUT /attempts/${body.id}/answers/${question!.id}`, {
        sequence: ((at * 17) % 50) + 1,
        answer: answerTo(question!, ((at * 17) % 50) + 1 === 50 ? 'right' : 'wrong'),
      }),
    );
    expect(replies.every((reply) => reply.status === 200)).toBe(true);
    const read = await replicas[1].call<AttemptResponse>(who, `GET /attempts/${body.id}`);
    expect(read.body.answers).toMatchObject([{ sequence: 50, answer: answerTo(question!) }]);
  });

  it('a submission raced with the sweep makes one grade and one announcement', async () => {
    const who = learner();
    const sectionId = await sectionWith({ timeLimitSeconds: 60 });
    const { body } = await replicas[0].call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    clock.advance({ seconds: 60 });
    const [submitted] = await Promise.all([
      replicas[0].call<AttemptResponse>(who, `POST /attempts/${body.id}:submit`),
      replicas[0].part(SweepService).runOnce(),
      replicas[1].part(SweepService).runOnce(),
    ]);
    expect(submitted.body).toMatchObject({ state: 'graded', endedBy: 'expired' });
    const graded = await database.dataSource.query(
      `SELECT data ->> 'version' AS version FROM outbox WHERE key = $1 AND type = 'AttemptGraded.v1'`,
      [body.id],
    );
    expect(graded).toEqual([{ version: '2' }]);
  });

  it('fifty submissions give fifty equal answers', async () => {
    const who = learner();
    const sectionId = await sectionWith();
    const { body } = await replicas[0].call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    const replies = await many(50, (at) => replica(at).call(who, `POST /attempts/${body.id}:submit`));
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
    expect(replies[0]?.status).toBe(200);
  });
});

describe('an attempt with an essay, ended from everywhere at once', () => {
  async function sit(policy = {}) {
    const essay = questionSchema.parse({ id: randomUUID(), version: 1, type: 'essay', stem: 'Why?' });
    const { sections } = await publish(replicas[0], [{ questions: [essay, singleChoice()], policy }]);
    const who = learner();
    const { sectionId } = sections[0]!; // one was published
    const { body } = await replicas[0].call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    const choice = body.questions.find(({ type }) => type === 'single_choice')!; // built above
    return { who, path: `/attempts/${body.id}`, id: body.id, essay: essay.id, choice };
  }

  const announcedOf = (id: string): Promise<{ type: string }[]> =>
    database.dataSource.query('SELECT type FROM outbox WHERE key = $1 ORDER BY id', [id]);

  it('is submitted once, and every acknowledged save counts', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { who, path, id, essay, choice } = await sit();
      const saves = [
        replica(0).call(who, `PUT ${path}/answers/${essay}`, { sequence: 1, answer: { essay: 'So.' } }),
        replica(1).call(who, `PUT ${path}/answers/${choice.id}`, { sequence: 1, answer: answerTo(choice) }),
      ];
      const given = { answers: [{ questionId: essay, sequence: 2, answer: { essay: 'So it is.' } }] };
      const submits = [0, 1, 0, 1].map((at) => replica(at).call<AttemptResponse>(who, `POST ${path}:submit`, given));
      const [saved, ended] = [await Promise.all(saves), await Promise.all(submits)];
      expect(new Set(ended.map(({ body }) => body.state))).toEqual(new Set(['submitted']));
      expect(saved.every(({ status }) => status === 200 || status === 409)).toBe(true);
      const { body } = await replicas[0].call<AttemptResponse>(who, `GET ${path}`);
      const outcomes = new Map(body.result?.review?.map(({ questionId, outcome }) => [questionId, outcome]));
      expect(outcomes.get(choice.id)).toBe(saved[1]?.status === 200 ? 'correct' : 'unanswered');
      expect(body.answers.find(({ questionId }) => questionId === essay)?.answer).toEqual({ essay: 'So it is.' });
      expect(await announcedOf(id)).toEqual([{ type: 'AttemptStarted.v1' }, { type: 'AttemptSubmitted.v1' }]);
    }
  });

  it('is submitted once by the sweeps and the learner together, and marked by one marker, once', async () => {
    const { who, path, id, essay } = await sit({ timeLimitSeconds: 60 });
    await replicas[0].call(who, `PUT ${path}/answers/${essay}`, { sequence: 1, answer: { essay: 'So.' } });
    clock.advance({ seconds: 60 });
    const admin = { id: randomUUID(), roles: ['admin'] as const };
    const mark = (at: number) =>
      replica(at).call(admin, `PUT /marking/${id}/${essay}`, { share: '1' }, { 'if-match': '"0"' });
    await Promise.all([
      replicas[0].call(who, `POST ${path}:submit`),
      ...replicas.map((each) => each.part(SweepService).runOnce()),
      ...[0, 1].map(mark),
    ]);
    await Promise.all([0, 1, 0, 1].map(mark));
    await Promise.all(replicas.map((each) => each.part(SweepService).runOnce()));
    const types = (await announcedOf(id)).map(({ type }) => type);
    expect(types).toEqual(['AttemptStarted.v1', 'AttemptSubmitted.v1', 'AttemptGraded.v1']);
    const { body } = await replicas[1].call<AttemptResponse>(who, `GET ${path}`);
    expect(body).toMatchObject({ state: 'graded', endedBy: 'expired', result: { score: 1, scoreMax: 2 } });
  });
});

async function attemptsOf(learnerId: string): Promise<number> {
  const [row] = await database.dataSource.query('SELECT count(*)::int AS count FROM attempt WHERE learner_id = $1', [
    learnerId,
  ]);
  return row.count;
}

async function storedScore(attemptId: string): Promise<number> {
  const [row] = await database.dataSource.query(
    `SELECT a.score::int AS score, (SELECT sum(score)::int FROM response WHERE attempt_id = a.id) AS recount
     FROM attempt a WHERE id = $1`,
    [attemptId],
  );
  expect(row.recount).toBe(row.score);
  return row.score;
}

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock } from '#libs/testing';

import { answerTo, publish } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse, SavedAnswerResponse } from './attempts.dto.js';
import { SweepService } from './sweep.service.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

async function begin(policy = {}, who: Actor = learner()) {
  const { sections } = await publish(quiz, [{ policy }]);
  const section = sections[0]!;
  const started = await quiz.call<AttemptResponse>(who, `POST /sections/${section.sectionId}/attempts`);
  expect(started.status).toBe(201);
  return { who, section, attempt: started.body, path: `/attempts/${started.body.id}` };
}

function allRight(attempt: AttemptResponse) {
  return attempt.questions.map((question) => ({ questionId: question.id, sequence: 1, answer: answerTo(question) }));
}

describe('an attempt', () => {
  it('shows the same paper on every read, without any key', async () => {
    const { who, attempt, path } = await begin();
    const again = await quiz.call<AttemptResponse>(who, `GET ${path}`);
    expect(again.body.questions).toEqual(attempt.questions);
    expect(attempt).toMatchObject({ number: 1, state: 'in_progress', deadlineAt: null, result: null, answers: [] });
    expect(again.text).not.toMatch(/CANARY|isKey|feedback|o\d"/);
  });

  it('keeps saved answers and shows them as the paper does', async () => {
    const { who, attempt, path } = await begin();
    const [question] = attempt.questions;
    const answer = answerTo(question!, 'no');
    const saved = await quiz.call<SavedAnswerResponse>(who, `PUT ${path}/answers/${question!.id}`, {
      sequence: 3,
      answer,
    });
    expect(saved).toMatchObject({ status: 200, body: { questionId: question!.id, sequence: 3 } });
    const read = await quiz.call<AttemptResponse>(who, `GET ${path}`);
    expect(read.body.answers).toEqual([{ questionId: question!.id, sequence: 3, answer, savedAt: saved.body.savedAt }]);
  });

  it('answers a lower or equal sequence number with what is stored', async () => {
    const { who, attempt, path } = await begin();
    const [question] = attempt.questions;
    const put = (sequence: number, text: string) =>
      quiz.call<SavedAnswerResponse>(who, `PUT ${path}/answers/${question!.id}`, {
        sequence,
        answer: answerTo(question!, text),
      });
    await put(5, 'right');
    expect((await put(4, 'no')).body.sequence).toBe(5);
    expect((await put(5, 'no')).body.sequence).toBe(5);
    const read = await quiz.call<AttemptResponse>(who, `GET ${path}`);
    expect(read.body.answers[0]?.answer).toEqual(answerTo(question!, 'right'));
  });

  it('is graded on submission, with review, and gives the same result on every repeat', async () => {
    const { who, attempt, path } = await begin();
    const answers = allRight(attempt);
    answers[0]!.answer = answerTo(attempt.questions[0]!, 'wrong');
    const first = await quiz.call<AttemptResponse>(who, `POST ${path}:submit`, { answers });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      state: 'graded',
      endedBy: 'submitted',
      result: { score: 4, scoreMax: 5, percent: 80, hasPassed: true, reviewWithheld: null },
    });
    expect(first.body.result?.review?.[0]).toMatchObject({
      outcome: 'incorrect',
      score: 0,
      key: answerTo(attempt.questions[0]!),
    });
    const again = await quiz.call<AttemptResponse>(who, `POST ${path}:submit`, { answers: [] });
    const read = await quiz.call<AttemptResponse>(who, `GET ${path}`);
    expect(again.text).toBe(first.text);
    expect(read.body.result).toEqual(first.body.result);
    expect(read.body.answers).toHaveLength(5);
  });

  it('counts unanswered questions and a submission without a body', async () => {
    const { who, path } = await begin();
    const { body } = await quiz.call<AttemptResponse>(who, `POST ${path}:submit`);
    expect(body.result).toMatchObject({ score: 0, scoreMax: 5, hasPassed: false });
    expect(body.result?.review?.map((item) => item.outcome)).toEqual(Array(5).fill('unanswered'));
    expect(body.answers).toEqual([]);
  });

  it('takes no answer after it was submitted', async () => {
    const { who, attempt, path } = await begin();
    await quiz.call(who, `POST ${path}:submit`);
    const [question] = attempt.questions;
    const late = await quiz.call(who, `PUT ${path}/answers/${question!.id}`, {
      sequence: 1,
      answer: answerTo(question!),
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'attempt_graded' } });
  });
});

describe('time on a question', () => {
  const spentOn = async (attemptId: string, questionId: string): Promise<number | null> => {
    const sql = 'SELECT spent_seconds AS spent FROM response WHERE attempt_id = $1 AND question_id = $2';
    return (await quiz.dataSource.query(sql, [attemptId, questionId]))[0].spent;
  };

  it('is kept as the client measured it, never shrinks, and is never more than the attempt has lasted', async () => {
    const { who, attempt, path } = await begin();
    const [question] = attempt.questions;
    const put = (sequence: number, spentSeconds?: number) =>
      quiz.call(who, `PUT ${path}/answers/${question!.id}`, { sequence, answer: answerTo(question!), spentSeconds });
    clock.advance({ seconds: 30 });
    for (const [sequence, spent, kept] of [
      [1, undefined, null],
      [2, 12, 12],
      [3, 5, 12],
      [4, undefined, 12],
      [5, 86_400, 30],
    ] as const) {
      expect((await put(sequence, spent)).status).toBe(200);
      expect(await spentOn(attempt.id, question!.id)).toBe(kept);
    }
    const answers = attempt.questions.map(({ id }, at) => ({
      questionId: id,
      sequence: 9,
      answer: null,
      spentSeconds: at,
    }));
    clock.advance({ seconds: 30 });
    await quiz.call(who, `POST ${path}:submit`, { answers });
    expect(await spentOn(attempt.id, question!.id)).toBe(30);
    expect(await spentOn(attempt.id, attempt.questions[3]!.id)).toBe(3);
  });

  it.each([-1, 86_401, 1.5, '3', null])('is refused as %j', async (spentSeconds) => {
    const { who, attempt, path } = await begin();
    const body = { sequence: 1, answer: null, spentSeconds };
    const refused = await quiz.call(who, `PUT ${path}/answers/${attempt.questions[0]!.id}`, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  });
});

describe('the deadline', () => {
  it.each([
    [-1, 200],
    [0, 409],
    [1, 409],
  ])('%i ms from it a save is answered with %i', async (offsetMs, status) => {
    const { who, attempt, path } = await begin({ timeLimitSeconds: 60 });
    const [question] = attempt.questions;
    clock.set(new Date(new Date(attempt.deadlineAt!).getTime() + offsetMs));
    const saved = await quiz.call(who, `PUT ${path}/answers/${question!.id}`, {
      sequence: 1,
      answer: answerTo(question!),
    });
    expect(saved.status).toBe(status);
    if (status === 409) expect(saved.body.code).toBe('attempt_deadline_passed');
  });

  it('ends the attempt for whoever reads it, with what was saved', async () => {
    const { who, attempt, path } = await begin({ timeLimitSeconds: 60 });
    const [question] = attempt.questions;
    await quiz.call(who, `PUT ${path}/answers/${question!.id}`, { sequence: 1, answer: answerTo(question!) });
    clock.advance({ seconds: 61 });
    const { body } = await quiz.call<AttemptResponse>(who, `GET ${path}`);
    expect(body).toMatchObject({
      state: 'graded',
      endedBy: 'expired',
      submittedAt: attempt.deadlineAt,
      result: { score: 1, scoreMax: 5 },
    });
  });

  it('leaves out what comes along with a late submission', async () => {
    const { who, attempt, path } = await begin({ timeLimitSeconds: 60 });
    clock.advance({ seconds: 60 });
    const { status, body } = await quiz.call<AttemptResponse>(who, `POST ${path}:submit`, {
      answers: allRight(attempt),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ endedBy: 'expired', result: { score: 0 } });
  });

  it('is kept by the sweep when nobody looks, once', async () => {
    const { attempt } = await begin({ timeLimitSeconds: 60 });
    const sweep = quiz.part(SweepService);
    clock.advance({ seconds: 59 });
    await sweep.runOnce();
    expect(await stateOf(attempt.id)).toBe('in_progress');
    clock.advance({ seconds: 1 });
    await Promise.all([sweep.runOnce(), sweep.runOnce()]);
    expect(await stateOf(attempt.id)).toBe('graded');
    expect(await announcedOf(attempt.id)).toEqual(['AttemptStarted.v1', 'AttemptGraded.v1']);
  });

  it('is stretched for a learner with an accommodation, who gets more attempts too', async () => {
    const who = learner();
    await quiz.dataSource.query(`INSERT INTO accommodation VALUES ($1, 1.5, 1, $2, now())`, [who.id, randomUUID()]);
    const { attempt, path, section } = await begin({ timeLimitSeconds: 60, attemptsMax: 1 }, who);
    expect(new Date(attempt.deadlineAt!).getTime() - new Date(attempt.startedAt).getTime()).toBe(90_000);
    const { body } = await quiz.call<AttemptResponse>(who, `POST ${path}:submit`);
    expect(body.result?.next.attemptsLeft).toBe(1);
    expect((await quiz.call(who, `POST /sections/${section.sectionId}/attempts`)).status).toBe(201);
  });
});

async function stateOf(attemptId: string): Promise<string> {
  const [row] = await quiz.dataSource.query('SELECT state FROM attempt WHERE id = $1', [attemptId]);
  return row.state;
}

async function announcedOf(attemptId: string): Promise<string[]> {
  const rows = await quiz.dataSource.query('SELECT type FROM outbox WHERE key = $1 ORDER BY id', [attemptId]);
  return rows.map((row: { type: string }) => row.type);
}

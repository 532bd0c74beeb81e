import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Policy, type Question, questionSchema } from '#libs/contracts';
import { DrivenClock } from '#libs/testing';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { answerTo, canary, publish, singleChoice } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { PracticeSessionResponse, PracticeStateResponse } from './practice.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const practice = { triesMax: 3, retryPenalty: '1/4' };

beforeAll(async () => {
  quiz = await openQuiz(clock, { poolMax: 20 });
});
afterAll(() => quiz?.close());

async function offer(policy: Partial<Policy> = {}, questions?: Question[]) {
  const { courseId, sections } = await publish(quiz, [
    { policy: { practice, ...policy }, ...(questions === undefined ? {} : { questions }) },
  ]);
  return { courseId, sectionId: sections[0]!.sectionId, who: learner() };
}

function start(who: Actor, sectionId: string) {
  return quiz.call<PracticeSessionResponse>(who, `POST /sections/${sectionId}/practice`);
}

async function begin(policy: Partial<Policy> = {}, questions?: Question[]) {
  const offered = await offer(policy, questions);
  const started = await start(offered.who, offered.sectionId);
  expect(started.status).toBe(201);
  const session = started.body;
  const attempt = (answer: object, question = session.questions[0]!, number?: number) =>
    quiz.call<PracticeStateResponse & { code?: string }>(
      offered.who,
      `POST /practice/${session.id}/questions/${question.id}/tries`,
      { answer, ...(number === undefined ? {} : { number }) },
    );
  return { ...offered, session, attempt, question: session.questions[0]! };
}

describe('practice', () => {
  it('begins with the paper and no try, and is found again while it is open', async () => {
    const { who, sectionId, session } = await begin();
    expect(session).toMatchObject({ sectionId, triesMax: 3, retryPenalty: '1/4', finishedAt: null });
    expect(session.states).toHaveLength(5);
    expect(session.states[0]).toMatchObject({ triesUsed: 0, triesLeft: 3, outcome: null, score: null, isDone: false });
    const again = await start(who, sectionId);
    expect(again).toMatchObject({ status: 200, body: session });
    expect((await quiz.call(who, `GET /practice/${session.id}`)).body).toEqual(session);
  });

  it('does not go on with a question that was mended meanwhile, and begins anew with the mended one', async () => {
    const [mended, same] = [singleChoice(), singleChoice()];
    const { courseId, sectionId, who, session } = await begin({}, [mended, same]);
    const next = { ...mended, version: 2 };
    await publish(quiz, [{ sectionId, policy: { practice }, questions: [next, same] }], {
      id: courseId,
      publication: 2,
    });
    const at = (question: { id: string }) => {
      const shown = session.questions.find(({ id }) => id === question.id)!; // both are on the paper
      const path = `POST /practice/${session.id}/questions/${question.id}/tries`;
      return quiz.call<{ code?: string }>(who, path, { answer: answerTo(shown, 'right') });
    };
    expect(await at(mended)).toMatchObject({ status: 409, body: { code: 'practice_outdated' } });
    expect((await at(same)).status).toBe(200);
    const anew = await start(who, sectionId);
    expect(anew.status).toBe(201);
    expect(anew.body.id).not.toBe(session.id);
    expect(
      (await quiz.call<PracticeSessionResponse>(who, `GET /practice/${session.id}`)).body.finishedAt,
    ).not.toBeNull();
  });

  it('tells at once what was wrong, gives a hint for each failed try, and the key only when the question is done', async () => {
    const built = singleChoice({ hints: ['First hint.', 'Second hint.'], points: '2' });
    const { attempt, question } = await begin({}, [built]);
    const first = await attempt(answerTo(question, 'wrong'));
    expect(first).toMatchObject({
      status: 200,
      body: {
        outcome: 'incorrect',
        score: 0,
        scoreMax: 2,
        penalty: 0.5,
        hint: 'First hint.',
        triesLeft: 2,
        isDone: false,
      },
    });
    expect(first.body).toMatchObject({ key: null, explanation: null });
    expect(first.body.optionFeedback).toEqual([
      { optionId: answerTo(question, 'wrong').choice, isKey: null, feedback: `${canary} feedback 1` },
    ]);
    const second = await attempt(answerTo(question, 'right'));
    expect(second.body).toMatchObject({
      outcome: 'correct',
      score: 1.5,
      isDone: true,
      triesLeft: 0,
      hints: ['First hint.'],
    });
    expect(second.body).toMatchObject({ key: answerTo(question), explanation: `${canary} explanation` });
    expect(second.body.optionFeedback).toHaveLength(4);
    expect(await attempt(answerTo(question))).toMatchObject({ status: 409, body: { code: 'practice_question_done' } });
  });

  it('is done with a question when its tries are used up, and keeps the best of them', async () => {
    const { attempt, question } = await begin();
    for (const text of ['wrong', 'no']) expect((await attempt(answerTo(question, text))).body.isDone).toBe(false);
    const last = await attempt(answerTo(question, 'false'));
    expect(last.body).toMatchObject({ isDone: true, score: 0, key: answerTo(question) });
  });

  it('shows what the policy lets it show while practising, and nothing else', async () => {
    const during = { score: false, correctness: false, key: false, feedback: false };
    const reviewPhases = { during, afterSubmit: during, afterPass: during, afterClose: during };
    const { attempt, question, session, who } = await begin({ reviewPhases }, [singleChoice({ hints: ['Hint.'] })]);
    const right = await attempt(answerTo(question));
    expect(right.body).toMatchObject({
      outcome: null,
      score: null,
      hint: null,
      hints: [],
      isDone: false,
      triesLeft: 2,
    });
    await attempt(answerTo(question, 'wrong'));
    const done = await attempt(answerTo(question));
    expect(done.body).toMatchObject({ isDone: true, outcome: null, key: null, explanation: null, optionFeedback: [] });
    expect((await quiz.call(who, `GET /practice/${session.id}`)).text).not.toMatch(/CANARY|Hint/);
  });

  it('answers the same bytes to a right and a wrong try where correctness stays hidden', async () => {
    const hidden = { score: false, correctness: false, key: false, feedback: true };
    const phases = { during: hidden, afterSubmit: hidden, afterPass: hidden, afterClose: hidden };
    const texts = await Promise.all(
      ['right', 'wrong'].map(async (text) => {
        const outcomeFeedback = { correct: 'Yes!', incorrect: 'No!' };
        const { attempt, question } = await begin({ reviewPhases: phases }, [
          singleChoice({ outcomeFeedback, hints: ['H'] }),
        ]);
        const { body } = await attempt(answerTo(question, text));
        return JSON.stringify({ ...body, questionId: '', answer: null });
      }),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  it('leaves an essay to the learner after one try', async () => {
    const essay = questionSchema.parse({
      id: randomUUID(),
      version: 1,
      type: 'essay',
      stem: 'Why?',
      explanation: 'So.',
    });
    const { attempt } = await begin({}, [essay]);
    const tried = await attempt({ essay: 'Because.' });
    expect(tried.body).toMatchObject({ outcome: 'pending', score: null, isDone: true, explanation: 'So.' });
  });

  it('finishes, stays readable, takes no further try, and makes room for a new one', async () => {
    const { who, sectionId, session, attempt, question } = await begin();
    await attempt(answerTo(question, 'wrong'));
    const finished = await quiz.call<PracticeSessionResponse>(who, `POST /practice/${session.id}:finish`);
    expect(finished).toMatchObject({ status: 200, body: { finishedAt: clock.now().toISOString() } });
    clock.advance({ minutes: 1 });
    const repeated = await quiz.call<PracticeSessionResponse>(who, `POST /practice/${session.id}:finish`);
    expect(repeated.body).toEqual(finished.body);
    expect(await attempt(answerTo(question))).toMatchObject({ status: 409, body: { code: 'practice_finished' } });
    const next = await start(who, sectionId);
    expect(next.status).toBe(201);
    expect(next.body.id).not.toBe(session.id);
  });

  it('counts nowhere: no attempt, no progress, no event', async () => {
    const { who, courseId, sectionId, attempt, question } = await begin({ attemptsMax: 1, cooldownSeconds: 600 });
    await attempt(answerTo(question));
    const progress = await quiz.call<{ sections: object[] }>(who, `GET /courses/${courseId}/progress`);
    expect(progress.body.sections).toMatchObject([
      { state: 'open', attemptsUsed: 0, attemptsLeft: 1, percent: null, lastActivityAt: null },
    ]);
    expect((await quiz.call<{ items: [] }>(who, `GET /sections/${sectionId}/attempts`)).body.items).toEqual([]);
    const events = await quiz.dataSource.query(`SELECT 1 FROM outbox WHERE data ->> 'learnerId' = $1`, [who.id]);
    expect(events).toEqual([]);
  });
});

describe('a practice is refused', () => {
  it.each([null, undefined])('where the policy offers none (%s)', async (none) => {
    const { who, sectionId } = await offer({ practice: none });
    expect(await start(who, sectionId)).toMatchObject({ status: 409, body: { code: 'practice_not_offered' } });
  });

  it('before the section opens and after it closes, and until its prerequisites are passed', async () => {
    const [soon, past] = [60_000, -60_000].map((ms) => new Date(clock.now().getTime() + ms).toISOString());
    const closed = await offer({ closesAt: past! });
    expect(await start(closed.who, closed.sectionId)).toMatchObject({
      status: 409,
      body: { code: 'practice_not_allowed' },
    });
    const early = await offer({ opensAt: soon! });
    const refused = await quiz.call(early.who, `POST /sections/${early.sectionId}/practice`);
    expect(refused.body.errors).toMatchObject([{ pointer: '/reasons/window_not_open' }]);
    const first = randomUUID();
    const { sections } = await publish(quiz, [
      { sectionId: first, title: 'Basics' },
      { prerequisites: [first], policy: { practice } },
    ]);
    const locked = await quiz.call(learner(), `POST /sections/${sections[1]!.sectionId}/practice`);
    expect(locked.body).toMatchObject({ code: 'practice_not_allowed', errors: [{ detail: 'Pass “Basics” first.' }] });
  });

  it('neither by a cooldown nor by used up attempts', async () => {
    const { who, sectionId } = await offer({ attemptsMax: 1, cooldownSeconds: 600 });
    const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    await quiz.call(who, `POST /attempts/${body.id}:submit`);
    expect((await start(who, sectionId)).status).toBe(201);
  });

  it('while the quiz of the section is being taken: it would show keys', async () => {
    const { who, sectionId, session, attempt, question } = await begin({ timeLimitSeconds: 60 });
    await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    const doors = [
      await start(who, sectionId),
      await attempt(answerTo(question)),
      await quiz.call(who, `GET /practice/${session.id}`),
      await quiz.call(who, `POST /practice/${session.id}:finish`),
    ];
    for (const reply of doors) expect(reply).toMatchObject({ status: 409, body: { code: 'practice_paused' } });
    clock.advance({ minutes: 1 });
    expect((await attempt(answerTo(question))).status).toBe(200);
  });

  it('to whomever it does not belong to, just as one that does not exist', async () => {
    const { session, question } = await begin();
    const other = learner();
    const foreign = await quiz.call(other, `GET /practice/${session.id}`);
    const unknown = await quiz.call(other, `GET /practice/${randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
    const tried = await quiz.call(other, `POST /practice/${session.id}/questions/${question.id}/tries`, {
      answer: answerTo(question),
    });
    expect(tried.status).toBe(404);
    expect((await quiz.call(other, `POST /practice/${session.id}:finish`)).status).toBe(404);
    expect((await quiz.call(other, `POST /sections/${randomUUID()}/practice`)).status).toBe(404);
    expect((await quiz.call({ id: randomUUID(), roles: ['author'] }, `GET /practice/${session.id}`)).status).toBe(403);
    expect((await quiz.call(null, `GET /practice/${session.id}`)).status).toBe(401);
  });

  it('beyond fifty a day', async () => {
    const { who, sectionId } = await offer();
    for (let at = 0; at < 50; at += 1) {
      const { body } = await start(who, sectionId);
      await quiz.call(who, `POST /practice/${body.id}:finish`);
    }
    const refused = await start(who, sectionId);
    expect(refused).toMatchObject({ status: 429, body: { code: 'practice_limit' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    clock.advance({ days: 1, seconds: 1 });
    expect((await start(who, sectionId)).status).toBe(201);
  });

  it.each([
    [{}, 'request_invalid'],
    [{ answer: null }, 'request_invalid'],
    [{ answer: { choice: '9' } }, 'answer_invalid'],
    [{ answer: { text: 'right' } }, 'answer_invalid'],
    [{ answer: { choice: '1' }, share: '1' }, 'request_invalid'],
    [{ answer: { choice: '1' }, number: 0 }, 'request_invalid'],
  ])('the try %j', async (request, code) => {
    const { who, session, question } = await begin();
    const refused = await quiz.call(who, `POST /practice/${session.id}/questions/${question.id}/tries`, request);
    expect(refused).toMatchObject({ status: 400, body: { code } });
  });

  it('a try without an answer, and one at a question that is not in it', async () => {
    const text = questionSchema.parse({
      id: randomUUID(),
      version: 1,
      type: 'short_text',
      stem: 'Which?',
      accepted: ['a'],
    });
    const { who, session, attempt } = await begin({}, [text]);
    expect(await attempt({ text: '  ' })).toMatchObject({ status: 400, body: { code: 'answer_invalid' } });
    const elsewhere = `POST /practice/${session.id}/questions/${randomUUID()}/tries`;
    expect((await quiz.call(who, elsewhere, { answer: { text: 'a' } })).status).toBe(404);
    expect((await quiz.call(who, `POST /practice/x/questions/y/tries`, { answer: { text: 'a' } })).status).toBe(400);
  });
});

describe('at once', () => {
  it('many starts give one session, and many tries never more than there are', async () => {
    const { who, sectionId } = await offer();
    const started = await Promise.all(Array.from({ length: 20 }, () => start(who, sectionId)));
    expect(new Set(started.map(({ body }) => body.id)).size).toBe(1);
    expect(started.filter(({ status }) => status === 201)).toHaveLength(1);
    const { id, questions } = started[0]!.body;
    const tried = await Promise.all(
      Array.from({ length: 10 }, () =>
        quiz.call<PracticeStateResponse>(who, `POST /practice/${id}/questions/${questions[0]!.id}/tries`, {
          answer: answerTo(questions[0]!, 'wrong'),
        }),
      ),
    );
    expect(tried.map(({ status }) => status).sort()).toEqual([200, 200, 200, ...Array<number>(7).fill(409)]);
  });

  it('a numbered try that is repeated counts once', async () => {
    const { attempt, question } = await begin();
    const replies = await Promise.all([1, 2, 3].map(() => attempt(answerTo(question, 'wrong'), question, 1)));
    expect(replies.map(({ body }) => body.triesUsed)).toEqual([1, 1, 1]);
    expect((await attempt(answerTo(question), question, 2)).body).toMatchObject({ triesUsed: 2, outcome: 'correct' });
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy } from '#libs/contracts';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { introduce, publish, singleChoice } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { OwnChallengeResponse, OwnChallengesResponse, SectionChallengeResponse } from './challenges.dto.js';
import { openChallenges } from './challenges.queries.js';

let quiz: QuizUnderTest;

beforeAll(async () => {
  quiz = await openQuiz();
});
afterAll(() => quiz?.close());

const owner: Actor = { id: randomUUID(), roles: ['author'] };
const text = 'The second option is right as well.';

async function course(policy: Partial<Policy> = {}, questionCount = 2) {
  const questions = Array.from({ length: questionCount }, () =>
    singleChoice({ stem: `Which one? ${'x'.repeat(300)}` }),
  );
  const id = randomUUID();
  const { courseId, sections } = await publish(quiz, [{ policy, questions }], {
    id,
    publication: 1,
    ownerId: owner.id,
  });
  return { courseId, sectionId: sections[0]!.sectionId, questionIds: questions.map((question) => question.id) };
}

async function take(who: Actor, sectionId: string): Promise<AttemptResponse> {
  const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
  return (await quiz.call<AttemptResponse>(who, `POST /attempts/${body.id}:submit`, {})).body;
}

function challenge(who: Actor, attemptId: string, questionId: string, said: unknown = text) {
  const path = `POST /attempts/${attemptId}/questions/${questionId}/challenge`;
  return quiz.call<OwnChallengeResponse & { code?: string }>(who, path, { text: said });
}

async function challenged() {
  const made = await course();
  const who = learner();
  await introduce(quiz, who);
  const attempt = await take(who, made.sectionId);
  const questionId = made.questionIds[0]!;
  const { body } = await challenge(who, attempt.id, questionId);
  return { ...made, who, attempt, questionId, challengeId: body.id };
}

describe('a challenge', () => {
  it('is made once per attempt and question, and stays to be read', async () => {
    const { sectionId, questionIds } = await course();
    const who = learner();
    const attempt = await take(who, sectionId);
    const questionId = questionIds[1]!;
    expect(await challenge(who, attempt.id, questionId, `  ${text} `)).toMatchObject({
      status: 201,
      body: { attemptId: attempt.id, questionId, text, state: 'open', reply: null, resolvedAt: null },
    });
    expect(await challenge(who, attempt.id, questionId)).toMatchObject({
      status: 409,
      body: { code: 'already_challenged' },
    });
    const { body } = await quiz.call<OwnChallengesResponse>(who, `GET /attempts/${attempt.id}/challenges`);
    expect(body.items).toHaveLength(1);
  });

  it('is made once when the request is repeated under its key', async () => {
    const { sectionId, questionIds } = await course();
    const who = learner();
    const attempt = await take(who, sectionId);
    const path = `POST /attempts/${attempt.id}/questions/${questionIds[0]}/challenge`;
    const call = () => quiz.call<OwnChallengeResponse>(who, path, { text }, { 'idempotency-key': 'once' });
    const [first, second] = [await call(), await call()];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['2,001 characters', 'x'.repeat(2_001)],
    ['no text', 7],
    ['a NUL', 'a\0b'],
    ['half a character', 'a\ud800b'],
  ])('of %s is refused with the place of the mistake', async (_, said) => {
    const { sectionId, questionIds } = await course();
    const who = learner();
    const attempt = await take(who, sectionId);
    const reply = await challenge(who, attempt.id, questionIds[0]!, said);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/text' }] } });
  });

  it.each<[string, Partial<Policy>, boolean]>([
    ['before the end', {}, false],
    ['where the policy never shows a review', { review: 'never' }, true],
    ['where a review comes with passing', { review: 'after_pass' }, true],
  ])('is refused %s', async (_, policy, isEnded) => {
    const { sectionId, questionIds } = await course(policy);
    const who = learner();
    const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    if (isEnded) await quiz.call(who, `POST /attempts/${body.id}:submit`, {});
    const reply = await challenge(who, body.id, questionIds[0]!);
    expect(reply).toMatchObject({ status: 409, body: { code: 'review_not_visible' } });
  });

  it('of a foreign attempt or a question that is not on the paper is answered as if neither existed', async () => {
    const { sectionId, questionIds } = await course();
    const who = learner();
    const attempt = await take(who, sectionId);
    const replies = [
      await challenge(learner(), attempt.id, questionIds[0]!),
      await challenge(who, attempt.id, randomUUID()),
      await challenge(who, randomUUID(), questionIds[0]!),
      await quiz.call(learner(), `GET /attempts/${attempt.id}/challenges`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('is one of at most 20 open ones per learner and course, raced or not', async () => {
    const { sectionId, questionIds } = await course({}, 25);
    const who = learner();
    const attempt = await take(who, sectionId);
    const replies = await Promise.all(questionIds.map((questionId) => challenge(who, attempt.id, questionId)));
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(refused.map(({ body }) => body.code)).toEqual(Array.from({ length: 5 }, () => 'too_many_challenges'));
  });
});

describe('the owner of the course', () => {
  it('sees challenges with the question and how many doubt it', async () => {
    const { sectionId, questionId, who, attempt } = await challenged();
    const other = await take(learner(), sectionId);
    expect(other.id).not.toBe(attempt.id);
    const { body } = await quiz.call<{ items: SectionChallengeResponse[] }>(
      owner,
      `GET /sections/${sectionId}/challenges`,
    );
    expect(body.items).toMatchObject([
      { questionId, questionVersion: 1, learnerId: who.id, learnerName: 'Ada Lovelace', text, questionOpen: 1 },
    ]);
    expect(body.items[0]?.stemStart).toMatch(/^Which one\? x{140,160}$/);
    expect(await openChallenges(quiz.dataSource, sectionId)).toEqual([{ questionId, questionVersion: 1, count: 1 }]);
  });

  it('pages and filters', async () => {
    const { sectionId, questionIds } = await course();
    const who = learner();
    for (let count = 0; count < 2; count += 1) {
      const attempt = await take(who, sectionId);
      for (const questionId of questionIds) await challenge(who, attempt.id, questionId);
    }
    const list = (query: string) =>
      quiz.call<{ items: SectionChallengeResponse[]; next: string | null }>(
        owner,
        `GET /sections/${sectionId}/challenges?${query}`,
      );
    const first = (await list('limit=3')).body;
    const second = (await list(`limit=3&cursor=${first.next}`)).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    expect((await list(`questionId=${questionIds[0]}`)).body.items).toHaveLength(2);
    expect((await list('state=accepted')).body.items).toHaveLength(0);
    expect((await list('state=dropped')).status).toBe(400);
  });

  it.each(['accepted', 'declined'] as const)('answers: %s, which the learner reads', async (outcome) => {
    const { who, attempt, challengeId } = await challenged();
    const resolve = (request: object) => quiz.call(owner, `POST /challenges/${challengeId}:resolve`, request);
    const answer = { outcome, reply: 'Thank you.' };
    expect(await resolve(answer)).toMatchObject({ status: 200, body: { state: outcome, questionOpen: 0 } });
    expect((await resolve(answer)).status).toBe(200);
    expect(await resolve({ outcome, reply: 'Or not.' })).toMatchObject({
      status: 409,
      body: { code: 'challenge_resolved' },
    });
    const { body } = await quiz.call<OwnChallengesResponse>(who, `GET /attempts/${attempt.id}/challenges`);
    expect(body.items).toMatchObject([{ state: outcome, reply: 'Thank you.' }]);
    expect(body.items[0]?.resolvedAt).not.toBeNull();
    expect(await quiz.metrics()).toMatch(new RegExp(`challenges_resolved_total\\{.*outcome="${outcome}".*\\} 1`));
  });

  it('is the only one who does: for other authors neither section nor challenge exists', async () => {
    const { sectionId, challengeId } = await challenged();
    const stranger: Actor = { id: randomUUID(), roles: ['author'] };
    const answer = { outcome: 'declined', reply: 'No.' };
    const replies = [
      await quiz.call(stranger, `GET /sections/${sectionId}/challenges`),
      await quiz.call(stranger, `POST /challenges/${challengeId}:resolve`, answer),
      await quiz.call(owner, `POST /challenges/${randomUUID()}:resolve`, answer),
    ];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await quiz.call(learner(), `GET /sections/${sectionId}/challenges`)).status).toBe(403);
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { answerTo, publish } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from './attempts.dto.js';

let quiz: QuizUnderTest;
let sectionId: string;
let owner: Actor;
let attempt: AttemptResponse;
let foreign: AttemptResponse;

beforeAll(async () => {
  quiz = await openQuiz();
  const { sections } = await publish(quiz, [{}, {}]);
  sectionId = sections[0]!.sectionId; // two were published
  owner = learner();
  attempt = (await quiz.call<AttemptResponse>(owner, `POST /sections/${sectionId}/attempts`)).body;
  foreign = (await quiz.call<AttemptResponse>(learner(), `POST /sections/${sections[1]!.sectionId}/attempts`)).body; // as above
});
afterAll(() => quiz?.close());

const right = () => answerTo(attempt.questions[0]!); // five were drawn
const save = (body: unknown, questionId = attempt.questions[0]!.id) =>
  quiz.call(owner, `PUT /attempts/${attempt.id}/answers/${questionId}`, body);

describe('a save is refused', () => {
  it.each<[string, () => unknown, number, string]>([
    ['without a body', () => undefined, 400, 'request_invalid'],
    ['with malformed JSON', () => '{"sequence":', 400, 'request_malformed'],
    ['with a sequence of text', () => ({ sequence: '1', answer: null }), 400, 'request_invalid'],
    ['with a sequence of zero', () => ({ sequence: 0, answer: null }), 400, 'request_invalid'],
    ['with a fraction as sequence', () => ({ sequence: 1.5, answer: null }), 400, 'request_invalid'],
    ['with a sequence beyond exact numbers', () => ({ sequence: 2 ** 53, answer: null }), 400, 'request_invalid'],
    ['with a score', () => ({ sequence: 1, answer: right(), score: 1 }), 400, 'request_invalid'],
    ['with a learner', () => ({ sequence: 1, answer: right(), learnerId: randomUUID() }), 400, 'request_invalid'],
    ['with a time', () => ({ sequence: 1, answer: right(), savedAt: '2020-01-01T00:00:00Z' }), 400, 'request_invalid'],
    ['with the answer of another type', () => ({ sequence: 1, answer: { value: true } }), 400, 'answer_invalid'],
    [
      'with an option that is not on the paper',
      () => ({ sequence: 1, answer: { choice: '99' } }),
      400,
      'answer_invalid',
    ],
    ["with the author's option id", () => ({ sequence: 1, answer: { choice: 'o0' } }), 400, 'answer_invalid'],
    ['with a NUL in it', () => ({ sequence: 1, answer: { text: 'a\0b' } }), 400, 'request_invalid'],
    ['with more than a megabyte', () => ({ sequence: 1, answer: { text: 'x'.repeat(2e6) } }), 413, 'body_too_large'],
  ])('%s', async (_, body, status, code) => {
    expect(await save(body())).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['unknown', () => randomUUID()],
    ["of somebody else's paper", () => foreign.questions[0]!.id],
  ])('for a question %s', async (_, questionId) => {
    expect(await save({ sequence: 1, answer: null }, questionId())).toMatchObject({
      status: 404,
      body: { code: 'question_not_in_paper' },
    });
  });

  it('for an id that is none', async () => {
    expect(await save({ sequence: 1, answer: null }, 'x')).toMatchObject({
      status: 400,
      body: { code: 'request_invalid' },
    });
  });

  it('of a type that is not JSON', async () => {
    const reply = await quiz.call(owner, `POST /attempts/${attempt.id}:submit`, 'a=1', {
      'content-type': 'text/plain',
    });
    expect(reply).toMatchObject({ status: 415, body: { code: 'content_type_unsupported' } });
  });
});

describe('a submission is refused', () => {
  it('with an answer to a question that is not on the paper, and grades nothing', async () => {
    const answers = [{ questionId: foreign.questions[0]!.id, sequence: 1, answer: null }]; // five were drawn
    const reply = await quiz.call(owner, `POST /attempts/${attempt.id}:submit`, { answers });
    expect(reply).toMatchObject({ status: 400, body: { code: 'question_not_in_paper' } });
    expect((await quiz.call<AttemptResponse>(owner, `GET /attempts/${attempt.id}`)).body.state).toBe('in_progress');
  });
});

describe("somebody else's attempt cannot be told from none", () => {
  it.each([
    ['read', (id: string) => quiz.call(owner, `GET /attempts/${id}`)],
    [
      'answered',
      (id: string) => quiz.call(owner, `PUT /attempts/${id}/answers/${randomUUID()}`, { sequence: 1, answer: null }),
    ],
    ['submitted', (id: string) => quiz.call(owner, `POST /attempts/${id}:submit`)],
  ])('when it is %s', async (_, call) => {
    const [theirs, nobodys] = [await call(foreign.id), await call(randomUUID())];
    const untraced = (text: string) => text.replace(/"traceId":"[^"]*"/, '');
    expect(theirs).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(untraced(theirs.text)).toBe(untraced(nobodys.text));
  });
});

describe('whoever may not', () => {
  it.each<[string, Actor | null, number, string]>([
    ['nobody', null, 401, 'token_missing'],
    ['an author', { id: randomUUID(), roles: ['author'] }, 403, 'not_allowed'],
    ['an instructor', { id: randomUUID(), roles: ['instructor'] }, 403, 'not_allowed'],
  ])('%s starts an attempt', async (_, who, status, code) => {
    expect(await quiz.call(who, `POST /sections/${sectionId}/attempts`)).toMatchObject({ status, body: { code } });
  });

  it('starts in a section that does not exist', async () => {
    const reply = await quiz.call(owner, `POST /sections/${randomUUID()}/attempts`);
    expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each([
    ['/courses?cursor=%00', 400],
    [`/courses?cursor=${cursor('courses', 'a\0', 'x')}`, 400],
    [`/courses?cursor=${cursor('courses', 'a', 'x')}`, 400],
    ['/courses?limit=100000', 400],
    ['/courses/%00', 400],
    ['/courses/..%2f', 400],
    [`/sections/${randomUUID()}/attempts?cursor=${cursor('attempts', 'x')}`, 400],
    [`/sections/${randomUUID()}/attempts?cursor=${cursor('attempts', 1e15)}`, 400],
    [`/me/credentials?cursor=${cursor('credentials', 'x', 'y')}`, 400],
    [`/me/credentials?cursor=${cursor('credentials', '2030-01-01', 'y')}`, 400],
    ['/credentials/x', 400],
    [`/credentials/${randomUUID()}?format=gif`, 400],
    [`/credentials/${randomUUID()}`, 404],
    [`/credentials/${randomUUID()}/verification`, 404],
    ['/issuer/keys/none', 404],
  ])('reads %s is answered with %i', async (path, status) => {
    expect((await quiz.call(owner, `GET ${path}`)).status).toBe(status);
  });
});

function cursor(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Policy, questionSchema } from '#libs/contracts';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';

import { answerTo, canary, deliverGrades, introduce, publish, singleChoice } from '../../test-events.js';
import { type Actor, definition, learner, type QuizUnderTest, type Reply, startQuiz } from '../../test-support.js';
import type { AttemptResponse } from './attempts.dto.js';

let database: TestDatabase;
let quiz: QuizUnderTest;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations });
  quiz = await startQuiz(database.dataSource, new DrivenClock());
});
afterAll(async () => {
  await quiz?.close();
  await database?.drop();
});

/** One of each type, with a canary wherever a key, a feedback or an explanation stands. */
function questions() {
  const secret = (name: string) => `${canary} ${name}`;
  const id = () => crypto.randomUUID();
  const base = (type: string) => ({
    id: id(),
    version: 1,
    type,
    stem: `A ${type} question`,
    explanation: secret('why'),
  });
  const feedback = { true: secret('true'), false: secret('false') };
  const options = [
    { id: `${canary}-key`, text: 'right', isKey: true, feedback: secret('right') },
    { id: `${canary}-not`, text: 'wrong', isKey: false, feedback: secret('wrong') },
  ];
  return [
    singleChoice({ options }),
    questionSchema.parse({ ...base('multiple_choice'), options }),
    questionSchema.parse({ ...base('true_false'), key: true, feedback }),
    questionSchema.parse({ ...base('short_text'), accepted: [secret('accepted')] }),
    questionSchema.parse({ ...base('numeric'), value: '41.98989', tolerance: '0.01357' }),
  ];
}

/** Keys of numeric questions cannot hold words; these digits stand for them. */
const revealing = new RegExp(`${canary}|98989|01357|isKey|optionFeedback`);

async function sit(review: Policy['review'], { isRight }: { isRight: boolean }) {
  const { courseId, sections } = await publish(quiz, [{ questions: questions(), policy: { review, passMark: 0.2 } }]);
  const who = learner();
  await introduce(quiz, who);
  const before: Reply<unknown>[] = [];
  const { sectionId } = sections[0]!; // one was published
  const started = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
  before.push(started);
  const path = `/attempts/${started.body.id}`;
  const choice = started.body.questions.find((question) => question.type === 'single_choice')!; // built above
  const answer = answerTo(choice, isRight ? 'right' : 'wrong');
  before.push(await quiz.call(who, `PUT ${path}/answers/${choice.id}`, { sequence: 1, answer }));
  before.push(await quiz.call(who, `PUT ${path}/answers/${choice.id}`, { sequence: 2, answer: { choice: '9' } }));
  before.push(...(await look(who, { path, sectionId, courseId })));
  const submitted = await quiz.call<AttemptResponse>(who, `POST ${path}:submit`);
  await deliverGrades(quiz, who.id);
  return { before, submitted, after: await look(who, { path, sectionId, courseId }) };
}

/** Everything that a learner can read. */
async function look(who: Actor, at: { path: string; sectionId: string; courseId: string }): Promise<Reply<unknown>[]> {
  const [own] = (await quiz.call<{ items: { id: string }[] }>(who, 'GET /me/credentials')).body.items;
  const paths = [
    at.path,
    `/sections/${at.sectionId}/attempts`,
    `/courses/${at.courseId}`,
    `/courses/${at.courseId}/progress`,
    '/courses',
    '/me/credentials',
    ...(own === undefined ? [] : [`/credentials/${own.id}`, `/credentials/${own.id}/verification`]),
  ];
  return Promise.all(paths.map((path) => quiz.call<unknown>(who, `GET ${path}`)));
}

const leaks = (replies: readonly Reply<unknown>[]) => replies.filter((reply) => revealing.test(reply.text));

describe('the key', () => {
  it.each<[Policy['review'], boolean]>([
    ['never', true],
    ['score_only', true],
    ['after_submit', true],
    ['after_pass', true],
    ['after_pass', false],
  ])('shows nowhere before the submission (review %s, right %s)', async (review, isRight) => {
    const { before } = await sit(review, { isRight });
    expect(leaks(before)).toEqual([]);
  });

  it.each<[Policy['review'], boolean, boolean]>([
    ['never', true, false],
    ['score_only', true, false],
    ['after_submit', false, true],
    ['after_pass', false, false],
    ['after_pass', true, true],
  ])('with review %s, right %s, shows after the submission: %s', async (review, isRight, isShown) => {
    const { submitted, after } = await sit(review, { isRight });
    expect(revealing.test(submitted.text)).toBe(isShown);
    expect(leaks(after)).toHaveLength(isShown ? 1 : 0);
  });

  it('hides the score everywhere where the policy never shows it', async () => {
    const { submitted, after } = await sit('never', { isRight: true });
    expect(submitted.body.result).toMatchObject({ score: null, scoreMax: null, percent: null, review: null });
    for (const { text } of after) expect(text).not.toMatch(/"(score|percent)":\d/);
  });

  it('does not show in what a save answers: right and wrong get the same bytes', async () => {
    const { sections } = await publish(quiz, [{}]);
    const who = learner();
    const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sections[0]?.sectionId}/attempts`);
    const [question] = body.questions;
    const save = (sequence: number, text: string) =>
      quiz.call(who, `PUT /attempts/${body.id}/answers/${question?.id}`, {
        sequence,
        answer: answerTo(question!, text),
      });
    const [right, wrong] = [await save(1, 'right'), await save(2, 'wrong')];
    expect(wrong.text.replace('"sequence":2', '"sequence":1')).toBe(right.text);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Policy, type Question, questionSchema } from '#libs/contracts';

import { answerTo, publish, singleChoice } from '../../test-events.js';
import { learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from './attempts.dto.js';

let quiz: QuizUnderTest;

beforeAll(async () => {
  quiz = await openQuiz();
});
afterAll(() => quiz?.close());

/** An attempt whose only question is graded by its next version since, as a regrade leaves it. */
async function first(policy: Partial<Policy> = {}) {
  const before = singleChoice({ shuffle: false });
  const { courseId, sections } = await publish(quiz, [{ questions: [before], policy }]);
  const { sectionId } = sections[0]!; // one was published
  const who = learner();
  const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
  const answers = [{ questionId: before.id, sequence: 1, answer: answerTo(body.questions[0]!, 'wrong') }];
  await quiz.call(who, `POST /attempts/${body.id}:submit`, { answers });
  const regrade = async (fields: object, columns: string) => {
    const after = questionSchema.parse({ ...before, ...fields, version: 2 });
    await publish(quiz, [{ sectionId, questions: [after], policy }], { id: courseId, publication: 2 });
    await quiz.dataSource.query(`UPDATE response SET graded_version = 2, ${columns} WHERE attempt_id = $1`, [body.id]);
    await quiz.dataSource.query('UPDATE attempt SET version = version + 1 WHERE id = $1', [body.id]);
    const read = await quiz.call<AttemptResponse>(who, `GET /attempts/${body.id}`);
    expect(read.status).toBe(200);
    return { attempt: read.body, item: read.body.result!.review![0]! };
  };
  return { before, paper: body, regrade };
}

const keyed = (question: Question, right: string) =>
  'options' in question
    ? question.options.map((option) => ({ ...option, isKey: option.text === right, feedback: `New: ${option.text}` }))
    : [];

describe('the review of an attempt that was regraded', () => {
  it('shows the version that graded it and its key, while the paper stays as it was', async () => {
    const { before, paper, regrade } = await first();
    const fields = { stem: 'Which one, put better?', options: keyed(before, 'wrong') };
    const { attempt, item } = await regrade(fields, `outcome = 'correct', score = 1`);
    expect(attempt.questions).toEqual(paper.questions);
    const shown = item.regraded!.question;
    expect(shown.stem).toBe('Which one, put better?');
    expect(item).toMatchObject({ outcome: 'correct', key: answerTo(shown, 'wrong'), isDropped: false });
    expect(item.regraded?.answer).toEqual(answerTo(shown, 'wrong'));
    expect(item.optionFeedback.find(({ isKey }) => isKey)?.feedback).toBe('New: wrong');
  });

  it('shows a version that has other options, with the answer and the key in its own terms', async () => {
    const { before, regrade } = await first();
    const [right, , ...others] = keyed(before, 'right');
    const options = [{ id: 'new', text: 'new', isKey: false }, right!, ...others];
    const { item } = await regrade({ options }, `outcome = 'incorrect', score = 0`);
    const shown = item.regraded!.question;
    expect(shown.options?.map(({ text }) => text)).toContain('new');
    expect(item.key).toEqual(answerTo(shown, 'right'));
  });

  it('says that a question was dropped, and stays readable where it has become another type', async () => {
    const dropped = await (await first()).regrade({}, `is_dropped = true, score = 0`);
    expect(dropped.item).toMatchObject({ isDropped: true, score: 0, scoreMax: 0 });
    const { regrade } = await first();
    const other = { type: 'short_text', accepted: ['right'] };
    const { item } = await regrade(other, `decided_share = '1', outcome = 'correct', score = 1`);
    expect(item).toMatchObject({ outcome: 'correct', score: 1, key: { text: 'right' }, regraded: { answer: null } });
    expect([dropped.item.isGranted, item.isGranted]).toEqual([false, true]);
  });
});

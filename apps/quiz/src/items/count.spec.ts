import { describe, expect, it } from '@jest/globals';
import { questionSchema } from '#libs/contracts';

import { countOf, type GradedAnswer } from './count.js';

const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const text = (id: string, version = 1) =>
  questionSchema.parse({ id, version, type: 'short_text', stem: 'What?', accepted: ['yes'] });
const truth = (id: string, version: number) =>
  questionSchema.parse({ id, version, type: 'true_false', stem: 'So?', key: true });

const given = (questionId: string, fields: Partial<GradedAnswer> = {}): GradedAnswer => ({
  questionId,
  answer: { text: 'Yes' },
  score: '1.0000000000',
  gradedVersion: null,
  isDropped: false,
  spentSeconds: null,
  ...fields,
});

function count(answers: readonly GradedAnswer[]) {
  const questions = ids.map((id) => text(id));
  const section = { questions, policy: {} as never };
  const places = ids.map((questionId) => ({ questionId, version: 1 }));
  const questionOf = (id: string, version: number) => (version === 3 ? truth(id, 3) : text(id, version));
  return countOf({ publication: 4, max: '2.0000000000', places, answers }, { section, questionOf }, [1, 0, 0, 1]);
}

describe('a graded attempt counts', () => {
  it('every question with its mark, the rest of the paper, what was answered and how long it took', () => {
    const [first, second] = [given(ids[0], { spentSeconds: 12 }), given(ids[1], { answer: null, score: '-0.5' })];
    expect(count([first, second])).toEqual({
      tally: [1, 0, 0, 1],
      publication: 4,
      total: '0.5000000000',
      max: '2.0000000000',
      answers: [
        {
          questionId: ids[0],
          version: 1,
          position: ids[0],
          mark: '1.0000000000',
          rest: '-0.5000000000',
          classes: [['', 'YES', true]],
          timeBucket: 12,
        },
        {
          questionId: ids[1],
          version: 1,
          position: ids[1],
          mark: '-0.5000000000',
          rest: '1.0000000000',
          classes: [],
          timeBucket: null,
        },
      ],
    });
  });

  it('nothing of a question that was dropped, or that has no response', () => {
    const { answers, total } = count([given(ids[0]), given(ids[1], { isDropped: true })]);
    expect(answers.map(({ questionId, rest }) => [questionId, rest])).toEqual([[ids[0], '0.0000000000']]);
    expect(total).toBe('1.0000000000');
    expect(count([]).answers).toEqual([]);
  });

  it('under the version that graded it, without classes where that one is of another type', () => {
    const { answers } = count([given(ids[0], { gradedVersion: 2, score: null }), given(ids[1], { gradedVersion: 3 })]);
    expect(answers.map(({ version, mark, classes }) => [version, mark, classes.length])).toEqual([
      [2, '0.0000000000', 1],
      [3, '1.0000000000', 0],
    ]);
  });

  it('an endless answer by its beginning', () => {
    const { answers } = count([given(ids[0], { answer: { text: 'x'.repeat(2_000) } })]);
    expect(answers[0]!.classes[0]![1]).toBe(`${'X'.repeat(100)}…`);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Question, questionSchema } from '#libs/contracts';
import fc from 'fast-check';

import { practiceState } from './practice.js';
import { Rational } from './rational.js';

const question = (fields: object = {}): Question =>
  questionSchema.parse({
    id: '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    version: 1,
    type: 'single_choice',
    stem: 'Which one?',
    points: '3',
    hints: ['Look again.', 'It is the first.'],
    options: [
      { id: 'right', text: 'Right', isKey: true },
      { id: 'half', text: 'Half', isKey: false, share: '1/2' },
      { id: 'wrong', text: 'Wrong', isKey: false },
      { id: 'bad', text: 'Bad', isKey: false, share: '-1' },
    ],
    floor: '-1',
    ...fields,
  });
const rules = { triesMax: 3, retryPenalty: '1/3', correctness: true };
const tried = (choices: readonly string[], given: Partial<typeof rules> = {}) =>
  practiceState(
    question(),
    choices.map((choice) => ({ choice })),
    { ...rules, ...given },
  );

describe('a question in practice', () => {
  it.each<[string[], string | null, string | null, boolean, number]>([
    [[], null, null, false, 0],
    [['right'], 'correct', '1', true, 0],
    [['wrong'], 'incorrect', '0', false, 1],
    [['bad'], 'incorrect', '0', false, 1],
    [['wrong', 'right'], 'correct', '2/3', true, 1],
    [['half', 'wrong'], 'incorrect', '0.5', false, 2],
    [['half', 'wrong', 'right'], 'correct', '0.5', true, 2],
    [['wrong', 'half'], 'partial', '1/6', false, 2],
    [['wrong', 'wrong', 'right'], 'correct', '1/3', true, 2],
    [['wrong', 'wrong', 'wrong'], 'incorrect', '0', true, 2],
  ])('after %j: %s, share %s, done %s, %i hints', (choices, outcome, share, isDone, hints) => {
    const state = tried(choices);
    expect(state).toMatchObject({ triesUsed: choices.length, outcome, isDone });
    expect(state.share?.toString() ?? null).toBe(share);
    expect(state.hints).toEqual(['Look again.', 'It is the first.'].slice(0, hints));
  });

  it('tells nothing by its end or its hints where nobody is to be told what was right', () => {
    expect(tried(['right'], { correctness: false })).toMatchObject({ isDone: false, hints: [] });
    expect(tried(['wrong'], { correctness: false })).toMatchObject({ isDone: false, hints: [] });
    expect(tried(['wrong', 'right', 'wrong'], { correctness: false })).toMatchObject({ isDone: true, hints: [] });
  });

  it('has no hints where its author wrote none', () => {
    expect(practiceState(question({ hints: undefined }), [{ choice: 'wrong' }], rules).hints).toEqual([]);
  });

  it('that a person would have to mark is done after one try, without a share', () => {
    const essay = questionSchema.parse({ id: question().id, version: 1, type: 'essay', stem: 'Why?' });
    const state = practiceState(essay, [{ essay: 'Because.' }], rules);
    expect(state).toEqual({ triesUsed: 1, outcome: 'pending', share: null, isDone: true, hints: [] });
  });

  it('never earns less than nothing or more than the mark, and a further try never costs what was earned', () => {
    const choice = fc.constantFrom('right', 'half', 'wrong', 'bad');
    const penalty = fc.constantFrom('0', '1/3', '0.1', '1', '7');
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 6 }), penalty, (choices, retryPenalty) => {
        const shares = choices.map((_, at) => tried(choices.slice(0, at + 1), { retryPenalty }).share ?? Rational.zero);
        for (const [at, share] of shares.entries()) {
          expect(share.isAtLeast(shares[at - 1] ?? Rational.zero) && Rational.one.isAtLeast(share)).toBe(true);
        }
      }),
    );
  });
});

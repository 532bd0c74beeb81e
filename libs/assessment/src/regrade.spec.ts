import { describe, expect, it } from '@jest/globals';
import type { Question } from '#libs/contracts';
import { anyQuestion, aQuestion } from '#libs/testing';
import fc from 'fast-check';

import { gradePaper } from './grade.js';
import { gradeQuestion } from './questions/questions.js';
import { Rational } from './rational.js';
import { type GradedPlace, regradePlace, type RegradePolicy, replacementProblems } from './regrade.js';

function single(version: number, key: string, shares: Record<string, string> = {}): Question {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: id, isKey: id === key, share: shares[id] }));
  return aQuestion({ type: 'single_choice', version, options, points: '2' });
}

const wrongKey = single(1, 'a');
const rightKey = single(2, 'b', { a: '1/2' });

function place(choice: string | null, fields: Partial<GradedPlace> = {}): GradedPlace {
  const answer = choice === null ? null : { choice };
  return { question: wrongKey, answer, decided: null, isDropped: false, ...fields };
}

/** As `2 of 2`; a dropped question earns `0 of 0`. */
function scoreOf({ question, answer, decided, isDropped }: GradedPlace): string {
  const { score, scoreMax } = gradePaper(
    [question],
    {
      answers: new Map([[question.id, answer]]),
      decided: decided === null ? new Map() : new Map([[question.id, decided]]),
      dropped: isDropped ? new Set([question.id]) : new Set(),
    },
    { passMark: 0.8 },
  );
  return `${score.toString()} of ${scoreMax.toString()}`;
}

const policies: RegradePolicy[] = ['recompute', 'keep_better', 'full_marks', 'drop'];

describe('regradePlace', () => {
  it.each<[string, GradedPlace, Record<RegradePolicy, string>]>([
    ['the old key', place('a'), { recompute: '1 of 2', keep_better: '2 of 2', full_marks: '2 of 2', drop: '0 of 0' }],
    ['the new key', place('b'), { recompute: '2 of 2', keep_better: '2 of 2', full_marks: '2 of 2', drop: '0 of 0' }],
    ['neither', place('c'), { recompute: '0 of 2', keep_better: '0 of 2', full_marks: '2 of 2', drop: '0 of 0' }],
    ['nothing', place(null), { recompute: '0 of 2', keep_better: '0 of 2', full_marks: '2 of 2', drop: '0 of 0' }],
    [
      'anything to a question that was dropped before',
      place('c', { isDropped: true }),
      { recompute: '0 of 2', keep_better: '0 of 2', full_marks: '2 of 2', drop: '0 of 0' },
    ],
    [
      'what an earlier regrade decided',
      place('c', { decided: Rational.one }),
      { recompute: '0 of 2', keep_better: '2 of 2', full_marks: '2 of 2', drop: '0 of 0' },
    ],
  ])('of an answer that was %s', (_, before, scores) => {
    for (const policy of policies) {
      expect([policy, scoreOf(regradePlace(before, rightKey, policy))]).toEqual([policy, scores[policy]]);
    }
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', null), fc.constantFrom(...policies), (choice, policy) => {
        const once = regradePlace(place(choice), rightKey, policy);
        expect(regradePlace(once, rightKey, policy)).toEqual(once);
      }),
    );
  });

  it('costs nobody anything where the better is kept, whatever changed', () => {
    fc.assert(
      fc.property(anyQuestion(['single_choice']), fc.nat(), (question, nth) => {
        if (question.type !== 'single_choice') return;
        const { options } = question;
        const choice = options[nth % options.length]!.id; // within the options
        const rotated = options.map((option, index) => ({ ...option, isKey: options.at(index - 1)!.isKey })); // as above
        const after = regradePlace(
          { question, answer: { choice }, decided: null, isDropped: false },
          { ...question, options: rotated, version: 2 },
          'keep_better',
        );
        const before = gradeQuestion(question, { choice }).score;
        expect(gradeQuestion(after.question, after.answer, after.decided ?? undefined).score.isAtLeast(before)).toBe(
          true,
        );
      }),
    );
  });

  it("keeps a person's mark, which no rule could give anew", () => {
    const essay = aQuestion({ type: 'essay' });
    const marked = { question: essay, answer: { essay: 'x' }, decided: Rational.of(1, 3), isDropped: false };
    const after = regradePlace(marked, aQuestion({ type: 'essay', version: 2, points: '3' }), 'recompute');
    expect(scoreOf(after)).toBe('1 of 3');
  });

  it('faults on a policy that does not exist', () => {
    expect(() => regradePlace(place('a'), rightKey, JSON.parse('"undo"'))).toThrow(TypeError);
  });
});

describe('replacementProblems', () => {
  const statement = aQuestion({ type: 'true_false', key: true, version: 2 });
  const stranger = { ...rightKey, id: '00000000-0000-4000-8000-000000000009' };
  it.each([
    ['a later version', rightKey, []],
    ['an earlier version', wrongKey, []],
    ['a version of another type', statement, ['/type type_changed']],
    ['another question', stranger, ['/id question_differs']],
  ])('of %s', (_, replacement, problems) => {
    expect(replacementProblems(wrongKey, replacement).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
      problems,
    );
  });
});

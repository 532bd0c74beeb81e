import { describe, expect, it } from '@jest/globals';
import { questionSchema, type Question } from '#libs/contracts';
import fc from 'fast-check';

import { gradePaper, passes, percentOf } from './grade.js';
import type { Answer } from './questions/answer.js';
import { Rational } from './rational.js';

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

function statement(index: number, points = '1'): Question {
  return questionSchema.parse({ id: idOf(index), version: 1, type: 'true_false', stem: '?', key: true, points });
}

function answersTo(questions: Question[], rightCount: number): Map<string, Answer> {
  return new Map(questions.map((question, index) => [question.id, { value: index < rightCount }]));
}

describe('gradePaper', () => {
  it.each([
    [5, 4, 0.8, 80, true],
    [5, 3, 0.8, 60, false],
    [3, 2, 0.6667, 66.6666, false],
    [3, 2, 0.6666, 66.6666, true],
    [10, 7, 0.7, 70, true],
    [1, 0, 0, 0, true],
    [7, 7, 1, 100, true],
  ])('of %i questions %i right with a pass mark of %d', (...[count, rightCount, passMark, percent, hasPassed]) => {
    const questions = Array.from({ length: count }, (_, index) => statement(index));
    const grade = gradePaper(questions, { answers: answersTo(questions, rightCount) }, { passMark });
    expect(grade).toMatchObject({ percent, hasPassed });
    expect([grade.score.toString(), grade.scoreMax.toString()]).toEqual([`${rightCount}`, `${count}`]);
  });

  it('weighs questions by their points, exactly', () => {
    const questions = ['1/3', '1/3', '1/3'].map((points, index) => statement(index, points));
    const grade = gradePaper(questions, { answers: answersTo(questions, 3) }, { passMark: 1 });
    expect([grade.score.toString(), grade.hasPassed]).toEqual(['1', true]);
  });

  it('reports each question in the order of the paper, unanswered ones too', () => {
    const questions = [statement(1), statement(2), statement(3)];
    const answers = new Map<string, Answer | null>([
      [idOf(2), { value: false }],
      [idOf(3), null],
      ['another question', { value: true }],
    ]);
    const { perQuestion } = gradePaper(questions, { answers }, { passMark: 0.5 });
    expect(perQuestion.map(({ questionId, outcome }) => [questionId, outcome])).toEqual([
      [idOf(1), 'unanswered'],
      [idOf(2), 'incorrect'],
      [idOf(3), 'unanswered'],
    ]);
  });

  it('cannot be passed without anything to earn', () => {
    expect(gradePaper([], { answers: new Map() }, { passMark: 0 })).toMatchObject({ percent: 0, hasPassed: false });
  });

  it('gives the same grade again, whatever the order of the questions', () => {
    const points = fc.integer({ min: 1, max: 30 }).map((denominator) => `1/${denominator}`);
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 12 }), fc.nat(12), (weights, rightCount) => {
        const questions = weights.map((weight, index) => statement(index, weight));
        const answers = answersTo(questions, rightCount);
        const there = gradePaper(questions, { answers }, { passMark: 0.8 });
        const back = gradePaper(questions.toReversed(), { answers }, { passMark: 0.8 });
        expect(back.score.equals(there.score)).toBe(true);
        expect([back.percent, back.hasPassed]).toEqual([there.percent, there.hasPassed]);
      }),
    );
  });
});

describe('passes', () => {
  it('agrees with the share of the maximum to the last digit', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), fc.nat(100), (score, scoreMax, hundredths) => {
        const hasPassed = passes(Rational.of(score), Rational.of(scoreMax), { passMark: hundredths / 100 });
        expect(hasPassed).toBe(score * 100 >= hundredths * scoreMax);
      }),
    );
  });

  it('never shows a failed attempt at its pass mark', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.nat(100),
        (score, scoreMax, percent) => {
          const [earned, most] = [Rational.of(score), Rational.of(scoreMax)];
          const hasPassed = passes(earned, most, { passMark: percent / 100 });
          expect(percentOf(earned, most) >= percent).toBe(hasPassed);
        },
      ),
    );
  });
});

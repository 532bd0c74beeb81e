import { describe, expect, it } from '@jest/globals';
import { aQuestion } from '#libs/testing';

import { gradeQuestion, questionProblems, randomGuessShare } from './questions.js';

function option(id: string, share?: string, isKey = false) {
  return { id, text: id, isKey, ...(share === undefined ? {} : { share }) };
}

const problemsOf = (fields: object) =>
  questionProblems(aQuestion(fields)).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a single choice with shares', () => {
  const options = [option('key', undefined, true), option('half', '1/2'), option('costly', '-1/2'), option('wrong')];

  it.each([
    [undefined, 'key', '1', 'correct'],
    [undefined, 'half', '0.5', 'partial'],
    [undefined, 'wrong', '0', 'incorrect'],
    [undefined, 'costly', '0', 'incorrect'],
    ['-1/4', 'costly', '-0.25', 'incorrect'],
    ['-1', 'costly', '-0.5', 'incorrect'],
    ['-1', 'an option of another version', '0', 'incorrect'],
  ])('with a floor of %s, choosing %s earns %s', (floor, choice, score, outcome) => {
    const question = aQuestion({ type: 'single_choice', options, floor });
    const grade = gradeQuestion(question, { choice });
    expect([grade.score.toString(), grade.outcome]).toEqual([score, outcome]);
  });

  it('is guessed with the mean of what its options earn', () => {
    expect(randomGuessShare(aQuestion({ type: 'single_choice', options })).toString()).toBe('0.375');
    expect(randomGuessShare(aQuestion({ type: 'single_choice', options, floor: '-1' })).toString()).toBe('0.25');
  });

  it.each([
    ['a share that is no number', { options: [option('a', 'x/y', true), option('b')] }],
    ['a share above one', { options: [option('a', undefined, true), option('b', '2')] }],
    ['a share below minus one', { options: [option('a', undefined, true), option('b', '-3/2')] }],
  ])('refuses %s', (_, fields) => {
    const broken = JSON.parse(JSON.stringify({ type: 'single_choice', ...fields }).replace('x/y', '1/0'));
    expect(problemsOf(broken)).toEqual(expect.arrayContaining([expect.stringMatching(/share share_invalid$/)]));
  });

  it('refuses a key that does not earn the whole mark, and floors out of range', () => {
    expect(problemsOf({ type: 'single_choice', options: [option('a', '1/2', true), option('b')] })).toEqual([
      '/options full_mark_unreachable',
    ]);
    for (const floor of ['1/2', '-2', '1/0']) {
      expect(problemsOf({ type: 'single_choice', options, floor })).toEqual(['/floor floor_invalid']);
    }
  });
});

describe('a multiple choice', () => {
  const four = [option('a', undefined, true), option('b', undefined, true), option('c'), option('d')];

  it.each([
    [['a', 'b'], '1'],
    [['a'], '0.75'],
    [['a', 'c'], '0.5'],
    [['c', 'd'], '0'],
    [['a', 'b', 'c', 'd'], '0.5'],
  ])('per option, %j earns %s', (choices, score) => {
    const question = aQuestion({ type: 'multiple_choice', scoring: 'per_option', options: four });
    expect(gradeQuestion(question, { choices }).score.toString()).toBe(score);
  });

  const weighted = [
    option('big', '2/3', true),
    option('small', '1/3', true),
    option('bad', '-1/3'),
    option('awful', '-1'),
  ];
  it.each([
    [undefined, ['big', 'small'], '1'],
    [undefined, ['small'], '1/3'],
    [undefined, ['big', 'bad'], '1/3'],
    [undefined, ['bad', 'awful'], '0'],
    ['-1/2', ['bad', 'awful'], '-0.5'],
    ['-1', ['bad'], '-1/3'],
    [undefined, ['big', 'small', 'bad', 'awful'], '0'],
  ])('weighted with a floor of %s, %j earns %s', (floor, choices, score) => {
    const question = aQuestion({ type: 'multiple_choice', scoring: 'weighted', options: weighted, floor });
    expect(gradeQuestion(question, { choices }).score.toString()).toBe(score);
  });

  it('divides the mark among right options without a share of their own', () => {
    const question = aQuestion({ type: 'multiple_choice', scoring: 'weighted', options: four });
    expect(gradeQuestion(question, { choices: ['a'] }).score.toString()).toBe('0.5');
  });

  it('never earns more than the mark', () => {
    const generous = [option('a', '1', true), option('b', '1', true), option('c')];
    const question = aQuestion({ type: 'multiple_choice', scoring: 'weighted', options: generous });
    expect(gradeQuestion(question, { choices: ['a', 'b'] }).score.toString()).toBe('1');
  });

  it.each([
    [
      'a right option that costs',
      [option('a', '-1/2', true), option('b', '1', true), option('c', '0'), option('d', '1', true)],
      ['/options/0/share key_contradicts_share'],
    ],
    [
      'a right option that earns nothing',
      [option('a', '0', true), option('b', '1', true)],
      ['/options/0/share key_contradicts_share'],
    ],
    [
      'a wrong option that earns',
      [option('a', '1', true), option('b', '1/2')],
      ['/options/1/share key_contradicts_share'],
    ],
    [
      'shares that do not reach the mark',
      [option('a', '1/3', true), option('b', '1/3', true), option('c')],
      ['/options full_mark_unreachable'],
    ],
  ])('weighted, refuses %s', (_, options, problems) => {
    expect(problemsOf({ type: 'multiple_choice', scoring: 'weighted', options })).toEqual(problems);
    expect(problemsOf({ type: 'multiple_choice', options })).toEqual([]);
  });
});

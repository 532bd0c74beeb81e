import { describe, expect, it } from '@jest/globals';
import { aQuestion } from '#libs/testing';

import {
  explainAnswer,
  gradeQuestion,
  parseAnswer,
  presentQuestion,
  questionProblems,
  randomGuessShare,
  responseClasses,
  revealQuestion,
} from '../questions.js';

const items = ['red', 'green', 'refactor', 'commit'].map((text) => ({ id: `i-${text}`, text }));
const exact = aQuestion({ type: 'ordering', items });
const pairs = aQuestion({ type: 'ordering', items, scoring: 'adjacent_pairs' });
const optionOrder = ['i-commit', 'i-green', 'i-red', 'i-refactor'];
const ids = (texts: string) => texts.split(' ').map((text) => `i-${text}`);

describe('ordering', () => {
  it('shows the items in the drawn order, by their places', () => {
    expect(presentQuestion({ question: exact, optionOrder }).items).toEqual([
      { id: '1', text: 'commit' },
      { id: '2', text: 'green' },
      { id: '3', text: 'red' },
      { id: '4', text: 'refactor' },
    ]);
  });

  it('reads an order of places', () => {
    const item = { question: exact, optionOrder };
    expect(parseAnswer(item, { order: ['3', '2'] })).toEqual({ answer: { order: ['i-red', 'i-green'] } });
    expect(parseAnswer(item, { order: ['3', '9'] })).toMatchObject({ problem: { pointer: '/order/1' } });
    expect(parseAnswer(item, { order: ['3', '3'] })).toMatchObject({ problem: { pointer: '/order/1' } });
    expect(revealQuestion(item).key).toEqual({ order: ['3', '2', '4', '1'] });
  });

  it.each([
    ['red green refactor commit', '1', '1'],
    ['green refactor commit red', '0', '2/3'],
    ['red green commit refactor', '0', '1/3'],
    ['commit refactor green red', '0', '0'],
    ['red green', '0', '1/3'],
    ['red commit green refactor', '0', '1/3'],
    ['commit', '0', '0'],
  ])('%s earns %s exactly and %s by pairs', (order, byPlace, byPair) => {
    expect(gradeQuestion(exact, { order: ids(order) }).score.toString()).toBe(byPlace);
    expect(gradeQuestion(pairs, { order: ids(order) }).score.toString()).toBe(byPair);
  });

  it('is unanswered when nothing was moved', () => {
    expect(gradeQuestion(exact, { order: [] }).outcome).toBe('unanswered');
  });

  it('explains by place where all must stand right, and by pair where neighbours count', () => {
    const order = ids('green refactor red');
    const outcomes = (question: typeof exact) =>
      explainAnswer({ question, optionOrder }, { order })?.parts.map(({ partId, outcome }) => [partId, outcome]);
    expect(outcomes(exact)).toEqual([
      ['3', 'incorrect'],
      ['2', 'incorrect'],
      ['4', 'incorrect'],
      ['1', 'unanswered'],
    ]);
    expect(outcomes(pairs)).toEqual([
      ['3', 'incorrect'],
      ['2', 'correct'],
      ['4', 'incorrect'],
    ]);
  });

  it('counts which item came where', () => {
    expect(responseClasses(exact, { order: ids('red commit') })).toEqual([
      { partId: 'i-red', value: '1', isRight: true },
      { partId: 'i-commit', value: '2', isRight: false },
    ]);
  });

  it('is guessed as rarely as there are orders', () => {
    expect(randomGuessShare(exact).toString()).toBe('1/24');
    expect(randomGuessShare(pairs).toString()).toBe('0.25');
  });

  it('needs three items at least', () => {
    const codes = (count: number) => questionProblems(aQuestion({ type: 'ordering', items: items.slice(0, count) }));
    expect(codes(2).map(({ code }) => code)).toEqual(['items_too_few']);
    expect(codes(3)).toEqual([]);
  });
});

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
  showAnswer,
} from '../questions.js';

const text = { id: 'verb', kind: 'text', accepted: ['SELECT'], otherFeedback: 'It reads.' };
const number = { id: 'port', kind: 'number', value: '5432', unit: 'tcp' };
const choice = {
  id: 'order',
  kind: 'choice',
  options: [
    { id: 'a', text: 'asc', isKey: true },
    { id: 'b', text: 'desc', isKey: false, share: '1/2', feedback: 'The other way.' },
    { id: 'c', text: 'up', isKey: false },
  ],
};
const stem = '`{{verb}} *` on port {{port}} sorted {{order}} with {{braces}} and {{ spaces }}';
const gaps = [text, number, choice];
const sound = stem.replace(' with {{braces}}', '');
const question = aQuestion({ type: 'cloze', stem: sound, gaps });
const weighted = aQuestion({ type: 'cloze', stem: sound, gaps: [{ ...text, weight: '2' }, number, choice] });
const strict = aQuestion({ type: 'cloze', stem: sound, gaps, scoring: 'all_or_nothing' });
const optionOrder = ['order/c', 'order/a', 'order/b'];
const item = { question, optionOrder };

describe('cloze', () => {
  it('numbers its gaps and shows drop-downs in the drawn order', () => {
    const { stem: shown, gaps: paper } = presentQuestion(item);
    expect(shown).toBe('`{{1}} *` on port {{2}} sorted {{3}} and {{ spaces }}');
    expect(paper).toEqual([
      { id: '1', kind: 'text' },
      { id: '2', kind: 'number', unit: 'tcp' },
      {
        id: '3',
        kind: 'choice',
        options: [
          { id: '1', text: 'up' },
          { id: '2', text: 'asc' },
          { id: '3', text: 'desc' },
        ],
      },
    ]);
  });

  it('reads what was filled in, and shows it again', () => {
    const shown = {
      gaps: [
        { gap: '1', text: ' select' },
        { gap: '3', choice: '3' },
      ],
    };
    const answer = {
      gaps: [
        { gap: 'verb', text: ' select' },
        { gap: 'order', choice: 'b' },
      ],
    };
    expect(parseAnswer(item, shown)).toEqual({ answer });
    expect(showAnswer(item, answer)).toEqual(shown);
  });

  it('keeps the last of two answers to one gap', () => {
    const given = {
      gaps: [
        { gap: '1', text: 'a' },
        { gap: '1', text: 'b' },
      ],
    };
    expect(parseAnswer(item, given)).toEqual({ answer: { gaps: [{ gap: 'verb', text: 'b' }] } });
  });

  it.each([
    ['a gap that is not there', { gap: '4', text: 'x' }, '/gaps/0/gap'],
    ['the id of the author', { gap: 'verb', text: 'x' }, '/gaps/0/gap'],
    ['text for a drop-down', { gap: '3', text: 'asc' }, '/gaps/0'],
    ['a choice for a text', { gap: '1', choice: '1' }, '/gaps/0'],
    ['an option that is not there', { gap: '3', choice: '4' }, '/gaps/0'],
  ])('has a problem with %s', (_, gap, pointer) => {
    expect(parseAnswer(item, { gaps: [gap] })).toEqual({ problem: expect.objectContaining({ pointer }) });
  });

  const fill = (verb: string, port: string, order: string) => ({
    gaps: [
      { gap: 'verb', text: verb },
      { gap: 'port', text: port },
      { gap: 'order', choice: order },
    ],
  });
  it.each([
    ['everything right', fill('select', '5432 tcp', 'a'), '1', '1', '1'],
    ['half right in the drop-down', fill('select', '5432', 'b'), '5/6', '0.875', '0'],
    ['only the first', fill('Select', '80', 'c'), '1/3', '0.5', '0'],
    ['one blank', fill(' ', '5432', 'a'), '2/3', '0.5', '0'],
    ['an option of another version', fill('select', '5432', 'z'), '2/3', '0.75', '0'],
  ])('earns with %s', (...[, answer, equal, twice, all]) => {
    const scores = [question, weighted, strict].map((each) => gradeQuestion(each, answer).score.toString());
    expect(scores).toEqual([equal, twice, all]);
  });

  it('is unanswered while every gap is blank', () => {
    expect(gradeQuestion(question, { gaps: [] }).outcome).toBe('unanswered');
    expect(gradeQuestion(question, { gaps: [{ gap: 'verb', text: ' ' }] }).outcome).toBe('unanswered');
  });

  it('says of every gap what its answer deserves', () => {
    const parts = explainAnswer(item, fill('insert', '', 'b'))?.parts;
    expect(parts?.map(({ partId, outcome, feedback }) => [partId, outcome, feedback])).toEqual([
      ['1', 'incorrect', 'It reads.'],
      ['2', 'unanswered', null],
      ['3', 'partial', 'The other way.'],
    ]);
  });

  it('shows its key by places', () => {
    expect(revealQuestion(item).key).toEqual({
      gaps: [
        { gap: '1', text: 'SELECT' },
        { gap: '2', text: '5432' },
        { gap: '3', choice: '2' },
      ],
    });
  });

  it('counts what was filled in as grading compares it', () => {
    expect(responseClasses(question, fill('insert  into', '80', 'a'))).toEqual([
      { partId: 'verb', value: 'INSERT INTO', isRight: false },
      { partId: 'port', value: '80', isRight: false },
      { partId: 'order', value: 'a', isRight: true },
    ]);
  });

  it('can be guessed by its drop-downs alone', () => {
    expect(randomGuessShare(question).toString()).toBe('1/9');
    expect(randomGuessShare(weighted).toString()).toBe('1/12');
    expect(randomGuessShare(strict).toString()).toBe('0');
  });

  const codes = (fields: object) =>
    questionProblems(aQuestion({ type: 'cloze', stem: sound, gaps, ...fields })).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  it.each([
    ['no gap', { gaps: [], stem: 'nothing' }, ['/gaps gaps_missing']],
    ['a gap without a place', { stem: sound.replace('{{port}}', '') }, ['/gaps/1/id gap_not_placed']],
    ['a gap with two places', { stem: `${sound} {{verb}}` }, ['/gaps/0/id gap_not_placed']],
    ['a place without a gap', { stem }, ['/stem gap_unknown']],
    ['two gaps of one id', { gaps: [...gaps, text] }, ['/gaps gap_id_duplicate']],
    ['a weight of nothing', { gaps: [{ ...text, weight: '0' }, number, choice] }, ['/gaps/0/weight weight_invalid']],
    [
      'a text gap without a key',
      { gaps: [{ ...text, accepted: [] }, number, choice] },
      ['/gaps/0/accepted key_missing'],
    ],
    ['a number gap without a key', { gaps: [text, { ...number, value: 'x' }, choice] }, ['/gaps/1/value key_missing']],
    [
      'a drop-down without a key',
      { gaps: [text, number, { ...choice, options: choice.options.slice(1) }] },
      ['/gaps/2/options key_missing'],
    ],
    [
      'a drop-down with two keys',
      { gaps: [text, number, { ...choice, options: choice.options.map((option) => ({ ...option, isKey: true })) }] },
      ['/gaps/2/options keys_too_many'],
    ],
  ])('refuses %s', (_, fields, problems) => {
    expect(codes(fields)).toEqual(problems);
  });
});

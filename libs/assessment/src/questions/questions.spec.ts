import { describe, expect, it } from '@jest/globals';
import { questionSchema, type Question } from '#libs/contracts';
import fc from 'fast-check';

import { Rational } from '../rational.js';
import { AnswerMismatch, type Answer } from './answer.js';
import {
  gradeQuestion,
  parseAnswer,
  partGroupsOf,
  presentQuestion,
  questionProblems,
  revealQuestion,
  showAnswer,
} from './questions.js';
import { outcomeOf } from './shares.js';

const base = { id: '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11', version: 3, stem: 'Which one?' };
const canary = 'CANARY';

function question(fields: object): Question {
  return questionSchema.parse({ ...base, explanation: canary, ...fields });
}

const options = [
  { id: 'opt-1', text: 'a list', isKey: true, feedback: canary },
  { id: 'opt-2', text: 'a tuple', isKey: false, feedback: canary },
  { id: 'opt-3', text: 'a set', isKey: false },
];
const single = question({ type: 'single_choice', options });
const multiple = question({
  type: 'multiple_choice',
  points: '3',
  options: [...options, { id: 'opt-4', text: 'a dict', isKey: true }],
});
const statement = question({ type: 'true_false', key: false, feedback: { true: canary } });
const word = question({ type: 'short_text', accepted: ['CANARY*', 'CANARY'] });
const number = question({
  type: 'numeric',
  value: '981.7713',
  tolerance: '0.0317',
  unit: 'ms',
  explanation: undefined,
});
const all = { single, multiple, statement, word, number };

const order = ['opt-3', 'opt-1', 'opt-4', 'opt-2'];
const orderOf = (of: Question) => order.filter((id) => partGroupsOf(of).some(({ ids }) => ids.includes(id)));
const item = (of: Question) => ({ question: of, optionOrder: orderOf(of) });

describe('presentQuestion', () => {
  it('shows what is asked, with options by their place on the paper', () => {
    expect(presentQuestion(item(single))).toEqual({
      id: base.id,
      type: 'single_choice',
      stem: 'Which one?',
      points: 1,
      options: [
        { id: '1', text: 'a set' },
        { id: '2', text: 'a list' },
        { id: '3', text: 'a tuple' },
      ],
    });
    expect(presentQuestion(item(number))).toEqual({
      id: base.id,
      type: 'numeric',
      stem: 'Which one?',
      points: 1,
      unit: 'ms',
    });
    expect(presentQuestion(item(question({ type: 'numeric', value: '1' })))).not.toHaveProperty('unit');
  });

  it.each(Object.entries(all))('shows nothing of the key, the feedback or the explanation of %s', (_, of) => {
    const paper = JSON.stringify(presentQuestion(item(of)));
    for (const secret of [canary, 'isKey', 'opt-', '981', '0317', '"key"', ':false', 'accepted']) {
      expect(paper).not.toContain(secret);
    }
  });

  it('is the same whichever option is right', () => {
    const other = question({
      type: 'single_choice',
      options: options.map((option) => ({ ...option, isKey: option.id === 'opt-2' })),
    });
    expect(presentQuestion(item(other))).toEqual(presentQuestion(item(single)));
  });

  it('faults on an order of options that belongs to another question', () => {
    expect(() => presentQuestion({ question: single, optionOrder: ['opt-9'] })).toThrow(RangeError);
  });
});

describe('parseAnswer', () => {
  it.each<[string, Question, unknown, Answer]>([
    ['a choice', single, { choice: '2' }, { choice: 'opt-1' }],
    ['choices', multiple, { choices: ['2', '3', '2'] }, { choices: ['opt-1', 'opt-4'] }],
    ['no choices', multiple, { choices: [] }, { choices: [] }],
    ['a truth value', statement, { value: true }, { value: true }],
    ['text, kept as typed', word, { text: '  Ｓelf ' }, { text: '  Ｓelf ' }],
    ['a number, kept as typed', number, { text: '9,5' }, { text: '9,5' }],
  ])('reads %s', (_, of, input, answer) => {
    expect(parseAnswer(item(of), input)).toEqual({ answer });
  });

  it.each<[string, Question, unknown, string]>([
    ['an option that is not on the paper', single, { choice: '4' }, '/choice'],
    ['the id that the author gave', single, { choice: 'opt-1' }, '/choice'],
    ['place zero', single, { choice: '0' }, '/choice'],
    ['a number instead of an id', single, { choice: 1 }, '/choice'],
    ['one unknown among known options', multiple, { choices: ['1', '9'] }, '/choices/1'],
    ['too many options', multiple, { choices: Array.from({ length: 101 }, () => '1') }, '/choices'],
    ['an answer of another type', statement, { text: 'true' }, '/value'],
    ['an extra field', statement, { value: true, score: 1 }, ''],
    ['endless text', word, { text: 'x'.repeat(2_001) }, '/text'],
    ['a NUL', word, { text: 'a\u0000' }, '/text'],
    ['half a surrogate pair', word, { text: 'a\ud800' }, '/text'],
    ['nothing', number, null, ''],
  ])('has a problem with %s', (_, of, input, pointer) => {
    expect(parseAnswer(item(of), input)).toEqual({ problem: expect.objectContaining({ pointer }) });
  });

  it('reads back what showAnswer shows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: 4 }), fc.subarray(order), (optionOrder, choices) => {
        const shown = { question: multiple, optionOrder };
        expect(parseAnswer(shown, showAnswer(shown, { choices }))).toEqual({ answer: { choices } });
      }),
    );
    expect(showAnswer(item(single), { choice: 'opt-2' })).toEqual({ choice: '3' });
    expect(showAnswer(item(statement), { value: true })).toEqual({ value: true });
    expect(showAnswer(item(word), { text: 'x' })).toEqual({ text: 'x' });
    expect(showAnswer(item(number), { text: '1' })).toEqual({ text: '1' });
  });
});

describe('gradeQuestion', () => {
  it.each<[string, Question, Answer | null, string, string]>([
    ['the right choice', single, { choice: 'opt-1' }, '1', 'correct'],
    ['a wrong choice', single, { choice: 'opt-2' }, '0', 'incorrect'],
    ['all right choices', multiple, { choices: ['opt-4', 'opt-1'] }, '3', 'correct'],
    ['some right choices', multiple, { choices: ['opt-4'] }, '0', 'incorrect'],
    ['all right choices and a wrong one', multiple, { choices: ['opt-4', 'opt-1', 'opt-2'] }, '0', 'incorrect'],
    ['no choices', multiple, { choices: [] }, '0', 'unanswered'],
    ['the right truth value', statement, { value: false }, '1', 'correct'],
    ['the wrong truth value', statement, { value: true }, '0', 'incorrect'],
    ['an accepted word', word, { text: 'canary bird' }, '1', 'correct'],
    ['another word', word, { text: 'sparrow' }, '0', 'incorrect'],
    ['blank text', word, { text: ' \u200b ' }, '0', 'unanswered'],
    ['a number within the tolerance', number, { text: '981.803' }, '1', 'correct'],
    ['a number beyond the tolerance', number, { text: '981.8031' }, '0', 'incorrect'],
    ['a blank number', number, { text: '' }, '0', 'unanswered'],
    ['no answer', single, null, '0', 'unanswered'],
  ])('gives %s its score', (...[, of, answer, score, outcome]) => {
    const grade = gradeQuestion(of, answer);
    expect([grade.score.toString(), grade.outcome]).toEqual([score, outcome]);
    expect(grade.scoreMax.toString()).toBe(of.points);
  });

  it('gives the full mark for the key of every type, and only then', () => {
    for (const of of Object.values(all)) {
      const { key } = revealQuestion(item(of));
      const parsed = parseAnswer(item(of), key);
      expect('answer' in parsed && gradeQuestion(of, parsed.answer).outcome).toBe('correct');
    }
  });

  it.each<[string, Question, Answer]>([
    ['a choice', single, { text: 'a' }],
    ['choices', multiple, { choice: 'a' }],
    ['a truth value', statement, { text: 'a' }],
    ['text', word, { value: true }],
  ])('faults when the stored answer is not %s', (_, of, answer) => {
    expect(() => gradeQuestion(of, answer)).toThrow(AnswerMismatch);
  });

  it.each([
    ['0', 'incorrect'],
    ['1/3', 'partial'],
    ['1', 'correct'],
  ])('calls a share of %s %s', (share, outcome) => {
    expect(outcomeOf(Rational.parse(share))).toBe(outcome);
  });
});

describe('revealQuestion', () => {
  it('names the key and explains each option by its place on the paper', () => {
    expect(revealQuestion(item(single))).toEqual({
      key: { choice: '2' },
      optionFeedback: [
        { optionId: '1', isKey: false, feedback: null },
        { optionId: '2', isKey: true, feedback: canary },
        { optionId: '3', isKey: false, feedback: canary },
      ],
      explanation: canary,
    });
    expect(revealQuestion(item(multiple)).key).toEqual({ choices: ['2', '3'] });
  });

  it('explains both sides of a statement', () => {
    const plain = question({ type: 'true_false', key: true });
    expect(revealQuestion(item(plain)).optionFeedback.map(({ feedback }) => feedback)).toEqual([null, null]);
    expect(revealQuestion(item(statement)).optionFeedback).toEqual([
      { optionId: 'true', isKey: false, feedback: canary },
      { optionId: 'false', isKey: true, feedback: null },
    ]);
  });

  it('shows a plain accepted spelling rather than one with wildcards', () => {
    expect(revealQuestion(item(word)).key).toEqual({ text: 'CANARY' });
    const escaped = question({ type: 'short_text', accepted: ['sel*', String.raw`\*args`] });
    expect(revealQuestion(item(escaped)).key).toEqual({ text: '*args' });
    expect(revealQuestion(item(question({ type: 'short_text', accepted: ['sel*'] }))).key).toEqual({ text: 'sel*' });
  });

  it('has no explanation where the author wrote none', () => {
    expect(revealQuestion(item(number))).toEqual({ key: { text: '981.7713' }, optionFeedback: [], explanation: null });
  });

  it('faults on a choice without a key, which cannot be published', () => {
    const keyless = question({
      type: 'single_choice',
      options: options.map((option) => ({ ...option, isKey: false })),
    });
    expect(() => revealQuestion(item(keyless))).toThrow(RangeError);
  });
});

describe('questionProblems', () => {
  it('finds none in sound questions', () => {
    expect(Object.values(all).flatMap(questionProblems)).toEqual([]);
  });

  const option = (id: string, text: string, isKey = false) => ({ id, text, isKey });
  it.each<[string, object, string[]]>([
    ['a stem of blanks', { type: 'true_false', key: true, stem: ' ' }, ['/stem stem_missing']],
    ['no points', { type: 'true_false', key: true, points: '0' }, ['/points points_invalid']],
    ['points that are no number', { type: 'true_false', key: true, points: '1/0' }, ['/points points_invalid']],
    ['no options', { type: 'single_choice', options: [] }, ['/options options_too_few', '/options key_missing']],
    ['no key', { type: 'multiple_choice', options: [option('a', 'A'), option('b', 'B')] }, ['/options key_missing']],
    [
      'two keys for one choice',
      { type: 'single_choice', options: [option('a', 'A', true), option('b', 'B', true)] },
      ['/options keys_too_many'],
    ],
    [
      'options that are empty or repeated',
      { type: 'single_choice', options: [option('a', 'A', true), option('a', ' A '), option('c', '')] },
      ['/options/1/text option_duplicate', '/options/1/id option_id_duplicate', '/options/2/text option_empty'],
    ],
    ['no accepted answer', { type: 'short_text', accepted: [] }, ['/accepted key_missing']],
    [
      'accepted answers that say nothing, everything or too much',
      { type: 'short_text', accepted: ['ok', ' ', '**', 'x'.repeat(2_001)] },
      ['/accepted/1 accepted_empty', '/accepted/2 accepted_empty', '/accepted/3 accepted_too_long'],
    ],
    [
      'a value and a tolerance that are no numbers',
      { type: 'numeric', value: 'ten', tolerance: '1 %' },
      ['/value key_missing', '/tolerance tolerance_invalid'],
    ],
    ['a tolerance below zero', { type: 'numeric', value: '1', tolerance: '-1' }, ['/tolerance tolerance_invalid']],
  ])('reports %s', (_, fields, problems) => {
    expect(questionProblems(question(fields)).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(problems);
  });
});

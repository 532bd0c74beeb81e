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

const prompts = [
  { id: 'p-get', text: 'GET', match: 'c-read', feedback: 'GET is safe.' },
  { id: 'p-put', text: 'PUT', match: 'c-replace' },
  { id: 'p-post', text: 'POST', match: 'c-add' },
];
const choices = [
  { id: 'c-read', text: 'reads' },
  { id: 'c-replace', text: 'replaces' },
  { id: 'c-add', text: 'adds' },
  { id: 'c-drop', text: 'deletes' },
];
const question = aQuestion({ type: 'matching', prompts, choices });
const strict = aQuestion({ type: 'matching', prompts, choices, scoring: 'all_or_nothing' });
const optionOrder = ['p-post', 'p-get', 'p-put', 'c-drop', 'c-add', 'c-read', 'c-replace'];
const item = { question, optionOrder };
const match = (prompt: string, choice: string) => ({ prompt, choice });

describe('matching', () => {
  it('shows prompts and choices by their places, distractors among them', () => {
    expect(presentQuestion(item)).toMatchObject({
      prompts: [
        { id: '1', text: 'POST' },
        { id: '2', text: 'GET' },
        { id: '3', text: 'PUT' },
      ],
      choices: [
        { id: '1', text: 'deletes' },
        { id: '2', text: 'adds' },
        { id: '3', text: 'reads' },
        { id: '4', text: 'replaces' },
      ],
    });
  });

  it('reads places as what they stand for', () => {
    expect(parseAnswer(item, { matches: [match('2', '3'), match('1', '3')] })).toEqual({
      answer: { matches: [match('p-get', 'c-read'), match('p-post', 'c-read')] },
    });
  });

  it.each([
    ['a prompt that is not there', [match('4', '1')], '/matches/0/prompt'],
    ['a choice that is not there', [match('1', '2'), match('2', '5')], '/matches/1/choice'],
    ['a prompt matched twice', [match('1', '2'), match('1', '3')], '/matches/1/prompt'],
    ['the ids of the author', [match('p-get', 'c-read')], '/matches/0/prompt'],
  ])('has a problem with %s', (_, matches, pointer) => {
    expect(parseAnswer(item, { matches })).toEqual({ problem: expect.objectContaining({ pointer }) });
  });

  const right = prompts.map(({ id, match: choice }) => match(id, choice));
  it.each([
    ['all right', right, '1', '1'],
    ['two of three', [...right.slice(0, 2), match('p-post', 'c-drop')], '2/3', '0'],
    ['one, the others left out', right.slice(2), '1/3', '0'],
    ['one choice for all', prompts.map(({ id }) => match(id, 'c-add')), '1/3', '0'],
    ['none right', [match('p-get', 'c-drop')], '0', '0'],
  ])('earns with %s its share, or nothing where only all counts', (_, matches, perPart, allOrNothing) => {
    expect(gradeQuestion(question, { matches }).score.toString()).toBe(perPart);
    expect(gradeQuestion(strict, { matches }).score.toString()).toBe(allOrNothing);
  });

  it('is unanswered without a match', () => {
    expect(gradeQuestion(question, { matches: [] }).outcome).toBe('unanswered');
  });

  it('explains each prompt, and counts what was matched', () => {
    const answer = { matches: [match('p-get', 'c-read'), match('p-put', 'c-add')] };
    const parts = explainAnswer(item, answer)?.parts.map(({ partId, outcome, feedback }) => [
      partId,
      outcome,
      feedback,
    ]);
    expect(parts).toEqual([
      ['2', 'correct', 'GET is safe.'],
      ['3', 'incorrect', null],
      ['1', 'unanswered', null],
    ]);
    expect(responseClasses(question, answer)).toEqual([
      { partId: 'p-get', value: 'c-read', isRight: true },
      { partId: 'p-put', value: 'c-add', isRight: false },
    ]);
  });

  it('reveals its key by places', () => {
    const { key } = revealQuestion(item);
    expect(key).toEqual({ matches: [match('2', '3'), match('3', '4'), match('1', '2')] });
  });

  it('is guessed once in as many times as there are choices', () => {
    expect(randomGuessShare(question).toString()).toBe('0.25');
    expect(randomGuessShare(strict).toString()).toBe('0');
  });

  it('leaves out of a shown answer what a later version does not have', () => {
    const fewer = aQuestion({ type: 'matching', prompts: prompts.slice(0, 2), choices: choices.slice(0, 2) });
    expect(revealQuestion({ question: fewer, optionOrder: ['p-get', 'c-read'] }).key).toEqual({
      matches: [match('1', '1')],
    });
  });

  const codes = (fields: object) =>
    questionProblems(aQuestion({ type: 'matching', prompts, choices, ...fields })).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  it.each([
    ['one prompt', { prompts: prompts.slice(0, 1) }, ['/prompts prompts_too_few']],
    [
      'one choice',
      { prompts: [prompts[0], { ...prompts[1], match: 'c-read' }], choices: [choices[0]] },
      ['/choices choices_too_few'],
    ],
    ['a match to nothing', { choices: choices.slice(0, 2) }, ['/prompts/2/match key_missing']],
    [
      'an id for both',
      { prompts: [{ ...prompts[0], id: 'c-add' }, prompts[1]] },
      ['/prompts/0/id prompt_id_duplicate'],
    ],
    [
      'texts that stand twice',
      { prompts: [prompts[0], { ...prompts[1], text: 'GET' }] },
      ['/prompts/1/text prompt_duplicate'],
    ],
    ['an empty choice', { choices: [...choices, { id: 'x', text: ' ' }] }, ['/choices/4/text choice_empty']],
  ])('refuses %s', (_, fields, problems) => {
    expect(codes(fields)).toEqual(problems);
  });
});

import { describe, expect, it } from '@jest/globals';
import { aQuestion } from '#libs/testing';

import { gradePaper } from '../../grade.js';
import { Rational } from '../../rational.js';
import type { Answer } from '../answer.js';
import {
  explainAnswer,
  gradeQuestion,
  parseAnswer,
  presentQuestion,
  questionProblems,
  revealQuestion,
} from '../questions.js';
import { type Mark, shareOfMark } from './marking.js';

const level = (id: string, points: string) => ({ id, text: id, points });
const rubric = [
  { id: 'claim', title: 'Claim', levels: [level('none', '0'), level('some', '1'), level('clear', '2')] },
  { id: 'proof', title: 'Proof', levels: [level('none', '0'), level('given', '1')] },
];
const plain = aQuestion({ type: 'essay', points: '3', wordsMin: 50, markerNotes: 'Be kind.' });
const withRubric = aQuestion({ type: 'essay', rubric, wordsMax: 200, format: 'code', template: 'def f():' });
const answer = { essay: 'Because of it.' };

function marked(question: typeof plain, mark: Mark) {
  if (question.type !== 'essay') throw new Error('not an essay');
  const result = shareOfMark(question, mark);
  return 'share' in result ? result.share.toString() : result.problem.pointer;
}

describe('essay', () => {
  it('shows what is asked for, and neither rubric nor notes', () => {
    expect(presentQuestion({ question: withRubric, optionOrder: [] }).essay).toEqual({
      wordsMin: null,
      wordsMax: 200,
      format: 'code',
      template: 'def f():',
    });
    const paper = JSON.stringify(presentQuestion({ question: plain, optionOrder: [] }));
    expect(paper).not.toContain('kind');
  });

  it('waits for a mark, and then is what the marker decided', () => {
    expect(gradeQuestion(plain, answer).outcome).toBe('pending');
    const grade = gradeQuestion(plain, answer, Rational.of(1, 3));
    expect([grade.score.toString(), grade.outcome]).toEqual(['1', 'partial']);
    expect(gradeQuestion(plain, { essay: ' \n' }).outcome).toBe('unanswered');
  });

  it('has no key, and keeps what was typed', () => {
    const item = { question: plain, optionOrder: [] };
    expect(revealQuestion(item).key).toBeNull();
    expect(parseAnswer(item, { essay: ' x ' })).toEqual({ answer: { essay: ' x ' } });
    expect(parseAnswer(item, { essay: 'x'.repeat(20_001) })).toMatchObject({ problem: { pointer: '/essay' } });
    expect(explainAnswer(item, answer)).toEqual({ share: null, parts: [], feedback: null });
  });

  it.each<[string, typeof plain, Mark, string]>([
    ['a share', plain, { share: '2/3' }, '2/3'],
    ['more than the mark', plain, { share: '1.1' }, '/share'],
    ['less than nothing', plain, { share: '-0.1' }, '/share'],
    ['no number', plain, { share: 'good' }, '/share'],
    ['levels without a rubric', plain, { levels: {} }, '/levels'],
    ['all the best levels', withRubric, { levels: { claim: 'clear', proof: 'given' } }, '1'],
    ['some levels', withRubric, { levels: { claim: 'some', proof: 'none' } }, '1/3'],
    ['a criterion left out', withRubric, { levels: { claim: 'some' } }, '/levels/proof'],
    ['a level that is not there', withRubric, { levels: { claim: 'best', proof: 'none' } }, '/levels/claim'],
    ['a criterion that is not there', withRubric, { levels: { claim: 'none', proof: 'none', x: 'y' } }, '/levels/x'],
    ['a share beside a rubric', withRubric, { share: '1' }, '/share'],
  ])('takes %s for what it is', (...[, question, mark, expected]) => {
    expect(marked(question, mark)).toBe(expected);
  });

  it('keeps a paper from being passed while it waits', () => {
    const statement = aQuestion({
      id: '00000000-0000-4000-8000-000000000002',
      type: 'true_false',
      key: true,
      points: '9',
    });
    const questions = [{ ...plain, points: '1' }, statement];
    const answers = new Map<string, Answer>([
      [plain.id, answer],
      [statement.id, { value: true }],
    ]);
    const waiting = gradePaper(questions, { answers }, { passMark: 0.5 });
    expect(waiting).toMatchObject({ pendingCount: 1, hasPassed: false, percent: 90 });
    const decided = new Map([[plain.id, Rational.zero]]);
    const done = gradePaper(questions, { answers, decided }, { passMark: 0.5 });
    expect(done).toMatchObject({ pendingCount: 0, hasPassed: true, percent: 90 });
    const dropped = new Set([plain.id]);
    expect(gradePaper(questions, { answers, dropped }, { passMark: 0.5 })).toMatchObject({
      pendingCount: 0,
      percent: 100,
    });
  });

  const codes = (fields: object) =>
    questionProblems(aQuestion({ type: 'essay', ...fields })).map(({ pointer, code }) => `${pointer} ${code}`);
  const [claim, proof] = rubric;
  it.each([
    ['word counts that contradict', { wordsMin: 10, wordsMax: 9 }, ['/wordsMax words_contradict']],
    [
      'a criterion of one level',
      { rubric: [{ ...claim, levels: [level('a', '1')] }] },
      ['/rubric/0/levels levels_too_few'],
    ],
    ['criteria of one id', { rubric: [claim, { ...proof, id: 'claim' }] }, ['/rubric/1/id criterion_id_duplicate']],
    [
      'levels of one id',
      { rubric: [{ ...claim, levels: [level('a', '0'), level('a', '1')] }] },
      ['/rubric/0/levels level_id_duplicate'],
    ],
    [
      'levels below zero',
      { rubric: [{ ...claim, levels: [level('a', '-1'), level('b', '1')] }] },
      ['/rubric/0/levels level_points_invalid'],
    ],
    [
      'levels worth nothing',
      { rubric: [{ ...claim, levels: [level('a', '0'), level('b', '0')] }] },
      ['/rubric/0/levels level_points_invalid'],
    ],
  ])('refuses %s', (_, fields, problems) => {
    expect(codes(fields)).toEqual(problems);
  });
});

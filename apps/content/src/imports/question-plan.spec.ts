import { describe, expect, it } from '@jest/globals';

import type { QuestionBody } from '../questions/question-body.js';
import { planOf } from './question-plan.js';

const body = (stem: string): QuestionBody => ({ type: 'true_false', stem, tags: [], points: '1', key: true });
const known = [{ id: 'id-1', key: 'sky', version: 4, body: body('Blue?') }];

function item(key: string | null, stem: string) {
  const question = { ...body(stem), id: 'given', version: 1 };
  return { line: 1, title: stem, key, outcome: 'imported' as const, question, losses: [], reasons: [] };
}
const refused = { line: 7, title: 'Bad', key: null, outcome: 'refused' as const, losses: [], reasons: ['No key.'] };

describe('an import of questions', () => {
  it('makes version 1 of what is new', () => {
    const plan = planOf([item(null, 'New?'), item('sea', 'Wet?')], known, () => 'id-9');
    expect(plan.versions).toEqual([
      { id: 'id-9', version: 1, key: null, body: body('New?') },
      { id: 'id-9', version: 1, key: 'sea', body: body('Wet?') },
    ]);
  });

  it.each(['sky', 'id-1'])('makes the next version of the question named %s, under its own key', (name) => {
    const plan = planOf([item(name, 'Still blue?')], known, () => 'id-9');
    expect(plan.versions).toEqual([{ id: 'id-1', version: 5, key: 'sky', body: body('Still blue?') }]);
    expect(plan.items[0]?.questionId).toBe('id-1');
  });

  it('makes nothing of a question that says the same', () => {
    const plan = planOf([item('sky', 'Blue?')], known, () => 'id-9');
    expect(plan.versions).toEqual([]);
    expect(plan.items).toMatchObject([{ outcome: 'imported', questionId: 'id-1' }]);
  });

  it('refuses what is named twice, by key or by id', () => {
    const plan = planOf([item('sky', 'A'), item('id-1', 'B'), item('x', 'C'), item('x', 'D')], known, () => 'id-9');
    expect(plan.items.map((reported) => reported.outcome)).toEqual(['imported', 'refused', 'imported', 'refused']);
    expect(plan.versions).toHaveLength(2);
  });

  it('refuses what nobody would read', () => {
    const plan = planOf([item(null, 'x'.repeat(60_001))], [], () => 'id-9');
    expect(plan).toMatchObject({ versions: [], items: [{ outcome: 'refused' }] });
  });

  it('passes refusals on with their reasons', () => {
    expect(planOf([refused], known, () => 'id-9').items).toEqual([
      { line: 7, title: 'Bad', outcome: 'refused', losses: [], reasons: ['No key.'] },
    ]);
  });
});

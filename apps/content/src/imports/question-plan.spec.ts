import { describe, expect, it } from '@jest/globals';

import type { QuestionBody } from '../questions/question-body.js';
import { planOf } from './question-plan.js';

const body = (stem: string): QuestionBody => ({ type: 'true_false', stem, tags: [], points: '1', key: true });
const named = [{ id: 'id-1', key: 'sky', version: 4, body: body('Blue?') }];
const known = { named, same: new Map<number, string>() };

function item(key: string | null, stem: string) {
  return { line: 1, title: stem, key, outcome: 'imported' as const, body: body(stem), losses: [], reasons: [] };
}
const refused = {
  line: 7,
  title: 'Bad',
  key: null,
  outcome: 'refused' as const,
  body: null,
  losses: [],
  reasons: ['No key.'],
};

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

  it('makes nothing of a question without a key that says what another says', () => {
    const plan = planOf(
      [item(null, 'Blue?'), item(null, 'New?')],
      { named: [], same: new Map([[0, 'id-7']]) },
      () => 'id-9',
    );
    expect(plan.versions).toEqual([{ id: 'id-9', version: 1, key: null, body: body('New?') }]);
    expect(plan.items.map(({ questionId }) => questionId)).toEqual(['id-7', 'id-9']);
  });

  it('passes refusals on with their reasons', () => {
    expect(planOf([refused], known, () => 'id-9').items).toEqual([
      { line: 7, title: 'Bad', outcome: 'refused', losses: [], reasons: ['No key.'] },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';

import { type Choice, decide, type Situation } from './decision.js';

/** What a person's decision does to a credential that stands so and is still earned. */
const table: Record<Situation['held'], Record<Choice, string>> = {
  active: { revoke: 'revoked', suspend: 'suspended', reinstate: 'unchanged' },
  suspended: { revoke: 'revoked', suspend: 'suspended', reinstate: 'active' },
  suspended_by_hand: { revoke: 'revoked', suspend: 'unchanged', reinstate: 'active' },
  suspended_with_renewal: { revoke: 'revoked', suspend: 'suspended', reinstate: 'active' },
  revoked: { revoke: 'unchanged', suspend: 'refused: revoked', reinstate: 'refused: revoked' },
  revoked_by_hand: { revoke: 'unchanged', suspend: 'refused: revoked', reinstate: 'refused: revoked' },
};

function saidOf(choice: Choice, situation: Situation): string {
  const decided = decide(choice, situation);
  if (decided.outcome === 'changed') return decided.status;
  return decided.outcome === 'refused' ? `refused: ${decided.why}` : 'unchanged';
}

const helds = Object.keys(table) as Situation['held'][];
const choices: Choice[] = ['revoke', 'suspend', 'reinstate'];

describe('a decision by hand', () => {
  it.each(helds.flatMap((held) => choices.map((choice) => [held, choice, table[held][choice]] as const)))(
    'of what is %s to %s it: %s',
    (held, choice, said) => {
      expect(saidOf(choice, { held, isEarned: true })).toBe(said);
    },
  );

  it.each<[Situation['held'], string]>([
    ['suspended', 'refused: not_earned'],
    ['suspended_by_hand', 'refused: not_earned'],
    ['suspended_with_renewal', 'refused: not_earned'],
    ['active', 'unchanged'],
    ['revoked', 'refused: revoked'],
  ])('to reinstate what is %s and not earned any more: %s', (held, said) => {
    expect(saidOf('reinstate', { held, isEarned: false })).toBe(said);
  });

  it.each<Choice>(['revoke', 'suspend'])('to %s asks nothing of the grade', (choice) => {
    expect(decide(choice, { held: 'active', isEarned: false }).outcome).toBe('changed');
  });

  it('is refused where it is none', () => {
    expect(() => decide('bless' as Choice, { held: 'active', isEarned: true })).toThrow(TypeError);
  });
});

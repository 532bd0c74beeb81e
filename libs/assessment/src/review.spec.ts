import { describe, expect, it } from '@jest/globals';
import type { Policy, ReviewPhase } from '#libs/contracts';

import type { Attempt } from './attempt.js';
import { practiceReviewOf, type ReviewPermission, reviewFor } from './review.js';

const now = new Date('2026-11-22T12:00:00Z');
const [before, after] = ['2026-11-22T11:00:00Z', '2026-11-22T13:00:00Z'];

/** `skf c`: score, key, feedback and correctness where they are shown. */
function letters({ showsScore, showsCorrectness, showsKey, showsFeedback, withheld }: ReviewPermission): string {
  const shown = [showsScore && 's', showsCorrectness && 'c', showsKey && 'k', showsFeedback && 'f'];
  return `${shown.filter(Boolean).join('') || '-'} ${withheld}`;
}

function phase(shown: string): ReviewPhase {
  return {
    score: shown.includes('s'),
    correctness: shown.includes('c'),
    key: shown.includes('k'),
    feedback: shown.includes('f'),
  };
}

describe('reviewFor', () => {
  it.each<[Policy['review'], Attempt['state'], boolean, string]>([
    ['after_submit', 'in_progress', false, '- null'],
    ['after_submit', 'in_progress', true, '- null'],
    ['after_submit', 'voided', true, '- null'],
    ['after_submit', 'graded', false, 'sckf null'],
    ['after_submit', 'submitted', false, 'sckf null'],
    ['score_only', 'graded', true, 's never'],
    ['score_only', 'graded', false, 's never'],
    ['never', 'graded', true, '- never'],
    ['after_pass', 'graded', false, 's after_pass'],
    ['after_pass', 'graded', true, 'sckf null'],
    ['after_pass', 'in_progress', true, '- null'],
  ])('with %s, %s, section passed: %s', (review, state, hasPassedSection, expected) => {
    expect(letters(reviewFor({ review, closesAt: null }, { state, hasPassedSection, now }))).toBe(expected);
  });

  it.each([
    ['after submission', after, false, 's after_pass'],
    ['after the pass', after, true, 'sc after_close'],
    ['after the closing', before, false, 'sckf null'],
    ['after the closing, passed or not', before, true, 'sckf null'],
    ['without a closing', null, true, 'sc never'],
  ])('shows each phase its own: %s', (_, closesAt, hasPassedSection, expected) => {
    const reviewPhases = {
      during: phase('c'),
      afterSubmit: phase('s'),
      afterPass: phase('sc'),
      afterClose: phase('sckf'),
    };
    const permission = reviewFor(
      { review: 'never', reviewPhases, closesAt },
      { state: 'graded', hasPassedSection, now },
    );
    expect(letters(permission)).toBe(expected);
  });

  it('names the closing where passing would show nothing more', () => {
    const reviewPhases = { during: phase(''), afterSubmit: phase('s'), afterPass: phase('s'), afterClose: phase('sk') };
    const permission = reviewFor(
      { review: 'never', reviewPhases, closesAt: after },
      { state: 'graded', hasPassedSection: false, now },
    );
    expect(letters(permission)).toBe('s after_close');
  });

  it('closes at the very moment', () => {
    const reviewPhases = { during: phase(''), afterSubmit: phase(''), afterPass: phase(''), afterClose: phase('s') };
    const policy = { review: 'never' as const, reviewPhases, closesAt: now.toISOString() };
    expect(letters(reviewFor(policy, { state: 'graded', hasPassedSection: false, now }))).toBe('s never');
  });

  it('faults on a policy that does not exist', () => {
    const corrupt = JSON.parse('{"review":"always","closesAt":null}');
    expect(() => reviewFor(corrupt, { state: 'graded', hasPassedSection: true, now })).toThrow(TypeError);
  });
});

describe('practiceReviewOf', () => {
  it('shows all of it unless the policy says otherwise', () => {
    expect(practiceReviewOf({})).toEqual(phase('sckf'));
    const reviewPhases = { during: phase('c'), afterSubmit: phase(''), afterPass: phase(''), afterClose: phase('') };
    expect(practiceReviewOf({ reviewPhases })).toEqual(phase('c'));
  });
});

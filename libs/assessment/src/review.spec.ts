import { describe, expect, it } from '@jest/globals';
import type { Policy } from '#libs/contracts';

import type { Attempt } from './attempt.js';
import { reviewFor } from './review.js';

describe('reviewFor', () => {
  it.each<[Policy['review'], Attempt['state'], boolean, string]>([
    ['after_submit', 'in_progress', false, '- - null'],
    ['after_submit', 'in_progress', true, '- - null'],
    ['after_submit', 'voided', true, '- - null'],
    ['after_submit', 'graded', false, 'score review null'],
    ['score_only', 'graded', true, 'score - never'],
    ['never', 'graded', true, '- - never'],
    ['after_pass', 'graded', false, 'score - after_pass'],
    ['after_pass', 'graded', true, 'score review null'],
    ['after_pass', 'in_progress', true, '- - null'],
  ])('with %s, %s, section passed: %s', (review, state, hasPassedSection, expected) => {
    const { showsScore, showsReview, withheld } = reviewFor({ review }, { state, hasPassedSection });
    expect(`${showsScore ? 'score' : '-'} ${showsReview ? 'review' : '-'} ${withheld}`).toBe(expected);
  });

  it('faults on a policy that does not exist', () => {
    const corrupt = JSON.parse('{"review":"always"}');
    expect(() => reviewFor(corrupt, { state: 'graded', hasPassedSection: true })).toThrow(TypeError);
  });
});

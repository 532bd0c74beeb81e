import { describe, expect, it } from '@jest/globals';

import { nextAskAt } from '../../../apps/web/src/features/dashboard/follow.js';

describe('figures that follow a board', () => {
  it.each<[string, number, number | null, number]>([
    ['a second after the first change', 10_000, null, 11_000],
    ['a second after a change that comes late', 10_000, 2_000, 11_000],
    ['not within two and a half seconds of the last time', 10_000, 9_500, 12_000],
    ['at once with the pause, when that is longer', 10_000, 10_000, 12_500],
  ])('are asked for %s', (_, changedAt, askedAt, expected) => {
    expect(nextAskAt(changedAt, askedAt)).toBe(expected);
  });
});

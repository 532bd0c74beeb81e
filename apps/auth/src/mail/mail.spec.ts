import { describe, expect, it } from '@jest/globals';

import { attemptsMax, nextAttemptAt } from './mail.js';

const now = new Date('2027-01-01T00:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const failed = { attempt: 1, isFinal: false, uselessAt: null };

describe('a message that could not be sent', () => {
  it.each([
    [1, 0.5],
    [2, 1],
    [5, 8],
    [9, 120],
    [19, 120],
  ])('is tried again after attempt %i in %d minutes', (attempt, minutes) => {
    expect(nextAttemptAt({ ...failed, attempt }, now)).toEqual(inMinutes(minutes));
  });

  it('is given up after about a day', () => {
    expect(nextAttemptAt({ ...failed, attempt: attemptsMax }, now)).toBeNull();
  });

  it('is given up at once when the server refuses it for good', () => {
    expect(nextAttemptAt({ ...failed, isFinal: true }, now)).toBeNull();
  });

  it('is tried once more before its link ends, and not when that is too soon', () => {
    expect(nextAttemptAt({ ...failed, attempt: 7, uselessAt: inMinutes(20) }, now)).toEqual(inMinutes(10));
    expect(nextAttemptAt({ ...failed, attempt: 7, uselessAt: inMinutes(0.5) }, now)).toBeNull();
    expect(nextAttemptAt({ ...failed, attempt: 7, uselessAt: inMinutes(-1) }, now)).toBeNull();
  });
});

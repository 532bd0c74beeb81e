import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { medianSeconds, secondsOfBucket, timeBucketOf } from './response-time.js';

const day = 86_400;

describe('the buckets of times on a question', () => {
  it('hold one second each while times are short', () => {
    for (let seconds = 0; seconds < 32; seconds += 1) expect(secondsOfBucket(timeBucketOf(seconds))).toBe(seconds);
  });

  it('are few, follow each other and stay within a thirty-second of every time up to a day', () => {
    const wrong: number[] = [];
    let last = -1;
    for (let seconds = 0; seconds <= day; seconds += 1) {
      const bucket = timeBucketOf(seconds);
      const isNear = Math.abs(secondsOfBucket(bucket) - seconds) <= seconds / 32;
      if (!isNear || bucket < last || bucket > last + 1) wrong.push(seconds);
      last = bucket;
    }
    expect(wrong).toEqual([]);
    expect(last).toBeLessThan(256);
  });

  it('take what is out of range as the nearest that is in it', () => {
    expect(timeBucketOf(-5)).toBe(0);
    expect(timeBucketOf(10 * day)).toBe(timeBucketOf(day));
    expect(timeBucketOf(7.9)).toBe(7);
  });
});

describe('the median of times', () => {
  it('of none is null', () => {
    expect(medianSeconds([])).toBeNull();
  });

  it('is the middle one, or the mean of the middle two', () => {
    expect(
      medianSeconds([
        [9, 1],
        [3, 1],
        [5, 1],
      ]),
    ).toBe(5);
    expect(
      medianSeconds([
        [9, 2],
        [3, 1],
        [4, 1],
      ]),
    ).toBe(6.5);
    expect(
      medianSeconds([
        [3, 1],
        [3, 2],
      ]),
    ).toBe(3);
  });

  it('is within a thirty-second of the median of the seconds themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: day }), { minLength: 1, maxLength: 60 }), (times) => {
        const inOrder = times.toSorted((left, right) => left - right);
        const [lower, upper] = [inOrder[Math.floor((times.length - 1) / 2)]!, inOrder[Math.floor(times.length / 2)]!]; // within
        const exact = (lower + upper) / 2;
        const found = medianSeconds(times.map((seconds) => [timeBucketOf(seconds), 1])) ?? Number.NaN;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact / 32 + 1e-9);
      }),
    );
  });
});

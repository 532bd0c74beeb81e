import { describe, expect, it } from '@jest/globals';

import { ago, clock, duration, exact, moment } from '../../../apps/web/src/shared/text/time.js';

/** As the reader's own clock shows it, wherever the test runs. */
const at = (day: number, hour: number, minute = 0, second = 0) => new Date(2026, 2, day, hour, minute, second);
const iso = (...parts: Parameters<typeof at>) => at(...parts).toISOString();

describe('how long', () => {
  it.each([
    [0.4, '0 seconds'],
    [59.7, '1 minute'],
    [90, '2 minutes'],
    [3_569, '59 minutes'],
    [3_585, '1 hour'],
    [5_400, '1 hour 30 minutes'],
    [7_190, '2 hours'],
    [86_390, '1 day'],
    [172_800, '2 days'],
  ])('%d seconds are “%s”', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

describe('how long ago', () => {
  const now = at(10, 12).getTime();

  it.each([
    [iso(10, 11, 59, 55), 'just now'],
    [iso(10, 11, 0, 1), '59 minutes ago'],
    [iso(10, 11), '1 hour ago'],
    [iso(9, 12, 0, 30), '23 hours ago'],
    [iso(9, 11), 'yesterday'],
    [iso(8, 23), '2 days ago'],
    [iso(12, 1), 'in 2 days'],
    [iso(1, 12), 'on March 1, 2026'],
  ])('%s is “%s”', (moment, words) => {
    expect(ago(moment, now)).toBe(words);
  });
});

describe('a time of day', () => {
  it('begins at 00:00', () => {
    expect(clock(iso(10, 0, 5))).toBe('00:05');
    expect(moment(iso(11, 0, 5), at(10, 23).getTime())).toBe('tomorrow at 00:05');
    expect(moment(iso(3, 9), at(10, 23).getTime())).toBe('on March 3, 2026 at 09:00');
  });

  it('names its zone where it is exact', () => {
    expect(exact(iso(10, 0, 5))).toMatch(/^March 10, 2026 at 00:05:00 \S+/);
  });
});

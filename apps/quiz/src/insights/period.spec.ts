import { describe, expect, it } from '@jest/globals';

import { periodQuery } from './insights.dto.js';
import { daysOf, periodDaysMax, periodOf } from './period.js';

const now = new Date('2030-03-01T23:59:59Z');

describe('a period', () => {
  it.each([
    [{}, { from: '2030-01-31', to: '2030-03-01' }],
    [{ to: '2030-02-10' }, { from: '2030-01-12', to: '2030-02-10' }],
    [{ from: '2030-02-10' }, { from: '2030-02-10', to: '2030-03-01' }],
    [
      { from: '2030-02-10', to: '2030-02-10' },
      { from: '2030-02-10', to: '2030-02-10' },
    ],
    [{ from: '2031-01-01' }, { from: '2031-01-01', to: '2031-01-01' }],
    [{ from: '2020-01-01' }, { from: '2029-03-01', to: '2030-03-01' }],
  ])('of %j is %j', (asked, expected) => {
    expect(periodOf(asked, now)).toEqual(expected);
  });

  it('has each of its days once, also where clocks change', () => {
    expect(daysOf({ from: '2030-02-27', to: '2030-03-02' })).toEqual([
      '2030-02-27',
      '2030-02-28',
      '2030-03-01',
      '2030-03-02',
    ]);
    expect(daysOf(periodOf({ from: '2020-01-01' }, now))).toHaveLength(periodDaysMax);
    expect(daysOf({ from: '2030-03-01', to: '2030-04-30' })).toHaveLength(61);
  });

  it.each([
    [{ from: '2030-02-10', to: '2030-02-09' }, 'ends before it begins'],
    [{ from: '2029-02-28', to: '2030-03-01' }, 'at most 366 days'],
    [{ from: '2030-02-30' }, 'Invalid'],
    [{ from: 'yesterday' }, 'Invalid'],
    [{ since: '2030-02-10' }, 'Unrecognized'],
  ])('is refused as %j: %s', (asked, said) => {
    const parsed = periodQuery.safeParse(asked);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.message).toContain(said);
  });

  it('may have a year and a day', () => {
    expect(periodQuery.safeParse({ from: '2029-03-01', to: '2030-03-01' }).success).toBe(true);
  });
});

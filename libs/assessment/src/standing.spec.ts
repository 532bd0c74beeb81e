import { describe, expect, it } from '@jest/globals';
import type { Policy } from '#libs/contracts';
import fc from 'fast-check';

import { type Result, sectionStanding } from './standing.js';

const at = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index));

/** Attempts with a pass mark of 80 %. */
function results(percents: readonly number[]): Result[] {
  return percents.map((percent, index) => ({ percent, hasPassed: percent >= 80, gradedAt: at(index) }));
}

function stands(aggregation: Policy['aggregation'], percents: readonly number[]) {
  const { percent, passedAt } = sectionStanding(results(percents), { aggregation, passMark: 0.8 });
  return [percent, passedAt === null ? null : passedAt.getUTCMinutes()];
}

describe('sectionStanding', () => {
  it.each<[number[], Record<Policy['aggregation'], [number | null, number | null]>]>([
    [[], { best: [null, null], latest: [null, null], first: [null, null], mean: [null, null] }],
    [[90], { best: [90, 0], latest: [90, 0], first: [90, 0], mean: [90, 0] }],
    [[0], { best: [0, null], latest: [0, null], first: [0, null], mean: [0, null] }],
    [[60, 90, 70], { best: [90, 1], latest: [70, 1], first: [60, null], mean: [73.3333, null] }],
    [[90, 60], { best: [90, 0], latest: [60, 0], first: [90, 0], mean: [75, 0] }],
    [[60, 100], { best: [100, 1], latest: [100, 1], first: [60, null], mean: [80, 1] }],
    [[79.9999, 80], { best: [80, 1], latest: [80, 1], first: [79.9999, null], mean: [79.9999, null] }],
  ])('of %j', (percents, expected) => {
    for (const rule of ['best', 'latest', 'first', 'mean'] as const) {
      expect([rule, ...stands(rule, percents)]).toEqual([rule, ...expected[rule]]);
    }
  });

  it('never takes a pass back by a later attempt', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 });
    const rule = fc.constantFrom<Policy['aggregation']>('best', 'latest', 'first', 'mean');
    fc.assert(
      fc.property(percents, rule, (all, aggregation) => {
        const [, before] = stands(aggregation, all.slice(0, -1));
        const [, after] = stands(aggregation, all);
        if (before !== null) expect(after).toBe(before);
      }),
    );
  });

  it('takes the mean exactly: three times 80 is 80', () => {
    const thirds = [66.6666, 100, 73.3334];
    expect(stands('mean', thirds)).toEqual([80, 1]);
  });

  it('faults on a rule that does not exist', () => {
    const corrupt = JSON.parse('{"aggregation":"median","passMark":0.8}');
    expect(() => sectionStanding(results([1]), corrupt)).toThrow(TypeError);
  });
});

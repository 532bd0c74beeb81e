import { describe, expect, it } from '@jest/globals';

import { packDays, sumDays } from './days.js';
import { factsOf } from './needs-help.js';
import { type Cell, countSection, quantileOf, type Standing } from './standings.js';

const hour = 3_600_000;
const nothing: Cell = {
  percent: null,
  passedAt: null,
  attempts: 0,
  firstStartedAt: null,
  firstEndedAt: null,
  failures: 0,
  failingSince: null,
  lastActivityAt: null,
};
const standing = (cells: Record<string, Partial<Cell>>): Standing => ({
  enrolledAt: hour,
  badges: 0,
  certificates: 0,
  cells: new Map(Object.entries(cells).map(([id, cell]) => [id, { ...nothing, ...cell }])),
});

describe('the counts of a section', () => {
  it('are zero where nobody began', () => {
    expect(countSection([standing({}), standing({ other: { attempts: 1 } })], 's')).toEqual({
      ...{ started: 0, submitted: 0, passed: 0, graded: 0, meanPercent: null, hours: [] },
      bins: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('take each learner by what happened there', () => {
    const counts = countSection(
      [
        standing({ s: { attempts: 1, firstStartedAt: 0 } }),
        standing({ s: { attempts: 1, firstStartedAt: 0, firstEndedAt: 1, percent: 9.9999 } }),
        standing({ s: { attempts: 2, firstStartedAt: 0, firstEndedAt: 1, percent: 100, passedAt: 3 * hour } }),
        standing({ s: { attempts: 1, firstStartedAt: hour, firstEndedAt: 1, percent: 90, passedAt: 2 * hour } }),
        // Voided since: the pass stands by another rule, and there is no first start to count from.
        standing({ s: { passedAt: hour, percent: 80 } }),
      ],
      's',
    );
    expect(counts).toEqual({
      ...{ started: 4, submitted: 3, passed: 3, graded: 4, meanPercent: 70, hours: [1, 3] },
      bins: [1, 0, 0, 0, 0, 0, 0, 0, 1, 2],
    });
  });
});

describe('a quantile', () => {
  it.each<[readonly number[], number, number | null]>([
    [[], 0.5, null],
    [[4], 0.9, 4],
    [[1, 3], 0.5, 2],
    [[0, 10, 20, 30], 0.9, 27],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantileOf(values, share)).toBe(expected);
  });
});

describe('what a standing says about needing help', () => {
  const due = new Date(5 * hour);
  const sections = [
    { sectionId: 'a', title: 'A', dueAt: due },
    { sectionId: 'b', title: 'B', dueAt: null },
    { sectionId: 'c', title: 'C', dueAt: null },
  ];

  it('is about the sections published now', () => {
    const facts = factsOf(
      standing({
        b: { attempts: 2, failures: 2, failingSince: 3 * hour, firstStartedAt: 2 * hour, lastActivityAt: 4 * hour },
        c: { attempts: 1, firstStartedAt: hour, lastActivityAt: hour },
        gone: { attempts: 9, failures: 9, failingSince: hour, firstStartedAt: hour, lastActivityAt: 9 * hour },
      }),
      sections,
    );
    expect(facts).toEqual({
      enrolledAt: new Date(hour),
      lastActivityAt: new Date(4 * hour),
      isUnfinished: true,
      open: [
        { sectionId: 'a', title: 'A', dueAt: due, failures: 0, failingSince: null, startedAt: null },
        {
          ...{ sectionId: 'b', title: 'B', dueAt: null, failures: 2 },
          ...{ failingSince: new Date(3 * hour), startedAt: new Date(2 * hour) },
        },
      ],
    });
  });

  it('is nothing where everything is passed, late or not', () => {
    const passed = { attempts: 1, passedAt: hour, lastActivityAt: hour, firstStartedAt: 0 };
    const facts = factsOf(standing({ a: passed, b: passed, c: passed }), sections);
    expect(facts).toMatchObject({ isUnfinished: false, open: [], lastActivityAt: new Date(hour) });
    expect(factsOf(standing({}), sections)).toMatchObject({ isUnfinished: true, lastActivityAt: null });
  });
});

describe('days', () => {
  it('are summed over the learners, each with every day of the period', () => {
    const none = { started: 0, graded: 0, passed: 0, active: 0, badges: 0, certificates: 0 };
    const one = packDays(
      [
        { ...none, at: 0, started: 2, graded: 1, active: 1 },
        { ...none, at: 0, badges: 1 },
        { ...none, at: 2, certificates: 1 },
      ],
      3,
    );
    const other = packDays([{ ...none, at: 0, passed: 1, active: 1 }], 3);
    expect(sumDays([one, other], 3)).toEqual([
      { started: 2, graded: 1, passed: 1, active: 2, badges: 1, certificates: 0 },
      none,
      { ...none, certificates: 1 },
    ]);
    expect(sumDays([], 1)).toEqual([none]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  changesOf,
  type CountChanges,
  type CountedAttempt,
  talliesOf,
  type Tally,
  type TallySums,
  unitsOf,
} from './counting.js';
import { positionsOf } from './positions.js';

const attempt = (number: number, percent: number) => ({ id: `a${number}`, number, percent });

describe('where the attempts of a learner count', () => {
  it.each<[string, ReturnType<typeof attempt>[], Record<string, Tally>]>([
    ['none', [], {}],
    ['a single one everywhere', [attempt(1, 50)], { a1: [1, 1, 1, 1] }],
    [
      'the first, the best and the latest of three, in any order',
      [attempt(3, 40), attempt(1, 20), attempt(2, 90)],
      { a1: [1, 0, 0, 1], a2: [0, 1, 0, 1], a3: [0, 0, 1, 1] },
    ],
    ['the earlier of two equally good ones', [attempt(5, 80), attempt(4, 80)], { a4: [1, 1, 0, 1], a5: [0, 0, 1, 1] }],
  ])('%s', (_, attempts, expected) => {
    expect(Object.fromEntries(talliesOf(attempts))).toEqual(expected);
  });
});

describe('the positions of a paper', () => {
  const section = (ids: string[], fixedQuestions?: string[]) => ({
    questions: ids.map((id) => ({ id })),
    policy: { fixedQuestions },
  });

  it('are its questions where every paper holds all of them, whatever their order', () => {
    expect(positionsOf(['c', 'a', 'b'], section(['a', 'b', 'c']))).toEqual(['c', 'a', 'b']);
  });

  it('are numbered where the questions are drawn', () => {
    expect(positionsOf(['c', 'a'], section(['a', 'b', 'c']))).toEqual(['drawn 1', 'drawn 2']);
  });

  it('are both where some are fixed', () => {
    expect(positionsOf(['c', 'a', 'b'], section(['a', 'b', 'c', 'd'], ['a']))).toEqual(['drawn 1', 'a', 'drawn 2']);
  });
});

const counted = (given: Partial<CountedAttempt> = {}): CountedAttempt => ({
  tally: [1, 1, 1, 1],
  publication: 1,
  total: '1.5',
  max: '2',
  answers: [
    {
      questionId: 'q1',
      version: 1,
      position: 'q1',
      mark: '1',
      rest: '0.5',
      classes: [['', 'a', true]],
      timeBucket: 4,
    },
    { questionId: 'q2', version: 1, position: 'q2', mark: '0.5', rest: '1', classes: [], timeBucket: null },
  ],
  ...given,
});

describe('what an attempt changes', () => {
  it('is everything when it is new', () => {
    const { papers, positions, marks, rests, times, classes } = changesOf([{ before: null, after: counted() }]);
    const tally = [1, 1, 1, 1];
    const sums = (sum: string) => [sum, sum, sum, sum];
    const [half, one, two] = ['0.5000000000', '1.0000000000', '2.0000000000'].map(sums);
    const [first, second] = ['q1', 'q2'].map((questionId) => ({ publication: 1, questionId, version: 1 }));
    expect(papers).toEqual([{ key: { publication: 1, total: '1.5' }, tally, sums: two }]);
    expect(positions).toEqual([
      { key: { publication: 1, position: 'q1', mark: '1' }, tally, sums: half },
      { key: { publication: 1, position: 'q2', mark: '0.5' }, tally, sums: one },
    ]);
    expect(marks).toEqual([
      { key: { ...first, mark: '1' }, tally, sums: half },
      { key: { ...second, mark: '0.5' }, tally, sums: one },
    ]);
    expect(rests.map(({ key }) => key)).toEqual([
      { ...first, rest: '0.5' },
      { ...second, rest: '1' },
    ]);
    expect(times.map(({ key }) => key)).toEqual([{ ...first, timeBucket: 4 }]);
    expect(classes).toEqual([{ key: { ...first, partId: '', value: 'a', isRight: true }, tally, sums: half }]);
  });

  it('is nothing when it is counted as it was', () => {
    const nothing = { papers: [], positions: [], marks: [], rests: [], times: [], classes: [] };
    expect(changesOf([{ before: counted(), after: counted() }])).toEqual(nothing);
    expect(changesOf([{ before: null, after: null }])).toEqual(nothing);
  });

  it('is the sum alone where the mark is what it was and the rest of the paper is not', () => {
    const [first, second] = counted().answers;
    const answers = [{ ...first!, rest: '-0.25' }, second!]; // two
    const { marks, positions, rests } = changesOf([{ before: counted(), after: counted({ answers }) }]);
    const change = { tally: [0, 0, 0, 0], sums: Array.from({ length: 4 }, () => '-0.7500000000') };
    expect(marks).toMatchObject([{ key: { mark: '1' }, ...change }]);
    expect(positions).toMatchObject([{ key: { mark: '1' }, ...change }]);
    expect(rests.map(({ key, tally }) => [key.rest, tally[3]])).toEqual([
      ['0.5', -1],
      ['-0.25', 1],
    ]);
  });

  it('is what it was, taken back, when it does not count any more', () => {
    const { papers } = changesOf([{ before: counted(), after: null }]);
    expect(papers[0]?.tally).toEqual([-1, -1, -1, -1]);
  });

  it('is the choice alone when a later attempt took over', () => {
    const { marks } = changesOf([{ before: counted(), after: counted({ tally: [1, 0, 0, 1] }) }]);
    expect(marks.map(({ tally }) => tally)).toEqual([
      [0, -1, -1, 0],
      [0, -1, -1, 0],
    ]);
  });

  it('moves to the version that graded it anew', () => {
    const answers = counted().answers.map((answer) => ({ ...answer, version: 2 }));
    const { marks } = changesOf([{ before: counted(), after: counted({ answers }) }]);
    const moves = marks.map(({ key, tally }) => `${key.questionId} v${key.version}: ${tally[3]}`);
    expect(moves.toSorted()).toEqual(['q1 v1: -1', 'q1 v2: 1', 'q2 v1: -1', 'q2 v2: 1']);
  });
});

it('counts the same by any detour as straight away', () => {
  const states = fc.array(
    fc.option(
      fc.record({
        tally: fc.constantFrom<Tally>([1, 1, 1, 1], [1, 0, 0, 1], [0, 1, 1, 1]),
        total: fc.constantFrom('0', '1', '2'),
        publication: fc.constantFrom(1, 2),
        max: fc.constantFrom('2', '1.5'),
      }),
      { nil: null },
    ),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.array(states, { maxLength: 5 }), (histories) => {
      const inSteps = new Map<string, bigint[]>();
      const atOnce = new Map<string, bigint[]>();
      for (const history of histories) {
        const steps = [null, ...history].map((state) => (state === null ? null : counted(state)));
        for (let at = 1; at < steps.length; at += 1) {
          apply(inSteps, changesOf([{ before: steps[at - 1]!, after: steps[at]! }])); // within the list
        }
        apply(atOnce, changesOf([{ before: null, after: steps.at(-1)! }])); // never empty
      }
      expect(nonZero(inSteps)).toEqual(nonZero(atOnce));
    }),
  );
});

function apply(counts: Map<string, bigint[]>, changes: CountChanges): void {
  const lists: Record<string, readonly { key: object; tally: Tally; sums?: TallySums }[]> = { ...changes };
  for (const [kind, list] of Object.entries(lists)) {
    for (const { key, tally, sums = [] } of list) {
      const name = `${kind} ${JSON.stringify(key)}`;
      const known = counts.get(name) ?? [];
      counts.set(
        name,
        [...tally.map(BigInt), ...sums.map(unitsOf)].map((count, at) => count + (known[at] ?? 0n)),
      );
    }
  }
}

function nonZero(counts: ReadonlyMap<string, bigint[]>) {
  return [...counts].filter(([, list]) => list.some((count) => count !== 0n)).toSorted();
}

it.each([
  ['1', 10_000_000_000n],
  ['-0.5', -5_000_000_000n],
  ['0.3333333333', 3_333_333_333n],
  ['-12.0000000001', -120_000_000_001n],
])('reads %s as whole units', (decimal, units) => {
  expect(unitsOf(decimal)).toBe(units);
});

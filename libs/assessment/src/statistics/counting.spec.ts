import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { changesOf, type CountChanges, type CountedAttempt, talliesOf, type Tally } from './counting.js';
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
    const { papers, positions, items, times, classes } = changesOf([{ before: null, after: counted() }]);
    const tally = [1, 1, 1, 1];
    expect(papers).toEqual([{ key: { publication: 1, total: '1.5', max: '2' }, tally }]);
    expect(positions).toEqual([
      { key: { publication: 1, position: 'q1', mark: '1', rest: '0.5' }, tally },
      { key: { publication: 1, position: 'q2', mark: '0.5', rest: '1' }, tally },
    ]);
    expect(items.map(({ key }) => key)).toEqual([
      { publication: 1, questionId: 'q1', version: 1, mark: '1', rest: '0.5' },
      { publication: 1, questionId: 'q2', version: 1, mark: '0.5', rest: '1' },
    ]);
    expect(times).toEqual([{ key: { publication: 1, questionId: 'q1', version: 1, timeBucket: 4 }, tally }]);
    expect(classes).toEqual([
      {
        key: { publication: 1, questionId: 'q1', version: 1, partId: '', value: 'a', isRight: true, rest: '0.5' },
        tally,
      },
    ]);
  });

  it('is nothing when it is counted as it was', () => {
    const nothing = { papers: [], positions: [], items: [], times: [], classes: [] };
    expect(changesOf([{ before: counted(), after: counted() }])).toEqual(nothing);
    expect(changesOf([{ before: null, after: null }])).toEqual(nothing);
  });

  it('is what it was, taken back, when it does not count any more', () => {
    const { papers } = changesOf([{ before: counted(), after: null }]);
    expect(papers[0]?.tally).toEqual([-1, -1, -1, -1]);
  });

  it('is the choice alone when a later attempt took over', () => {
    const { items } = changesOf([{ before: counted(), after: counted({ tally: [1, 0, 0, 1] }) }]);
    expect(items.map(({ tally }) => tally)).toEqual([
      [0, -1, -1, 0],
      [0, -1, -1, 0],
    ]);
  });

  it('moves to the version that graded it anew', () => {
    const answers = counted().answers.map((answer) => ({ ...answer, version: 2 }));
    const { items } = changesOf([{ before: counted(), after: counted({ answers }) }]);
    const moves = items.map(({ key, tally }) => `${key.questionId} v${key.version}: ${tally[3]}`);
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
      }),
      { nil: null },
    ),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.array(states, { maxLength: 5 }), (histories) => {
      const inSteps = new Map<string, number[]>();
      const atOnce = new Map<string, number[]>();
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

function apply(counts: Map<string, number[]>, changes: CountChanges): void {
  for (const [kind, list] of Object.entries(changes)) {
    for (const { key, tally } of list) {
      const name = `${kind} ${JSON.stringify(key)}`;
      counts.set(
        name,
        tally.map((count: number, at: number) => count + (counts.get(name)?.[at] ?? 0)),
      );
    }
  }
}

function nonZero(counts: ReadonlyMap<string, number[]>) {
  return [...counts].filter(([, tally]) => tally.some((count) => count !== 0)).toSorted();
}

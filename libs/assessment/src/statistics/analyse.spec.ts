import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { analyse, type MarkMatrix } from './analyse.js';

const items = (...maxima: number[]) => maxima.map((max, index) => ({ name: `q${index + 1}`, max }));
/** As far apart as the last bits of a double let them be. */
const close = (value: number | null, expected: number) => expect(value).toBeCloseTo(expected, 9);

describe('a table worked out by hand', () => {
  // Scores 4, 3, 2, 1, 0 of three questions worth 1, 1 and 2.
  const rows = [
    [1, 1, 2],
    [1, 1, 1],
    [1, 0, 1],
    [0, 0, 1],
    [0, 0, 0],
  ];
  const { quiz, items: found } = analyse({ items: items(1, 1, 2), rows });

  it('has these figures of the quiz', () => {
    expect(quiz).toMatchObject({ attempts: 5, mean: 2, median: 2, skewness: 0 });
    close(quiz.standardDeviation, Math.sqrt(2.5));
    // m2 = 2, m4 = 6.8: k4 = 25 (6 * 6.8 - 12 * 4) / 24 = -7.5, over k2 squared = 6.25.
    close(quiz.kurtosis, -1.2);
    // Variances 0.3, 0.3 and 0.5: 100 * 3/2 * (1 - 1.1 / 2.5).
    close(quiz.internalConsistency, 84);
    close(quiz.errorRatio, 40);
    close(quiz.standardError, 0.4 * Math.sqrt(2.5));
  });

  it('has these figures of the first question', () => {
    const [first] = found;
    expect(first).toMatchObject({ name: 'q1', max: 1, attempts: 5, facility: 0.6, intendedWeight: 0.25 });
    close(first!.standardDeviation, Math.sqrt(0.3));
    // Rests 3, 2, 1, 1, 0: covariance 2.6/4 - 5/4 * 0.6 * 1.4 = 0.45, variance 1.3.
    close(first!.discriminationIndex, (100 * 0.45) / Math.sqrt(0.3 * 1.3));
    // Sorted they pair as they already do.
    close(first!.discriminativeEfficiency, 100);
    // Covariances with the score: 0.75, 0.75 and 1.
    close(first!.effectiveWeight, (100 * Math.sqrt(0.75)) / (2 * Math.sqrt(0.75) + 1));
  });

  it('has weights that add up', () => {
    close(
      found.reduce((sum, item) => sum + (item.effectiveWeight ?? 0), 0),
      100,
    );
    close(
      found.reduce((sum, item) => sum + (item.intendedWeight ?? 0), 0),
      1,
    );
  });
});

it('agrees with the skewness and kurtosis that spreadsheets document for SKEW and KURT', () => {
  const { quiz } = analyse({ items: items(10), rows: [3, 4, 5, 2, 3, 4, 5, 6, 4, 7].map((mark) => [mark]) });
  expect(quiz.skewness).toBeCloseTo(0.359543071, 8);
  expect(quiz.kurtosis).toBeCloseTo(-0.151799637, 8);
});

describe('what the attempts do not determine is null', () => {
  const none = { mean: null, median: null, standardDeviation: null, skewness: null, kurtosis: null };
  const noConsistency = { internalConsistency: null, errorRatio: null, standardError: null };

  it('without any attempt', () => {
    const { quiz, items: found } = analyse({ items: items(1, 1), rows: [] });
    expect(quiz).toEqual({ attempts: 0, ...none, ...noConsistency });
    expect(found[0]).toMatchObject({ attempts: 0, facility: null, standardDeviation: null, effectiveWeight: null });
  });

  it('with one attempt', () => {
    const { quiz, items: found } = analyse({ items: items(1, 1), rows: [[1, 0]] });
    expect(quiz).toEqual({ attempts: 1, ...none, mean: 1, median: 1, ...noConsistency });
    expect(found[0]).toMatchObject({ facility: 1, standardDeviation: null, discriminationIndex: null });
  });

  it('skewness below three attempts, kurtosis below four', () => {
    expect(
      analyse({
        items: items(1, 1),
        rows: [
          [1, 0],
          [1, 1],
        ],
      }).quiz,
    ).toMatchObject({ skewness: null, kurtosis: null });
    const { quiz } = analyse({
      items: items(1, 1),
      rows: [
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    });
    expect(quiz).toMatchObject({ skewness: 0, kurtosis: null, internalConsistency: expect.any(Number) });
  });

  it('when all scores are the same', () => {
    const { quiz } = analyse({
      items: items(1, 1),
      rows: [
        [1, 0],
        [0, 1],
        [1, 0],
        [0, 1],
      ],
    });
    expect(quiz).toMatchObject({ standardDeviation: 0, skewness: null, kurtosis: null, ...noConsistency });
  });

  it('when there is one question', () => {
    const { quiz, items: found } = analyse({ items: items(1), rows: [[0], [1], [1], [0]] });
    expect(quiz).toMatchObject({ ...noConsistency, standardDeviation: expect.any(Number) });
    // The rest is nothing for everybody.
    expect(found[0]).toMatchObject({ discriminationIndex: null, discriminativeEfficiency: null, effectiveWeight: 100 });
  });

  it('when everybody has the same mark, though no double is exactly a tenth', () => {
    const rows = [0.7, 0.1, 0.2, 0.9, 0.4].map((other) => [0.1, other]);
    expect(analyse({ items: items(1, 1), rows }).items[0]).toMatchObject({
      standardDeviation: 0,
      discriminationIndex: null,
      discriminativeEfficiency: null,
      effectiveWeight: 0,
    });
  });

  it('facility of a question that earns nothing; it is a position all the same', () => {
    const rows = [
      [1, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ];
    const { quiz, items: found } = analyse({ items: items(1, 1, 0), rows });
    expect(found[2]).toMatchObject({ facility: null, intendedWeight: 0 });
    close(quiz.internalConsistency, 100 * (3 / 2) * (1 - 2 / 3));
  });
});

it('leaves the weight of a question open whose covariance with the score is negative, and says so', () => {
  const rows = [
    [0, 3],
    [0, 2],
    [1, 0],
    [1, 0],
  ];
  const [against, along] = analyse({ items: items(1, 3), rows }).items;
  expect(against).toMatchObject({ effectiveWeight: null, hasNegativeCovariance: true });
  expect(along).toMatchObject({ effectiveWeight: 100, hasNegativeCovariance: false });
});

it('tells of papers that contradict themselves by a consistency below zero', () => {
  const rows = [
    [1, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
    [0, 1, 1],
  ];
  const { quiz } = analyse({ items: items(1, 1, 1), rows });
  expect(quiz.internalConsistency).toBeLessThan(0);
  expect(quiz.errorRatio).toBeGreaterThan(100);
});

it('refuses rows of another width and marks that are no numbers', () => {
  expect(() => analyse({ items: items(1, 1), rows: [[1]] })).toThrow(RangeError);
  expect(() => analyse({ items: items(1), rows: [[Number.NaN]] })).toThrow(RangeError);
});

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 30 }))
  .chain(([width, height]) =>
    fc.record({
      maxima: fc.array(fc.constantFrom(1, 2, 0.5, 3), { minLength: width, maxLength: width }),
      shares: fc.array(
        fc.array(fc.constantFrom(0, 0, 0.25, 0.333, 0.5, 1, 1, -0.25), { minLength: width, maxLength: width }),
        {
          minLength: height,
          maxLength: height,
        },
      ),
    }),
  )
  .map(({ maxima, shares }): MarkMatrix => ({
    items: items(...maxima),
    rows: shares.map((row) => row.map((share, index) => share * maxima[index]!)), // one per item
  }));

describe('for any marks', () => {
  it('the figures are those of the textbook formulas over the raw rows', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expectSame(analyse(matrix), textbook(matrix));
      }),
      { numRuns: 300 },
    );
  });

  it('the order of the attempts plays no role, to the last bit', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), ({ items: columns, rows }, seed) => {
        const shuffled = rows.map((row, at) => ({ row, key: ((at + 1) * 7919 + seed) % 101 }));
        const other = shuffled.toSorted((left, right) => left.key - right.key).map(({ row }) => row);
        expect(analyse({ items: columns, rows: other })).toEqual(analyse({ items: columns, rows }));
      }),
    );
  });

  it('marks on another scale change what is in points and nothing else', () => {
    fc.assert(
      fc.property(matrices, ({ items: columns, rows }) => {
        const scaled = analyse({
          items: columns.map((item) => ({ ...item, max: item.max * 4 })),
          rows: rows.map((row) => row.map((mark) => mark * 4)),
        });
        const plain = analyse({ items: columns, rows });
        const inPoints = (value: number | null) => (value === null ? null : value * 4);
        expectSame(
          { quiz: scaled.quiz, items: scaled.items.map((item) => ({ ...item, max: 0 })) },
          {
            quiz: {
              ...plain.quiz,
              mean: inPoints(plain.quiz.mean),
              median: inPoints(plain.quiz.median),
              standardDeviation: inPoints(plain.quiz.standardDeviation),
              standardError: inPoints(plain.quiz.standardError),
            },
            items: plain.items.map((item) => ({
              ...item,
              max: 0,
              standardDeviation: inPoints(item.standardDeviation),
              restDeviation: inPoints(item.restDeviation),
            })),
          },
        );
      }),
    );
  });
});

function expectSame(found: object, expected: object): void {
  const flat = (value: unknown, path = ''): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => flat(inner, `${path}/${key}`))
      : [[path, value]];
  const wanted = new Map(flat(expected));
  for (const [path, value] of flat(found)) {
    const other = wanted.get(path);
    if (typeof value === 'number' && typeof other === 'number') {
      const isClose = Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(other));
      if (!isClose) throw new Error(`${path}: ${value} is not ${other}`);
    } else if (value !== other) throw new Error(`${path}: ${String(value)} is not ${String(other)}`);
  }
}

/** The definitions word by word, over rows of doubles, with nothing shared with what is tested. */
function textbook({ items: columns, rows }: MarkMatrix) {
  const tiny = 1e-12;
  const n = rows.length;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = (left: number[], right: number[]) => {
    const [one, other] = [mean(left), mean(right)];
    const sum = left.reduce((total, value, at) => total + (value - one) * (right[at]! - other), 0); // as long as left
    const result = sum / (n - 1);
    return Math.abs(result) < tiny ? 0 : result;
  };
  const ascending = (values: number[]) => values.toSorted((left, right) => left - right);
  const totals = rows.map((row) => row.reduce((sum, mark) => sum + mark, 0));
  const column = (index: number) => rows.map((row) => row[index]!); // one per item
  const moment = (power: number) => mean(totals.map((total) => (total - mean(totals)) ** power));
  const variance = n > 1 ? covariance(totals, totals) : null;
  const isSpread = variance !== null && variance > 0;
  const k3 = (n * n * moment(3)) / ((n - 1) * (n - 2));
  const k4 = (n * n * ((n + 1) * moment(4) - 3 * (n - 1) * moment(2) ** 2)) / ((n - 1) * (n - 2) * (n - 3));
  const hasConsistency = isSpread && n > 2 && columns.length > 1;
  const spreads = columns
    .map((_, index) => covariance(column(index), column(index)))
    .reduce((sum, each) => sum + each, 0);
  const consistency = hasConsistency ? (100 * columns.length * (1 - spreads / variance)) / (columns.length - 1) : null;
  const errorRatio = consistency === null ? null : 100 * Math.sqrt(Math.max(0, 1 - consistency / 100));
  const deviation = variance === null ? null : Math.sqrt(variance);
  const inOrder = ascending(totals);
  const maxTotal = columns.reduce((sum, { max }) => sum + max, 0);
  const withTotal = columns.map((_, index) => (n > 1 ? covariance(column(index), totals) : 0));
  const roots = withTotal.filter((each) => each > 0).reduce((sum, each) => sum + Math.sqrt(each), 0);
  return {
    quiz: {
      attempts: n,
      mean: n > 0 ? mean(totals) : null,
      median: n > 0 ? (inOrder[Math.floor((n - 1) / 2)]! + inOrder[Math.floor(n / 2)]!) / 2 : null, // within the list
      standardDeviation: deviation,
      skewness: n > 2 && isSpread ? k3 / variance ** 1.5 : null,
      kurtosis: n > 3 && isSpread ? k4 / variance ** 2 : null,
      internalConsistency: consistency,
      errorRatio,
      standardError: errorRatio === null || deviation === null ? null : (errorRatio * deviation) / 100,
    },
    items: columns.map(({ name, max }, index) => {
      const marks = column(index);
      const rests = totals.map((total, at) => total - marks[at]!); // as many as rows
      const [common, ofMarks, ofRests] = [covariance(marks, rests), covariance(marks, marks), covariance(rests, rests)];
      const most = covariance(ascending(marks), ascending(rests));
      const weight = withTotal[index]!; // one per item
      return {
        name,
        max,
        attempts: n,
        facility: n > 0 ? mean(marks) / max : null,
        standardDeviation: n > 1 ? Math.sqrt(ofMarks) : null,
        restDeviation: n > 1 ? Math.sqrt(ofRests) : null,
        discriminationIndex: n > 1 && ofMarks > 0 && ofRests > 0 ? (100 * common) / Math.sqrt(ofMarks * ofRests) : null,
        discriminativeEfficiency: n > 1 && most > 0 ? (100 * common) / most : null,
        intendedWeight: max / maxTotal,
        effectiveWeight: weight >= 0 && roots > 0 ? (100 * Math.sqrt(weight)) / roots : null,
        hasNegativeCovariance: weight < 0,
        randomGuessScore: null,
      };
    }),
  };
}

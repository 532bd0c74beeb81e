import { Rational } from '../rational.js';
import { type ItemFigures, itemFigures } from './item-figures.js';
import { type QuizFigures, quizFigures, type Weight, weightsOf } from './paper-figures.js';
import type { MarkCount } from './sums.js';

/** One column of a table of marks. */
export interface MarkedItem {
  readonly name: string;
  /** The most that the question earns, in points. */
  readonly max: number;
  /** Share that blind guessing earns, as `randomGuessShare` says; null where nobody knows. */
  readonly guessShare?: number | null;
}

/** Rows are attempts, columns are items; marks in points. */
export interface MarkMatrix {
  readonly items: readonly MarkedItem[];
  readonly rows: readonly (readonly number[])[];
}

export interface AnalysedItem extends ItemFigures, Weight {
  readonly name: string;
  readonly max: number;
  /** Share of the maximum of all items. */
  readonly intendedWeight: number | null;
  readonly randomGuessScore: number | null;
}

export interface Analysis {
  readonly quiz: QuizFigures;
  readonly items: readonly AnalysedItem[];
}

/**
 * Item analysis of a table of marks, with every figure of Moodle's quiz statistics. Marks are taken as the decimals that they
 * print as, and summed exactly. Throws a RangeError for a mark that is no finite number, or a row that has not one per item.
 */
export function analyse({ items, rows }: MarkMatrix): Analysis {
  const units = unitsOf({ items, rows });
  const maxima = items.map((item) => units.of(item.max));
  const { columns, totals } = countsOf(items, rows, units);
  const positions = new Map(columns.map(({ marks }, index) => [String(index), [...marks.values()]]));
  const paper = { totals: [...totals], positions, scale: units.scale };
  const weights = weightsOf(paper);
  const maxTotal = maxima.reduce((sum, max) => sum + max, 0n);
  return {
    quiz: quizFigures(paper),
    items: items.map(({ name, max, guessShare = null }, index) => {
      const place = String(index);
      const own = maxima[index]!; // one per item
      return {
        name,
        max,
        ...itemFigures({
          marks: positions.get(place) ?? [],
          rests: [...columns[index]!.rests], // one per item
          max: own,
          scale: units.scale,
        }),
        intendedWeight: maxTotal > 0n ? Number(own) / Number(maxTotal) : null,
        ...(weights.get(place) ?? { effectiveWeight: null, hasNegativeCovariance: false }),
        randomGuessScore: guessShare,
      };
    }),
  };
}

interface Units {
  /** Units per point: the smallest power of ten that makes all marks whole. */
  readonly scale: bigint;
  of(points: number): bigint;
}

function unitsOf({ items, rows }: MarkMatrix): Units {
  const values = new Set([...items.map(({ max }) => max), ...rows.flat()]);
  const exact = new Map([...values].map((value) => [value, Rational.fromNumber(value)]));
  let scale = 1n;
  for (const { denominator } of exact.values()) while (scale % denominator !== 0n) scale *= 10n;
  const units = new Map(
    [...exact].map(([value, { numerator, denominator }]) => [value, (numerator * scale) / denominator]),
  );
  return { scale, of: (points) => units.get(points)! }; // all of them were read above
}

interface Column {
  readonly marks: Map<bigint, MarkCount>;
  readonly rests: Map<bigint, number>;
}

function countsOf(items: readonly MarkedItem[], rows: MarkMatrix['rows'], units: Units) {
  const columns = items.map((): Column => ({ marks: new Map(), rests: new Map() }));
  const totals = new Map<bigint, number>();
  for (const [index, row] of rows.entries()) {
    if (row.length !== items.length) {
      throw new RangeError(`Row ${index + 1} has ${row.length} marks for ${items.length} items.`);
    }
    const marks = row.map((mark) => units.of(mark));
    const total = marks.reduce((sum, mark) => sum + mark, 0n);
    totals.set(total, (totals.get(total) ?? 0) + 1);
    for (const [at, mark] of marks.entries()) {
      const column = columns[at]!; // as many as marks
      const rest = total - mark;
      const { attempts, restSum } = column.marks.get(mark) ?? { attempts: 0, restSum: 0n };
      column.marks.set(mark, { mark, attempts: attempts + 1, restSum: restSum + rest });
      column.rests.set(rest, (column.rests.get(rest) ?? 0) + 1);
    }
  }
  return { columns, totals };
}

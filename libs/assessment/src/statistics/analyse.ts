import { Rational } from '../rational.js';
import type { Cell, Frequency } from './cells.js';
import { type ItemFigures, itemFigures } from './item-figures.js';
import { type QuizFigures, quizFigures, type Weight, weightsOf } from './paper-figures.js';

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
  const { columns, totals } = cellsOf(items, rows, units);
  const positions = new Map(columns.map((column, index) => [String(index), [...column.values()]]));
  const paper = { totals: [...totals.values()], positions, scale: units.scale };
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
        ...itemFigures({ cells: positions.get(place) ?? [], max: own, scale: units.scale }),
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

function cellsOf(items: readonly MarkedItem[], rows: MarkMatrix['rows'], units: Units) {
  const columns = items.map(() => new Map<string, Cell>());
  const totals = new Map<bigint, Frequency>();
  for (const [index, row] of rows.entries()) {
    if (row.length !== items.length) {
      throw new RangeError(`Row ${index + 1} has ${row.length} marks for ${items.length} items.`);
    }
    const marks = row.map((mark) => units.of(mark));
    const total = marks.reduce((sum, mark) => sum + mark, 0n);
    totals.set(total, [total, (totals.get(total)?.[1] ?? 0) + 1]);
    for (const [at, mark] of marks.entries()) {
      const cells = columns[at]!; // as many as marks
      const key = `${mark} ${total}`;
      cells.set(key, { mark, rest: total - mark, attempts: (cells.get(key)?.attempts ?? 0) + 1 });
    }
  }
  return { columns, totals };
}

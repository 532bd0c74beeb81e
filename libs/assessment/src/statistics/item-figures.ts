import { type Cell, sortedProduct, spread, sumsOf } from './cells.js';

/** How one question did. A figure is null where the attempts do not determine it. */
export interface ItemFigures {
  /** Attempts behind every figure. */
  readonly attempts: number;
  /** Mean mark as a share of the maximum; null without a maximum. */
  readonly facility: number | null;
  /** Of the marks, in points; over one less than the attempts. */
  readonly standardDeviation: number | null;
  /** Of the rest of the papers, in points. */
  readonly restDeviation: number | null;
  /** Correlation of the mark with the rest of the paper, -100 to 100; null when either is the same for all. */
  readonly discriminationIndex: number | null;
  /** Covariance of mark and rest in percent of the largest that these marks allow; null when that is zero. */
  readonly discriminativeEfficiency: number | null;
}

export interface ItemCells {
  readonly cells: readonly Cell[];
  /** Maximum of the mark, in units. */
  readonly max: bigint;
  /** Units per point. */
  readonly scale: bigint;
}

/**
 * The statistics of one question, as Moodle's quiz report defines them. The rest is that of the attempt's own paper: its total
 * without this question. For a question that was drawn for some papers Moodle takes the total with the question in it; we do
 * not, because a question that correlates with itself looks better than it is.
 */
export function itemFigures({ cells, max, scale }: ItemCells): ItemFigures {
  const sums = sumsOf(cells);
  const { attempts } = sums;
  const markSpread = spread(attempts, sums.markSquared, sums.mark, sums.mark);
  const restSpread = spread(attempts, sums.restSquared, sums.rest, sums.rest);
  const common = spread(attempts, sums.product, sums.mark, sums.rest);
  const most = spread(attempts, sortedProduct(sums.marks, sums.rests), sums.mark, sums.rest);
  const varies = markSpread > 0n && restSpread > 0n;
  const deviation = (spreadOf: bigint) =>
    attempts > 1 ? Math.sqrt(Number(spreadOf) / (attempts * (attempts - 1))) / Number(scale) : null;
  return {
    attempts,
    facility: attempts > 0 && max > 0n ? Number(sums.mark) / (attempts * Number(max)) : null,
    standardDeviation: deviation(markSpread),
    restDeviation: deviation(restSpread),
    discriminationIndex: varies
      ? (100 * Number(common)) / (Math.sqrt(Number(markSpread)) * Math.sqrt(Number(restSpread)))
      : null,
    discriminativeEfficiency: most > 0n ? (100 * Number(common)) / Number(most) : null,
  };
}

import { type Frequency, frequenciesOf, type MarkCount, markSumsOf, sortedProduct, spread, sumsOf } from './sums.js';

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

/** In any order; a value may come repeatedly. */
export interface ItemCounts {
  readonly marks: readonly MarkCount[];
  /** What the rest of the paper earned, of the same attempts. */
  readonly rests: readonly Frequency[];
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
export function itemFigures({ marks, rests, max, scale }: ItemCounts): ItemFigures {
  const mark = markSumsOf(marks);
  const rest = sumsOf(rests);
  const { attempts } = mark;
  const markSpread = spread(attempts, mark.squares, mark.sum, mark.sum);
  const restSpread = spread(attempts, rest.squares, rest.sum, rest.sum);
  const common = spread(attempts, mark.product, mark.sum, rest.sum);
  const most = spread(attempts, sortedProduct(frequenciesOf(marks), rests), mark.sum, rest.sum);
  const varies = markSpread > 0n && restSpread > 0n;
  const deviation = (spreadOf: bigint) =>
    attempts > 1 ? Math.sqrt(Number(spreadOf) / (attempts * (attempts - 1))) / Number(scale) : null;
  return {
    attempts,
    facility: attempts > 0 && max > 0n ? Number(mark.sum) / (attempts * Number(max)) : null,
    standardDeviation: deviation(markSpread),
    restDeviation: deviation(restSpread),
    discriminationIndex: varies
      ? (100 * Number(common)) / (Math.sqrt(Number(markSpread)) * Math.sqrt(Number(restSpread)))
      : null,
    discriminativeEfficiency: most > 0n ? (100 * Number(common)) / Number(most) : null,
  };
}

import { ascending, type Frequency, frequenciesOf, type MarkCount, markSumsOf, spread, sumsOf } from './sums.js';

/** How the quiz did as a whole. Points where nothing else is said; null where the attempts do not determine the figure. */
export interface QuizFigures {
  readonly attempts: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly standardDeviation: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** Coefficient of internal consistency: Cronbach's alpha in percent, below zero for papers that contradict themselves. */
  readonly internalConsistency: number | null;
  /** Share of the standard deviation that is chance, in percent. */
  readonly errorRatio: number | null;
  /** How far chance moves a score, in points. */
  readonly standardError: number | null;
}

/** What a position adds to the spread of the scores. */
export interface Weight {
  /** In percent of all positions; null when its covariance with the score is negative, or nothing varies. */
  readonly effectiveWeight: number | null;
  readonly hasNegativeCovariance: boolean;
}

export interface PaperCounts {
  /** Scores of whole papers, the sums of their marks, and how many attempts had them; in any order, also repeated. */
  readonly totals: readonly Frequency[];
  /**
   * Marks by position. For papers that all hold the same questions a position is a question. On drawn papers a question that
   * is on every paper is a position, and so is the first, second, ... of the drawn ones, as a random slot is in Moodle. An
   * attempt whose paper has no such position (another publication, a dropped question) earned 0 there and is not counted.
   */
  readonly positions: ReadonlyMap<string, readonly MarkCount[]>;
  /** Units per point. */
  readonly scale: bigint;
}

/** The statistics of a quiz, as Moodle's quiz report defines them. */
export function quizFigures({ totals, positions, scale }: PaperCounts): QuizFigures {
  const { attempts, sum, squares } = sumsOf(totals);
  const scores = ascending(totals);
  const scoreSpread = spread(attempts, squares, sum, sum);
  const deviation = attempts > 1 ? Math.sqrt(Number(scoreSpread) / (attempts * (attempts - 1))) / Number(scale) : null;
  const reliability = reliabilityOf(attempts, scoreSpread, [...positions.values()]);
  return {
    attempts,
    mean: attempts > 0 ? Number(sum) / (attempts * Number(scale)) : null,
    median: attempts > 0 ? medianOf(scores, attempts) / Number(scale) : null,
    standardDeviation: deviation,
    ...shapeOf(scores, { attempts, sum }),
    ...reliability,
    standardError:
      reliability.errorRatio === null || deviation === null ? null : (reliability.errorRatio * deviation) / 100,
  };
}

/** The effective weights, by position: the shares of the roots of the covariances with the score. */
export function weightsOf({ totals, positions }: PaperCounts): Map<string, Weight> {
  const { attempts, sum } = sumsOf(totals);
  const covariances = new Map<string, bigint>();
  for (const [position, marks] of positions) {
    const mark = markSumsOf(marks);
    // A mark times the score is its square and its product with the rest.
    covariances.set(position, spread(attempts, mark.squares + mark.product, mark.sum, sum));
  }
  let roots = 0;
  for (const covariance of covariances.values()) if (covariance > 0n) roots += Math.sqrt(Number(covariance));
  return new Map(
    [...covariances].map(([position, covariance]) => {
      const isDefined = attempts > 1 && covariance >= 0n && roots > 0;
      const effectiveWeight = isDefined ? (100 * Math.sqrt(Number(covariance))) / roots : null;
      return [position, { effectiveWeight, hasNegativeCovariance: covariance < 0n }];
    }),
  );
}

/** The middle value, or the mean of the middle two. */
function medianOf(scores: readonly Frequency[], attempts: number): number {
  const lower = valueAt(scores, Math.floor((attempts - 1) / 2));
  const upper = valueAt(scores, Math.floor(attempts / 2));
  return Number(lower + upper) / 2;
}

function valueAt(scores: readonly Frequency[], place: number): bigint {
  let passed = 0;
  for (const [value, count] of scores) {
    passed += count;
    if (passed > place) return value;
  }
  throw new RangeError(`There is no place ${place} among ${passed} values.`);
}

interface Centre {
  readonly attempts: number;
  readonly sum: bigint;
}

/** Skewness and kurtosis from the k-statistics; both have no unit. */
function shapeOf(scores: readonly Frequency[], centre: Centre): Pick<QuizFigures, 'skewness' | 'kurtosis'> {
  const { attempts: n } = centre;
  const [m2, m3, m4] = centralMoments(scores, centre);
  if (n < 3 || m2 === 0) return { skewness: null, kurtosis: null };
  const k2 = (n * m2) / (n - 1);
  const k3 = (n * n * m3) / ((n - 1) * (n - 2));
  const skewness = k3 / k2 ** 1.5;
  if (n < 4) return { skewness, kurtosis: null };
  const k4 = (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3));
  return { skewness, kurtosis: k4 / (k2 * k2) };
}

/** Of the second, third and fourth order. Deviations from the mean are taken n-fold, so that they are whole. */
function centralMoments(scores: readonly Frequency[], { attempts, sum }: Centre): [number, number, number] {
  const n = BigInt(attempts);
  let [second, third, fourth] = [0n, 0n, 0n];
  for (const [value, count] of scores) {
    const deviation = n * value - sum;
    const squared = deviation * deviation;
    second += squared * BigInt(count);
    third += squared * deviation * BigInt(count);
    fourth += squared * squared * BigInt(count);
  }
  return [Number(second) / attempts ** 3, Number(third) / attempts ** 4, Number(fourth) / attempts ** 5];
}

function reliabilityOf(
  attempts: number,
  scoreSpread: bigint,
  positions: readonly (readonly MarkCount[])[],
): Pick<QuizFigures, 'internalConsistency' | 'errorRatio'> {
  const count = positions.length;
  if (attempts < 3 || scoreSpread === 0n || count < 2) return { internalConsistency: null, errorRatio: null };
  let spreads = 0n;
  for (const marks of positions) {
    const { sum, squares } = sumsOf(frequenciesOf(marks));
    spreads += spread(attempts, squares, sum, sum);
  }
  const whole = Number(BigInt(count - 1) * scoreSpread);
  // What is not consistent is counted by itself: taken from 1, rounding could make it less than nothing.
  const inconsistent = Number(BigInt(count) * spreads - scoreSpread) / whole;
  return {
    internalConsistency: (100 * Number(BigInt(count) * (scoreSpread - spreads))) / whole,
    errorRatio: 100 * Math.sqrt(inconsistent),
  };
}

/**
 * The attempts that earned one mark on a question, and what their papers earned besides. Marks and rests are whole numbers of some
 * unit (a tenth of a billionth of a point, say), so that every sum is exact: a variance of zero is zero, and the order of counting
 * plays no role.
 *
 * Together with a histogram of the rests this is all that a question's figures follow from. Attempts, sums and squares are read
 * off the two histograms; the product of mark and rest is, mark by mark, the mark times the rests that came with it; and the
 * covariance of the sorted lists asks for each list alone, never for which rest came with which mark. So what is kept grows with
 * the different marks plus the different rests, and counting an attempt, or taking it back, adds or subtracts one of each.
 */
export interface MarkCount {
  readonly mark: bigint;
  readonly attempts: number;
  /** Of all these attempts. */
  readonly restSum: bigint;
}

/** A value and how often it occurs. */
export type Frequency = readonly [value: bigint, attempts: number];

/** What one histogram says. */
export interface Sums {
  readonly attempts: number;
  readonly sum: bigint;
  readonly squares: bigint;
}

export function sumsOf(frequencies: Iterable<Frequency>): Sums {
  let attempts = 0;
  let sum = 0n;
  let squares = 0n;
  for (const [value, count] of frequencies) {
    const all = value * BigInt(count);
    attempts += count;
    sum += all;
    squares += value * all;
  }
  return { attempts, sum, squares };
}

/** The sums of the marks, and of the products of mark and rest. */
export function markSumsOf(marks: readonly MarkCount[]): Sums & { readonly product: bigint } {
  let product = 0n;
  for (const { mark, restSum } of marks) product += mark * restSum;
  return { ...sumsOf(frequenciesOf(marks)), product };
}

export function frequenciesOf(marks: readonly MarkCount[]): Frequency[] {
  return marks.map(({ mark, attempts }): Frequency => [mark, attempts]);
}

/** n² times the covariance over n (not n - 1): whole, and zero exactly where the covariance is. */
export function spread(attempts: number, product: bigint, left: bigint, right: bigint): bigint {
  return BigInt(attempts) * product - left * right;
}

/** The largest sum of products that any pairing of these values has: both ascending, the first with the first. */
export function sortedProduct(left: readonly Frequency[], right: readonly Frequency[]): bigint {
  const [lesser, other] = [ascending(left), ascending(right)];
  let product = 0n;
  let at = 0;
  let free = other[0]?.[1] ?? 0;
  for (const [value, count] of lesser) {
    let open = count;
    while (open > 0 && at < other.length) {
      const taken = Math.min(open, free);
      product += value * other[at]![0] * BigInt(taken); // within the list, as the loop asks
      open -= taken;
      free -= taken;
      if (free === 0) {
        at += 1;
        free = other[at]?.[1] ?? 0;
      }
    }
  }
  return product;
}

export function ascending(frequencies: readonly Frequency[]): Frequency[] {
  return frequencies.toSorted(([left], [right]) => (left < right ? -1 : Number(left > right)));
}

/**
 * How often a mark and what the rest of the paper earned came together. Both are whole numbers of some unit (a tenth of a
 * billionth of a point, say), so that every sum is exact: a variance of zero is zero, and the order of counting plays no role.
 * All of the item statistics follows from such cells, discriminative efficiency with its sorted marks included, and a cell
 * changes by one when an attempt is counted or taken back.
 */
export interface Cell {
  readonly mark: bigint;
  readonly rest: bigint;
  readonly attempts: number;
}

/** The sums that variances and covariances are made of. */
export interface Sums {
  readonly attempts: number;
  readonly mark: bigint;
  readonly rest: bigint;
  readonly markSquared: bigint;
  readonly restSquared: bigint;
  readonly product: bigint;
  /** Values and how often they occur, ascending. */
  readonly marks: readonly Frequency[];
  readonly rests: readonly Frequency[];
}

export type Frequency = readonly [value: bigint, attempts: number];

export function sumsOf(cells: Iterable<Cell>): Sums {
  const marks = new Map<bigint, number>();
  const rests = new Map<bigint, number>();
  const restByMark = new Map<bigint, bigint>();
  let attempts = 0;
  for (const { mark, rest, attempts: count } of cells) {
    attempts += count;
    marks.set(mark, (marks.get(mark) ?? 0) + count);
    rests.set(rest, (rests.get(rest) ?? 0) + count);
    restByMark.set(mark, (restByMark.get(mark) ?? 0n) + rest * BigInt(count));
  }
  let product = 0n;
  for (const [mark, rest] of restByMark) product += mark * rest;
  return {
    attempts,
    mark: total(marks),
    rest: total(rests),
    markSquared: squares(marks),
    restSquared: squares(rests),
    product,
    marks: ascending(marks),
    rests: ascending(rests),
  };
}

/** n² times the covariance over n (not n - 1): whole, and zero exactly where the covariance is. */
export function spread(attempts: number, product: bigint, left: bigint, right: bigint): bigint {
  return BigInt(attempts) * product - left * right;
}

/** The largest sum of products that any pairing of these values has: both ascending, the first with the first. */
export function sortedProduct(left: readonly Frequency[], right: readonly Frequency[]): bigint {
  let product = 0n;
  let at = 0;
  let free = right[0]?.[1] ?? 0;
  for (const [value, count] of left) {
    let open = count;
    while (open > 0 && at < right.length) {
      const taken = Math.min(open, free);
      product += value * right[at]![0] * BigInt(taken); // within the list, as the loop asks
      open -= taken;
      free -= taken;
      if (free === 0) {
        at += 1;
        free = right[at]?.[1] ?? 0;
      }
    }
  }
  return product;
}

function total(frequencies: ReadonlyMap<bigint, number>): bigint {
  let sum = 0n;
  for (const [value, count] of frequencies) sum += value * BigInt(count);
  return sum;
}

function squares(frequencies: ReadonlyMap<bigint, number>): bigint {
  let sum = 0n;
  for (const [value, count] of frequencies) sum += value * value * BigInt(count);
  return sum;
}

function ascending(frequencies: ReadonlyMap<bigint, number>): Frequency[] {
  return [...frequencies].toSorted(([left], [right]) => (left < right ? -1 : Number(left > right)));
}

/** Longest time that counts: a day. */
const secondsMax = 86_400;
/** Below this every second has a bucket of its own. */
const exactBelow = 16;
/** Buckets per doubling above. */
const perDoubling = 16;

/**
 * The bucket of a time on a question: whole seconds below 16, then sixteen to each doubling, 215 in all. The median of any
 * number of times is known from them to 3 % or better.
 */
export function timeBucketOf(seconds: number): number {
  const time = Math.min(Math.max(Math.floor(seconds), 0), secondsMax);
  if (time < exactBelow) return time;
  const doubling = Math.floor(Math.log2(time / exactBelow));
  const start = exactBelow * 2 ** doubling;
  return exactBelow + doubling * perDoubling + Math.floor((perDoubling * (time - start)) / start);
}

/** The time that stands for all of a bucket: its middle. */
export function secondsOfBucket(bucket: number): number {
  if (bucket < exactBelow) return bucket;
  const doubling = Math.floor((bucket - exactBelow) / perDoubling);
  const step = (exactBelow * 2 ** doubling) / perDoubling;
  const start = exactBelow * 2 ** doubling + ((bucket - exactBelow) % perDoubling) * step;
  return start + (step - 1) / 2;
}

/** The middle time, or the mean of the middle two; null of none. Buckets may come in any order and repeatedly. */
export function medianSeconds(times: readonly (readonly [bucket: number, attempts: number])[]): number | null {
  const ascending = times.toSorted(([left], [right]) => left - right);
  const attempts = ascending.reduce((sum, [, count]) => sum + count, 0);
  if (attempts === 0) return null;
  const at = (place: number) => {
    let passed = 0;
    const found = ascending.find(([, count]) => (passed += count) > place);
    return secondsOfBucket(found![0]); // the places asked for are below the number of attempts
  };
  return (at(Math.floor((attempts - 1) / 2)) + at(Math.floor(attempts / 2))) / 2;
}

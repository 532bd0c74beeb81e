/** Changes that come together are asked for together. */
const settleMs = 1_000;
/** In an exam a revision moves several times a second: whoever watches asks this often at most. */
const pauseMs = 2_500;

/**
 * When to ask for figures that nobody pushes: a moment after the first change that was not asked for yet, and not too soon
 * after the last time. Further changes do not put it off. Times are milliseconds.
 */
export function nextAskAt(changedAt: number, askedAt: number | null): number {
  return Math.max(changedAt + settleMs, (askedAt ?? -Infinity) + pauseMs);
}

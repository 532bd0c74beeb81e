/** Of a learner at one section. Moments are milliseconds since 1970. */
export interface Cell {
  /** The grade, 0 to 100; null before anything is graded. */
  readonly percent: number | null;
  readonly passedAt: number | null;
  readonly attempts: number;
  readonly firstStartedAt: number | null;
  readonly firstEndedAt: number | null;
  /** In a row, the newest ones. */
  readonly failures: number;
  readonly failingSince: number | null;
  readonly lastActivityAt: number | null;
}

/** Of a learner in the course of the cohort. */
export interface Standing {
  readonly enrolledAt: number;
  /** In force now. */
  readonly badges: number;
  readonly certificates: number;
  /** By section, also of those that are published no more. */
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface SectionCounts {
  readonly started: number;
  readonly submitted: number;
  readonly passed: number;
  readonly graded: number;
  readonly meanPercent: number | null;
  /** Learners per tenth of the percents: from under 10 percent to 90 and more. */
  readonly bins: readonly number[];
  /** From the first start to the pass, hours, ascending. */
  readonly hours: readonly number[];
}

const hourMs = 3_600_000;

/** Counted in one walk: with tens of thousands of cells, lists made on the way would be most of the work. */
export function countSection(standings: Iterable<Standing>, sectionId: string): SectionCounts {
  const counts = { started: 0, submitted: 0, passed: 0, graded: 0 };
  const bins = Array.from({ length: 10 }, () => 0);
  const hours: number[] = [];
  let percents = 0;
  for (const { cells } of standings) {
    const cell = cells.get(sectionId);
    if (cell === undefined) continue;
    const { percent, passedAt, firstStartedAt } = cell;
    if (cell.attempts > 0) counts.started += 1;
    if (cell.firstEndedAt !== null) counts.submitted += 1;
    if (passedAt !== null) counts.passed += 1;
    if (passedAt !== null && firstStartedAt !== null && passedAt >= firstStartedAt)
      hours.push((passedAt - firstStartedAt) / hourMs);
    if (percent === null) continue;
    counts.graded += 1;
    percents += percent;
    bins[binOf(percent)]! += 1; // one of the ten
  }
  hours.sort((one, other) => one - other);
  return { ...counts, meanPercent: rounded(percents, counts.graded), bins, hours };
}

/** A full mark belongs to the highest. */
function binOf(percent: number): number {
  return Math.min(9, Math.floor(percent / 10));
}

/** To four decimals, as on the dashboard; null of nothing. */
function rounded(sum: number, of: number): number | null {
  return of === 0 ? null : Math.round((sum / of) * 10_000) / 10_000;
}

/** The value below which this share lies, between two values in proportion; null of nothing. The values ascend. */
export function quantileOf(ascending: readonly number[], share: number): number | null {
  if (ascending.length === 0) return null;
  const at = (ascending.length - 1) * share;
  const low = ascending[Math.floor(at)]!; // within
  const high = ascending[Math.ceil(at)]!; // within
  return low + (high - low) * (at - Math.floor(at));
}

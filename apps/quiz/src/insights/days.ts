const columns = ['started', 'graded', 'passed', 'active', 'badges', 'certificates'] as const;

/** What one learner did and was given on one day of a period; `at` counts from its first day. */
export interface LearnerDay {
  readonly at: number;
  readonly started: number;
  readonly graded: number;
  readonly passed: number;
  /** 1 on days on which anything was begun, ended or graded. */
  readonly active: number;
  readonly badges: number;
  readonly certificates: number;
}

/** Six small numbers per day of the period: a thousand learners of a month fit into half a megabyte. */
export type LearnerDays = Uint16Array;
export const bytesPerDay = columns.length * Uint16Array.BYTES_PER_ELEMENT;

export type DayTotals = Omit<LearnerDay, 'at'>;

export function packDays(days: readonly LearnerDay[], dayCount: number): LearnerDays {
  const packed = new Uint16Array(dayCount * columns.length);
  for (const day of days) {
    for (const [at, column] of columns.entries()) packed[day.at * columns.length + at]! += day[column]; // within the period
  }
  return packed;
}

/** One entry per day of the period. */
export function sumDays(learners: Iterable<LearnerDays>, dayCount: number): DayTotals[] {
  const sums = new Float64Array(dayCount * columns.length);
  for (const days of learners) for (let at = 0; at < days.length; at += 1) sums[at]! += days[at]!; // of the same length
  return Array.from({ length: dayCount }, (_, day) => {
    const sumOf = (column: (typeof columns)[number]) => sums[day * columns.length + columns.indexOf(column)] ?? 0;
    return {
      started: sumOf('started'),
      graded: sumOf('graded'),
      passed: sumOf('passed'),
      active: sumOf('active'),
      badges: sumOf('badges'),
      certificates: sumOf('certificates'),
    };
  });
}

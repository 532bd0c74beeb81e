import type { Figures } from '../dashboard/board.js';
import type { LearnerRow } from '../dashboard/matrix.js';

/** What a stream says: everything, or what is new for a reader who has an older revision. */
export interface FiguresTold {
  readonly cohortId: string;
  readonly revision: string;
  readonly asOf: string;
  /** Whether `learners` is everybody; else those whose row is new, each row in whole. */
  readonly isWhole: boolean;
  readonly totals: Figures['totals'];
  readonly sections: Figures['sections'];
  readonly learners: readonly LearnerRow[];
  /** Who is not in the cohort any more. */
  readonly left: readonly string[];
}

/** Whether rows of the one fit into the other: the same sections, in the same order, by the same names. */
export function hasSameSections(one: Figures, other: Figures): boolean {
  const shape = ({ sections }: Figures) => JSON.stringify(sections.map(({ sectionId, title }) => [sectionId, title]));
  return shape(one) === shape(other);
}

/** Whether anything but the rows is new. */
export function hasSameSums(one: Figures, other: Figures): boolean {
  return JSON.stringify([one.totals, one.sections]) === JSON.stringify([other.totals, other.sections]);
}

/** The newest activity of these learners, in milliseconds since 1970; null when none has any. */
export function newestActivity(rows: readonly LearnerRow[]): number | null {
  let newest: number | null = null;
  for (const { lastActivityAt } of rows) {
    if (lastActivityAt !== null) newest = Math.max(newest ?? 0, Date.parse(lastActivityAt));
  }
  return newest;
}

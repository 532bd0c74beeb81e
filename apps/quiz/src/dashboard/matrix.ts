import { isoTime } from './iso-time.js';

export type CellState = 'none' | 'in_progress' | 'submitted' | 'failed' | 'passed';

/** A learner and a section, as the counting rules see them and as the dashboard shows them. */
export interface Cell {
  readonly sectionId: string;
  readonly state: CellState;
  /** The grade by the rule of the section's policy, 0 to 100; null before anything is graded. */
  readonly percent: number | null;
  /** Without voided ones. */
  readonly attempts: number;
}

/** What only an export asks for. Times are milliseconds since 1970. */
export interface CellDetail {
  readonly score: number | null;
  readonly scoreMax: number | null;
  readonly passedAt: number | null;
}

export interface MatrixLearner {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  /** Of this course, in force now. */
  readonly badges: number;
  readonly certificates: number;
}

export interface SectionFacts {
  readonly id: string;
  readonly title: string;
  readonly position: number;
  /** When the cohort wants it passed; milliseconds since 1970. */
  readonly dueAt: number | null;
}

/** Each list has one place per learner, in the order of the learners. */
export interface MatrixSection extends SectionFacts {
  readonly cells: readonly Cell[];
  readonly lastActivityAt: readonly (number | null)[];
  readonly details: readonly (CellDetail | null)[];
}

/** Everything a dashboard, an export and a recount are about: the learners enrolled now, the sections published now. */
export interface Matrix {
  readonly learners: readonly MatrixLearner[];
  readonly sections: readonly MatrixSection[];
}

/**
 * A section that was passed stays passed, also while it is tried once more. Nobody has failed while an answer waits for its
 * mark. Voided attempts are no attempts.
 */
export function stateOf(cell: {
  attempts: number;
  isOpen: boolean;
  isWaiting: boolean;
  hasPassed: boolean;
}): CellState {
  if (cell.hasPassed) return 'passed';
  if (cell.isOpen) return 'in_progress';
  if (cell.isWaiting) return 'submitted';
  return cell.attempts > 0 ? 'failed' : 'none';
}

export function newest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

/** A learner as the dashboard shows them. */
export interface LearnerRow {
  readonly learnerId: string;
  readonly displayName: string;
  readonly sectionsPassed: number;
  readonly lastActivityAt: string | null;
  /** In the order of the sections. */
  readonly cells: readonly (Cell & { readonly lastActivityAt: string | null })[];
}

/** What one learner adds to the dashboard: the row, and what only sums show. */
export interface Standing {
  readonly row: LearnerRow;
  readonly attempts: number;
  readonly badges: number;
  readonly certificates: number;
  readonly lastActivityAt: number | null;
}

/** In the order of the learners. */
export function standingsOf({ learners, sections }: Matrix): Standing[] {
  return learners.map(({ id, displayName, badges, certificates }, at) => {
    const cells = sections.map((section) => cellOf(section, at));
    let last: number | null = null;
    for (const section of sections) last = newest(last, section.lastActivityAt[at] ?? null);
    const row = {
      learnerId: id,
      displayName,
      sectionsPassed: cells.filter(({ state }) => state === 'passed').length,
      lastActivityAt: timeOf(last),
      cells,
    };
    const attempts = cells.reduce((sum, cell) => sum + cell.attempts, 0);
    return { row, attempts, badges, certificates, lastActivityAt: last };
  });
}

/** The dashboard of a cohort, counted from what its learners add to it. */
export function dashboardOf(
  { sections, standings }: { sections: readonly SectionFacts[]; standings: readonly Standing[] },
  { cohortId, revision, now }: { cohortId: string; revision: string; now: Date },
) {
  return {
    cohortId,
    asOf: now.toISOString(),
    revision,
    sections: sections.map((section, at) => sectionFigures(section, standings, at)),
    totals: {
      learners: standings.length,
      activeLast7Days: standings.filter(({ lastActivityAt }) => isRecent(lastActivityAt, now)).length,
      attempts: sumOf(standings, ({ attempts }) => attempts),
      passes: sumOf(standings, ({ row }) => row.sectionsPassed),
      badges: sumOf(standings, ({ badges }) => badges),
      certificates: sumOf(standings, ({ certificates }) => certificates),
    },
    learners: standings.map(({ row }) => row),
  };
}

/** Counted in one walk: with tens of thousands of cells, lists made on the way would be most of the work. */
function sectionFigures({ id, title, position, dueAt }: SectionFacts, standings: readonly Standing[], at: number) {
  let [passed, started, graded, percents] = [0, 0, 0, 0];
  for (const { row } of standings) {
    const { state, attempts, percent } = row.cells[at]!; // one place per section
    if (state === 'passed') passed += 1;
    if (attempts > 0) started += 1;
    if (percent === null) continue;
    graded += 1;
    percents += percent;
  }
  return {
    sectionId: id,
    title,
    position,
    dueAt: timeOf(dueAt),
    passed,
    started,
    passRate: ratio(passed, started),
    meanPercent: ratio(percents, graded),
  };
}

/** Field by field: spreading tens of thousands of cells takes longer than reading them from the database. */
function cellOf({ cells, lastActivityAt }: MatrixSection, at: number) {
  const { sectionId, state, percent, attempts } = cells[at]!; // one place per learner
  return { sectionId, state, percent, attempts, lastActivityAt: timeOf(lastActivityAt[at] ?? null) };
}

function timeOf(moment: number | null): string | null {
  return moment === null ? null : isoTime(moment);
}

const weekMs = 7 * 24 * 3_600_000;

function isRecent(moment: number | null, now: Date): boolean {
  return moment !== null && moment >= now.getTime() - weekMs;
}

function sumOf(standings: readonly Standing[], part: (standing: Standing) => number): number {
  return standings.reduce((sum, standing) => sum + part(standing), 0);
}

/** Rounded to four decimals; null of nothing. */
function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

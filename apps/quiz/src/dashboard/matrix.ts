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
}

/** Each list has one place per learner, in the order of the learners. */
export interface MatrixSection {
  readonly id: string;
  readonly title: string;
  readonly position: number;
  /** When the cohort wants it passed; milliseconds since 1970. */
  readonly dueAt: number | null;
  readonly cells: readonly Cell[];
  readonly lastActivityAt: readonly (number | null)[];
  readonly details: readonly (CellDetail | null)[];
}

/** Everything a dashboard, an export and a recount are about: the learners enrolled now, the sections published now. */
export interface Matrix {
  readonly learners: readonly MatrixLearner[];
  readonly sections: readonly MatrixSection[];
  readonly badges: number;
  readonly certificates: number;
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

/** The dashboard of a cohort, counted from its matrix. */
export function dashboardOf(
  matrix: Matrix,
  { cohortId, revision, now }: { cohortId: string; revision: string; now: Date },
) {
  const lastActivity = matrix.learners.map((_, at) => lastActivityOf(matrix, at));
  const learners = matrix.learners.map((learner, at) => learnerRow(matrix, learner, { at, lastActivity }));
  return {
    cohortId,
    asOf: now.toISOString(),
    revision,
    sections: matrix.sections.map(sectionFigures),
    totals: {
      learners: learners.length,
      activeLast7Days: lastActivity.filter((at) => isRecent(at, now)).length,
      attempts: learners.reduce((sum, { cells }) => sum + attemptsOf(cells), 0),
      passes: learners.reduce((sum, { sectionsPassed }) => sum + sectionsPassed, 0),
      badges: matrix.badges,
      certificates: matrix.certificates,
    },
    learners,
  };
}

function sectionFigures({ id, title, position, dueAt, cells }: MatrixSection) {
  const passed = cells.filter(({ state }) => state === 'passed').length;
  const started = cells.filter(({ attempts }) => attempts > 0).length;
  const percents = cells.flatMap(({ percent }) => percent ?? []);
  return {
    sectionId: id,
    title,
    position,
    dueAt: timeOf(dueAt),
    passed,
    started,
    passRate: ratio(passed, started),
    meanPercent: ratio(
      percents.reduce((sum, percent) => sum + percent, 0),
      percents.length,
    ),
  };
}

function learnerRow(
  { sections }: Matrix,
  { id, displayName }: MatrixLearner,
  { at, lastActivity }: { at: number; lastActivity: readonly (number | null)[] },
) {
  const cells = sections.map((section) => cellOf(section, at));
  return {
    learnerId: id,
    displayName,
    sectionsPassed: cells.filter(({ state }) => state === 'passed').length,
    lastActivityAt: timeOf(lastActivity[at] ?? null),
    cells,
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

function lastActivityOf({ sections }: Matrix, at: number): number | null {
  let last: number | null = null;
  for (const section of sections) last = newest(last, section.lastActivityAt[at] ?? null);
  return last;
}

function attemptsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { attempts }) => sum + attempts, 0);
}

/** Rounded to four decimals; null of nothing. */
function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

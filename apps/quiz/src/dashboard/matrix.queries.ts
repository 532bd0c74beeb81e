import { prepared } from '#libs/platform';
import type { DataSource } from 'typeorm';

import { credentialsInForce, milliseconds } from '../insights/standings.queries.js';
import { type Cell, type CellDetail, type Matrix, type MatrixSection, newest, stateOf } from './matrix.js';

/**
 * The cells of a section, column by column, only those that exist: fourteen rows of long arrays cross the wire in a fraction
 * of the time that tens of thousands of short rows take. The same place in each column is the same cell.
 */
interface CellColumns {
  /** Place of the learner in the list of learners. */
  at: number[];
  attempts: number[];
  percent: (number | null)[];
  hasPassed: boolean[];
  lastAt: number[];
  score?: (number | null)[];
  scoreMax?: (number | null)[];
  passedAt?: (number | null)[];
}

interface MatrixRow {
  learners: [id: string, displayName: string, email: string, badges: number | null, certificates: number | null][];
  sections: { id: string; title: string; position: number; dueAt: number | null; cells: CellColumns | null }[];
  /** Attempts that are open, and ended ones that wait for marks. */
  running: [at: number, sectionId: string, lastAt: number, isOpen: boolean][];
}

/**
 * One statement, one snapshot, and its cost does not grow with the attempts: `progress` is kept in the transactions that
 * start, grade and void, and only attempts that are open or wait for marks are looked at one by one.
 * Percents are stored with the four decimals that are shown.
 */
const matrixSql = ({ more = '', only = '' }) => `
  WITH learner AS MATERIALIZED (
    SELECT (row_number() OVER (ORDER BY lower(p.display_name), e.learner_id) - 1)::int AS at, e.learner_id,
      coalesce(p.display_name, '') AS display_name, coalesce(p.email, '') AS email
    FROM enrolment e LEFT JOIN person p ON p.user_id = e.learner_id
    WHERE e.cohort_id = $1 AND e.removed_at IS NULL${only}),
  cells AS (
    SELECT p.section_id, json_build_object('at', array_agg(l.at), 'attempts', array_agg(p.attempts_used),
      'percent', array_agg(p.percent), 'hasPassed', array_agg(p.passed_at IS NOT NULL),
      'lastAt', array_agg(${milliseconds('p.last_activity_at')})${more}) AS columns
    FROM learner l JOIN progress p ON p.learner_id = l.learner_id AND p.course_id = $2
    GROUP BY p.section_id),
  held AS (${credentialsInForce})
  SELECT
    (SELECT coalesce(json_agg(json_build_array(learner_id, display_name, email, badges, certificates) ORDER BY at), '[]')
     FROM learner LEFT JOIN held USING (at)) AS learners,
    (SELECT coalesce(json_agg(json_build_object('id', s.section_id, 'title', s.title, 'position', s.position,
       'dueAt', ${milliseconds('d.due_at')}, 'cells', cells.columns) ORDER BY s.position, s.section_id), '[]')
     FROM course c JOIN published_section s ON s.course_id = c.course_id AND s.publication = c.live_publication
     LEFT JOIN cells ON cells.section_id = s.section_id
     LEFT JOIN cohort_due_date d ON d.cohort_id = $1 AND d.section_id = s.section_id WHERE c.course_id = $2) AS sections,
    (SELECT coalesce(json_agg(json_build_array(l.at, a.section_id, ${milliseconds('a.last_activity_at')},
       a.state = 'in_progress')), '[]')
     FROM learner l JOIN (
       SELECT learner_id, section_id, last_activity_at, state FROM attempt
       WHERE course_id = $2 AND state = 'in_progress' AND purpose = 'exam'
       UNION ALL SELECT learner_id, section_id, last_activity_at, state FROM attempt
       WHERE course_id = $2 AND state = 'submitted' AND purpose = 'exam') a ON a.learner_id = l.learner_id) AS running`;

const detailColumns = `, 'score', array_agg(round(p.score, 4)), 'scoreMax', array_agg(round(p.score_max, 4)),
  'passedAt', array_agg(${milliseconds('p.passed_at')})`;

const wholeMatrix = prepared<MatrixRow>('cohort_matrix', matrixSql({}));
const detailedMatrix = prepared<MatrixRow>('cohort_matrix_detailed', matrixSql({ more: detailColumns }));
const matrixOfSome = prepared<MatrixRow>(
  'cohort_matrix_some',
  matrixSql({ only: ' AND e.learner_id = ANY ($3::uuid[])' }),
);

interface MatrixOf {
  readonly cohortId: string;
  readonly courseId: string;
  /** With what only an export shows. */
  readonly isDetailed?: boolean;
  /** Nobody else; everybody when it is left out. */
  readonly learnerIds?: readonly string[];
}

/** The one source of every number on the dashboard and in the export. */
export async function readMatrix(
  dataSource: DataSource,
  { cohortId, courseId, isDetailed = false, learnerIds }: MatrixOf,
): Promise<Matrix> {
  const readAll = isDetailed ? detailedMatrix : wholeMatrix;
  const [row] =
    learnerIds === undefined
      ? await readAll(dataSource, [cohortId, courseId])
      : await matrixOfSome(dataSource, [cohortId, courseId, learnerIds]);
  const { learners, sections, running } = row!; // sub-selects and no table: always one row
  return {
    learners: learners.map(([id, displayName, email, badges, certificates]) => ({
      ...{ id, displayName, email },
      ...{ badges: badges ?? 0, certificates: certificates ?? 0 },
    })),
    sections: sections.map((section) => sectionOf(section, learners.length, runningIn(running, section.id))),
  };
}

/** By learner: whether an attempt is open (rather than waiting for marks), and the newest activity in such attempts. */
interface Running {
  readonly isOpen: boolean;
  readonly lastAt: number;
}

function runningIn(running: MatrixRow['running'], wanted: string): ReadonlyMap<number, Running> {
  const found = new Map<number, Running>();
  for (const [at, sectionId, lastAt, isOpen] of running) {
    if (sectionId !== wanted) continue;
    const known = found.get(at);
    found.set(at, { isOpen: isOpen || (known?.isOpen ?? false), lastAt: Math.max(lastAt, known?.lastAt ?? 0) });
  }
  return found;
}

function sectionOf(
  { id, title, position, dueAt, cells: columns }: MatrixRow['sections'][number],
  learnerCount: number,
  running: ReadonlyMap<number, Running>,
): MatrixSection {
  const section = { id, title, position, dueAt };
  const none: Cell = { sectionId: id, state: 'none', percent: null, attempts: 0 };
  const cells = Array.from({ length: learnerCount }, () => none);
  const lastActivityAt = Array.from({ length: learnerCount }, (): number | null => null);
  const details = Array.from({ length: learnerCount }, (): CellDetail | null => null);
  if (columns === null) return { ...section, cells, lastActivityAt, details };
  for (const [index, at] of columns.at.entries()) {
    const attempts = columns.attempts[index] ?? 0;
    const hasPassed = columns.hasPassed[index] ?? false;
    const now = running.get(at);
    const state = stateOf({ attempts, hasPassed, isOpen: now?.isOpen ?? false, isWaiting: now !== undefined });
    cells[at] = { sectionId: id, state, percent: columns.percent[index] ?? null, attempts };
    lastActivityAt[at] = newest(columns.lastAt[index] ?? null, now?.lastAt ?? null);
    if (columns.score !== undefined) details[at] = detailOf(columns, index);
  }
  return { ...section, cells, lastActivityAt, details };
}

function detailOf({ score, scoreMax, passedAt }: CellColumns, index: number): CellDetail {
  return {
    score: score?.[index] ?? null,
    scoreMax: scoreMax?.[index] ?? null,
    passedAt: passedAt?.[index] ?? null,
  };
}

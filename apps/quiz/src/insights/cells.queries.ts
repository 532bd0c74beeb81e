import { prepared } from '#libs/platform';

import { liveSections, sectionBins, sectionFigures } from './insights.queries.js';

export interface CellRow {
  sectionId: string;
  learnerId: string;
  displayName: string;
  email: string;
  state: 'none' | 'in_progress' | 'submitted' | 'failed' | 'passed';
  percent: number | null;
  attempts: number;
  failuresInRow: number;
  startedAt: Date | null;
  passedAt: Date | null;
  lastActivityAt: Date | null;
}

/** The state as `stateOf` has it; of a learner and a section there are few attempts, and fewer that are open or wait. */
const cells = `
  SELECT l.learner_id, s.section_id, s.position, p.percent, p.passed_at, coalesce(p.attempts_used, 0) AS attempts_used,
    i.first_started_at, i.first_ended_at, coalesce(i.failures, 0) AS failures,
    greatest(p.last_activity_at, running.last_activity_at) AS last_activity_at,
    CASE WHEN p.passed_at IS NOT NULL THEN 'passed' WHEN running.is_open THEN 'in_progress'
      WHEN running.is_open IS NOT NULL THEN 'submitted' WHEN p.attempts_used > 0 THEN 'failed' ELSE 'none' END AS state
  FROM learner l CROSS JOIN section s
  LEFT JOIN progress p ON p.learner_id = l.learner_id AND p.section_id = s.section_id
  LEFT JOIN insight_standing i ON i.learner_id = l.learner_id AND i.section_id = s.section_id
  LEFT JOIN LATERAL (
    SELECT bool_or(a.state = 'in_progress') AS is_open, max(a.last_activity_at) AS last_activity_at FROM attempt a
    WHERE a.learner_id = l.learner_id AND a.section_id = s.section_id AND a.purpose = 'exam'
      AND a.state IN ('in_progress', 'submitted') AND p.attempts_used > 0) running ON true`;

const shown = `section_id AS "sectionId", learner_id AS "learnerId", state, percent::float8 AS percent,
  attempts_used AS attempts, failures AS "failuresInRow", first_started_at AS "startedAt", passed_at AS "passedAt",
  last_activity_at AS "lastActivityAt"`;

/** One learner in every section published now, in order. */
export const learnerCells = prepared<Omit<CellRow, 'displayName' | 'email'>>(
  'cohort_learner_cells',
  `WITH learner AS (SELECT $1::uuid AS learner_id), section AS (${liveSections('$2')}), cell AS (${cells})
   SELECT ${shown} FROM cell ORDER BY position, section_id`,
);

const sectionOfCohort = `
  learner AS MATERIALIZED (SELECT learner_id FROM enrolment WHERE cohort_id = $1 AND removed_at IS NULL),
  section AS MATERIALIZED (SELECT $2::uuid AS section_id, 0 AS position)`;

/** A page by name of the learners of a cohort in one section, in this state if one is named. */
export const sectionCells = prepared<CellRow & { name: string }>(
  'cohort_section_cells',
  `WITH ${sectionOfCohort}, cell AS (${cells})
   SELECT ${shown}, coalesce(q.display_name, '') AS "displayName", coalesce(q.email, '') AS email,
     lower(coalesce(q.display_name, '')) AS name
   FROM cell LEFT JOIN person q ON q.user_id = learner_id
   WHERE ($3::text IS NULL OR state = $3)
     AND ($4::text IS NULL OR (lower(coalesce(q.display_name, '')), learner_id) > ($4, $5::uuid))
   ORDER BY lower(coalesce(q.display_name, '')), learner_id LIMIT $6`,
);

export interface SectionRow {
  enrolled: number;
  started: number;
  submitted: number;
  passed: number;
  meanPercent: number | null;
  bins: [bin: number, learners: number][];
  timedPasses: number;
  hours: [number, number] | null;
  byAttempts: { attempts: number; learners: number; passed: number }[];
}

export const sectionInsight = prepared<SectionRow>(
  'cohort_section_insight',
  `WITH ${sectionOfCohort},
   cell AS MATERIALIZED (
     SELECT p.section_id, p.percent, p.passed_at, p.attempts_used, i.first_started_at, i.first_ended_at
     FROM learner l JOIN progress p ON p.learner_id = l.learner_id AND p.section_id = $2
     LEFT JOIN insight_standing i ON i.learner_id = p.learner_id AND i.section_id = p.section_id),
   figures AS (${sectionFigures}), binned AS (${sectionBins})
   SELECT (SELECT count(*)::int FROM learner) AS enrolled, coalesce(f.started, 0) AS started,
     coalesce(f.submitted, 0) AS submitted, coalesce(f.passed, 0) AS passed, f.mean_percent AS "meanPercent",
     coalesce(b.bins, '[]') AS bins, coalesce(f.timed_passes, 0) AS "timedPasses", f.hours,
     (SELECT coalesce(json_agg(json_build_object('attempts', attempts, 'learners', learners, 'passed', passed)
        ORDER BY attempts), '[]')
      FROM (SELECT least(attempts_used, 10) AS attempts, count(*)::int AS learners, count(passed_at)::int AS passed
        FROM cell WHERE attempts_used > 0 GROUP BY 1) AS counted) AS "byAttempts"
   FROM section LEFT JOIN figures f USING (section_id) LEFT JOIN binned b USING (section_id)`,
);

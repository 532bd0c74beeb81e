import { prepared } from '#libs/platform';

export interface RawAttemptRow {
  id: string;
  learnerId: string;
  sectionId: string;
  number: number;
  state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  endedBy: 'submitted' | 'expired' | null;
  score: number | null;
  scoreMax: number | null;
  percent: number | null;
  hasPassed: boolean | null;
  startedAt: Date;
  submittedAt: Date | null;
}

/**
 * The attempts that the dashboard is about: of the learners enrolled now, at the sections published now. In the order of
 * the index on learner, section and number, so that a page costs the same wherever it is.
 */
export const rawAttemptPage = prepared<RawAttemptRow>(
  'cohort_attempt_page',
  `SELECT a.id, a.learner_id AS "learnerId", a.section_id AS "sectionId", a.number, a.state, a.ended_by AS "endedBy",
     round(a.score, 4)::float8 AS score, round(a.score_max, 4)::float8 AS "scoreMax", a.percent::float8 AS percent,
     a.has_passed AS "hasPassed", a.started_at AS "startedAt", a.ended_at AS "submittedAt"
   FROM enrolment e JOIN attempt a ON a.learner_id = e.learner_id AND a.course_id = $2 AND a.purpose = 'exam'
   WHERE e.cohort_id = $1 AND e.removed_at IS NULL
     AND a.section_id IN (SELECT s.section_id FROM course c JOIN published_section s
       ON s.course_id = c.course_id AND s.publication = c.live_publication WHERE c.course_id = $2)
     AND ($3::uuid IS NULL OR (e.learner_id >= $3 AND (a.learner_id, a.section_id, a.number) > ($3, $4::uuid, $5::int)))
   ORDER BY e.learner_id, a.section_id, a.number LIMIT $6`,
);

/** Attempts in the cohort whose time is over and that nobody has ended yet; rarely any, since a sweep looks for them too. */
export const overdueInCohort = prepared<{ id: string; learner_id: string }>(
  'cohort_overdue',
  `SELECT a.id, a.learner_id FROM attempt a
   JOIN enrolment e ON e.learner_id = a.learner_id AND e.cohort_id = $1 AND e.removed_at IS NULL
   WHERE a.course_id = $2 AND a.purpose = 'exam' AND a.state = 'in_progress' AND a.deadline_at <= $3 LIMIT $4`,
);

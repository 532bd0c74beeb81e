import type { Accommodation } from '#libs/assessment';
import { prepared } from '#libs/platform';

export interface SectionFactsRow {
  sectionId: string;
  score: number | null;
  scoreMax: number | null;
  percent: number | null;
  hasPassed: boolean;
  lastActivityAt: string | null;
  credentialId: string | null;
}

export interface PastAttemptRow {
  id: string;
  sectionId: string;
  state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  hasPassed: boolean | null;
  endedAt: string | null;
  deadlineAt: string | null;
}

export interface ProgressRow {
  certificateId: string | null;
  accommodation: Required<Accommodation> | null;
  sections: SectionFactsRow[];
  attempts: PastAttemptRow[];
  /** By section: the earliest date of the cohorts they learn in. */
  dueDates: { sectionId: string; dueAt: string }[];
}

/** More attempts per section than any policy allows. */
const attemptsReadMax = 1_100;

/** Everything that the rows know of one learner in one course, in one round trip; always exactly one row. */
export const learnerProgress = prepared<ProgressRow>(
  'learner_progress',
  `SELECT
     (SELECT id FROM credential WHERE learner_id = $1 AND achievement_id = 'course:' || $2::text
        AND status <> 'revoked') AS "certificateId",
     (SELECT json_build_object('timeFactor', time_factor, 'extraAttempts', extra_attempts, 'waivesCooldown', waives_cooldown)
      FROM accommodation WHERE learner_id = $1) AS accommodation,
     (SELECT coalesce(json_agg(json_build_object(
        'sectionId', p.section_id, 'score', round(p.score, 4), 'scoreMax', round(p.score_max, 4),
        'percent', p.percent, 'hasPassed', p.passed_at IS NOT NULL,
        'lastActivityAt', greatest(p.last_activity_at, open.last_activity_at), 'credentialId', badge.id)), '[]')
      FROM progress p
      LEFT JOIN attempt open ON open.learner_id = p.learner_id AND open.section_id = p.section_id
        AND open.state = 'in_progress' AND open.purpose = 'exam'
      LEFT JOIN credential badge ON badge.learner_id = p.learner_id
        AND badge.achievement_id = 'section:' || p.section_id AND badge.status <> 'revoked'
      WHERE p.learner_id = $1 AND p.course_id = $2::uuid) AS sections,
     (SELECT coalesce(json_agg(json_build_object('id', a.id, 'sectionId', a.section_id, 'state', a.state,
        'hasPassed', a.has_passed, 'endedAt', a.ended_at, 'deadlineAt', a.deadline_at)), '[]')
      FROM progress p, LATERAL (SELECT * FROM attempt
        WHERE learner_id = p.learner_id AND section_id = p.section_id AND purpose = 'exam' ORDER BY number DESC LIMIT ${attemptsReadMax}) a
      WHERE p.learner_id = $1 AND p.course_id = $2::uuid) AS attempts,
     (SELECT coalesce(json_agg(json_build_object('sectionId', due.section_id, 'dueAt', due.due_at)), '[]') FROM (
        SELECT d.section_id, min(d.due_at) AS due_at FROM enrolment e
        JOIN cohort c ON c.id = e.cohort_id AND c.course_id = $2::uuid AND NOT c.is_archived
        JOIN cohort_due_date d ON d.cohort_id = c.id
        WHERE e.learner_id = $1 AND e.removed_at IS NULL GROUP BY d.section_id) due) AS "dueDates"`,
);

import { prepared } from '#libs/platform';

import type { Moment } from './timeline.js';

export interface EnrolledLearner {
  learnerId: string;
  displayName: string;
  email: string;
  enrolledAt: Date;
  accommodation: { timeFactor: number; extraAttempts: number; waivesCooldown: boolean; grantedAt: string } | null;
}

/** Null for whoever is not in the cohort now. */
export const enrolledLearner = prepared<EnrolledLearner>(
  'cohort_enrolled_learner',
  `SELECT e.learner_id AS "learnerId", coalesce(p.display_name, '') AS "displayName", coalesce(p.email, '') AS email,
     e.enrolled_at AS "enrolledAt",
     CASE WHEN a.learner_id IS NOT NULL THEN json_build_object('timeFactor', a.time_factor, 'extraAttempts', a.extra_attempts,
       'waivesCooldown', a.waives_cooldown, 'grantedAt', a.granted_at) END AS accommodation
   FROM enrolment e LEFT JOIN person p ON p.user_id = e.learner_id LEFT JOIN accommodation a ON a.learner_id = e.learner_id
   WHERE e.cohort_id = $1 AND e.learner_id = $2 AND e.removed_at IS NULL`,
);

export interface MomentRow extends Moment {
  at: Date;
  sectionId: string | null;
  attemptId: string | null;
  credentialId: string | null;
  /** Orders what happened at the same moment, and tells it apart. */
  key: string;
}

/**
 * What happened to a learner in a course, newest first. Renewals are no attempts of the course; what became of the credential
 * is told.
 */
export const timelinePage = prepared<MomentRow>(
  'cohort_learner_timeline',
  `WITH tried AS MATERIALIZED (
     SELECT * FROM attempt WHERE learner_id = $2 AND course_id = $3 AND purpose = 'exam'),
   moment AS (
     SELECT enrolled_at AS at, 'enrolled' AS kind, NULL::uuid AS section_id, NULL::uuid AS attempt_id,
       NULL::uuid AS credential_id, NULL::numeric AS percent, '{}'::jsonb AS about, '0' AS key
     FROM enrolment WHERE cohort_id = $1 AND learner_id = $2 AND removed_at IS NULL
     UNION ALL SELECT granted_at, 'accommodation', NULL, NULL, NULL, NULL, jsonb_build_object('timeFactor', time_factor,
       'extraAttempts', extra_attempts, 'waivesCooldown', waives_cooldown), '1'
     FROM accommodation WHERE learner_id = $2
     UNION ALL SELECT started_at, 'attempt_started', section_id, id, NULL, NULL,
       jsonb_build_object('number', number), '2' || id FROM tried
     UNION ALL SELECT ended_at, 'attempt_submitted', section_id, id, NULL, NULL,
       jsonb_build_object('number', number, 'endedBy', ended_by), '3' || id
     FROM tried WHERE ended_at IS NOT NULL AND graded_at IS DISTINCT FROM ended_at
     UNION ALL SELECT graded_at, 'attempt_graded', section_id, id, NULL, percent,
       jsonb_build_object('number', number, 'endedBy', ended_by, 'hasPassed', has_passed), '4' || id
     FROM tried WHERE graded_at IS NOT NULL
     UNION ALL SELECT passed_at, 'section_passed', section_id, NULL, NULL, NULL, '{}', '5' || section_id
     FROM progress WHERE learner_id = $2 AND course_id = $3 AND passed_at IS NOT NULL
     UNION ALL SELECT c.changed_at, 'attempt_regraded', t.section_id, t.id, NULL, c.percent_after,
       jsonb_build_object('number', t.number, 'before', round(c.percent_before, 4), 'reason', r.reason), '6' || t.id || r.id
     FROM tried t JOIN regrade_change c ON c.attempt_id = t.id AND c.is_applied JOIN regrade r ON r.id = c.regrade_id
     UNION ALL SELECT k.changed_at, 'credential', d.section_id, NULL, d.id, NULL,
       jsonb_build_object('decision', k.decision, 'kind', d.kind, 'title', d.title, 'reason', k.reason),
       '7' || lpad(k.id::text, 19, '0')
     FROM credential d JOIN credential_change k ON k.credential_id = d.id
     WHERE d.learner_id = $2 AND d.course_id = $3
     UNION ALL SELECT voided_at, 'attempt_voided', section_id, id, NULL, NULL,
       jsonb_build_object('number', number, 'reason', void_reason), '8' || id
     FROM tried WHERE voided_at IS NOT NULL)
   SELECT at, kind, section_id AS "sectionId", attempt_id AS "attemptId", credential_id AS "credentialId",
     round(percent, 4)::float8 AS percent, about, key
   FROM moment WHERE $4::timestamptz IS NULL OR (date_trunc('milliseconds', at), key) < ($4, $5)
   ORDER BY date_trunc('milliseconds', at) DESC, key DESC LIMIT $6`,
);

/** By section of the course: as the newest publication that has it calls it. */
export const sectionTitles = prepared<{ sectionId: string; title: string }>(
  'course_section_titles',
  `SELECT DISTINCT ON (section_id) section_id AS "sectionId", title FROM published_section
   WHERE course_id = $1 ORDER BY section_id, publication DESC`,
);

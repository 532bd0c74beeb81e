import { prepared } from '#libs/platform';

export interface HelpRow {
  learnerId: string;
  displayName: string;
  email: string;
  enrolledAt: Date;
  lastActivityAt: Date | null;
  passed: number;
  /** Sections that are not passed and where something went wrong. */
  open: [sectionId: string, failures: number, failingSince: string | null, startedAt: string | null][] | null;
  /** Places of the sections that are passed, only where some section is due. */
  passedSections: string[] | null;
}

/**
 * By name, as lists and dashboards have them. `lastActivityAt` is of the sections published now, as on the dashboard, but
 * for an open attempt it is the start: saves are no events.
 */
export const helpFacts = prepared<HelpRow>(
  'cohort_help_facts',
  `WITH section AS MATERIALIZED (
     SELECT s.section_id FROM course c JOIN published_section s ON s.course_id = c.course_id
       AND s.publication = c.live_publication WHERE c.course_id = $2),
   learner AS MATERIALIZED (
     SELECT learner_id, enrolled_at FROM enrolment
     WHERE cohort_id = $1 AND removed_at IS NULL AND ($3::uuid IS NULL OR learner_id = $3)),
   standing AS (
     SELECT p.learner_id, max(p.last_activity_at) AS last_activity_at, count(p.passed_at)::int AS passed,
       json_agg(json_build_array(p.section_id, i.failures, i.failing_since, i.first_started_at))
         FILTER (WHERE p.passed_at IS NULL AND i.failures > 0) AS open,
       array_agg(p.section_id::text) FILTER (WHERE p.passed_at IS NOT NULL AND $4) AS passed_sections
     FROM learner l JOIN progress p ON p.learner_id = l.learner_id AND p.course_id = $2 JOIN section USING (section_id)
     LEFT JOIN insight_standing i ON i.learner_id = p.learner_id AND i.section_id = p.section_id
     GROUP BY p.learner_id)
   SELECT l.learner_id AS "learnerId", coalesce(p.display_name, '') AS "displayName", coalesce(p.email, '') AS email,
     l.enrolled_at AS "enrolledAt", s.last_activity_at AS "lastActivityAt", coalesce(s.passed, 0) AS passed, s.open,
     s.passed_sections AS "passedSections"
   FROM learner l LEFT JOIN person p ON p.user_id = l.learner_id LEFT JOIN standing s USING (learner_id)
   ORDER BY lower(coalesce(p.display_name, '')), l.learner_id`,
);

export interface CourseSectionRow {
  sectionId: string;
  title: string;
  position: number;
  dueAt: Date | null;
}

/** The sections published now, in order, with what the cohort set for them. */
export const sectionsOf = prepared<CourseSectionRow>(
  'cohort_sections',
  `SELECT s.section_id AS "sectionId", s.title, s.position, d.due_at AS "dueAt"
   FROM course c JOIN published_section s ON s.course_id = c.course_id AND s.publication = c.live_publication
   LEFT JOIN cohort_due_date d ON d.cohort_id = $1 AND d.section_id = s.section_id
   WHERE c.course_id = $2 ORDER BY s.position, s.section_id`,
);

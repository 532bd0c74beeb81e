import { prepared } from '#libs/platform';

type OpenTuple = [sectionId: string, failures: number, failingSince: number, startedAt: number];

/** Moments are milliseconds since 1970. */
export type HelpTuple = [
  learnerId: string,
  displayName: string,
  email: string,
  enrolledAt: number,
  lastActivityAt: number | null,
  /** How many sections are passed. */
  passed: number,
  /** Sections that are not passed and where something went wrong. */
  open: OpenTuple[] | null,
  /** Only where some section is due. */
  passedSections: string[] | null,
];

const milliseconds = (moment: string) => `(date_part('epoch', ${moment}) * 1000)::bigint`;

/**
 * By name, as lists and dashboards have them. `lastActivityAt` is of the sections published now, as on the dashboard, but
 * for an open attempt it is the start: saves are no events. One text, which is read several times faster than as many rows.
 */
export const helpFacts = prepared<{ learners: HelpTuple[] }>(
  'cohort_help_facts',
  `WITH section AS MATERIALIZED (
     SELECT s.section_id FROM course c JOIN published_section s ON s.course_id = c.course_id
       AND s.publication = c.live_publication WHERE c.course_id = $2),
   learner AS MATERIALIZED (
     SELECT learner_id, enrolled_at FROM enrolment
     WHERE cohort_id = $1 AND removed_at IS NULL AND ($3::uuid IS NULL OR learner_id = $3)),
   standing AS (
     SELECT p.learner_id, max(p.last_activity_at) AS last_activity_at, count(p.passed_at)::int AS passed,
       json_agg(json_build_array(p.section_id, i.failures, ${milliseconds('i.failing_since')},
         ${milliseconds('i.first_started_at')})) FILTER (WHERE p.passed_at IS NULL AND i.failures > 0) AS open,
       array_agg(p.section_id::text) FILTER (WHERE p.passed_at IS NOT NULL AND $4) AS passed_sections
     FROM learner l JOIN progress p ON p.learner_id = l.learner_id AND p.course_id = $2 JOIN section USING (section_id)
     LEFT JOIN insight_standing i ON i.learner_id = p.learner_id AND i.section_id = p.section_id
     GROUP BY p.learner_id)
   SELECT coalesce(json_agg(json_build_array(l.learner_id, coalesce(p.display_name, ''), coalesce(p.email, ''),
       ${milliseconds('l.enrolled_at')}, ${milliseconds('s.last_activity_at')}, coalesce(s.passed, 0), s.open,
       s.passed_sections) ORDER BY lower(coalesce(p.display_name, '')), l.learner_id), '[]') AS learners
   FROM learner l LEFT JOIN person p ON p.user_id = l.learner_id LEFT JOIN standing s USING (learner_id)`,
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

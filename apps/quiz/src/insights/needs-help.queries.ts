import { prepared } from '#libs/platform';

export interface PersonRow {
  learnerId: string;
  displayName: string;
  email: string;
}

/** In the order of lists and dashboards, also those whose account is not known yet. */
export const peopleByName = prepared<PersonRow>(
  'people_by_name',
  `SELECT l.learner_id AS "learnerId", coalesce(p.display_name, '') AS "displayName", coalesce(p.email, '') AS email
   FROM unnest($1::uuid[]) AS l (learner_id) LEFT JOIN person p ON p.user_id = l.learner_id
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

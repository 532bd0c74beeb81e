import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

export interface CohortRow {
  id: string;
  name: string;
  courseId: string;
  isArchived: boolean;
  selfEnrolment: boolean;
  version: number;
}

/** Whoever asks: everything for an admin, for anybody else what they teach. */
export interface Asker {
  readonly id: string;
  readonly isAdmin: boolean;
}

/** One statement for "unknown" and "not yours": the two take the same time and give the same nothing. */
const visibleCohort = `SELECT c.id, c.name, c.course_id AS "courseId", c.is_archived AS "isArchived",
    c.self_enrolment AS "selfEnrolment", c.version FROM cohort c
  WHERE c.id = $1 AND ($3 OR EXISTS (
    SELECT FROM cohort_instructor i WHERE i.cohort_id = c.id AND i.instructor_id = $2))`;

export async function findCohort(
  manager: EntityManager | DataSource,
  asker: Asker,
  cohortId: string,
): Promise<CohortRow | null> {
  const [cohort] = await rows<CohortRow>(manager, visibleCohort, [cohortId, asker.id, asker.isAdmin]);
  return cohort ?? null;
}

/** As `findCohort`; until the transaction ends nobody else changes the cohort, its instructors or its enrolments. */
export async function lockCohort(manager: EntityManager, asker: Asker, cohortId: string): Promise<CohortRow | null> {
  const sql = `${visibleCohort} FOR NO KEY UPDATE OF c`;
  const [cohort] = await rows<CohortRow>(manager, sql, [cohortId, asker.id, asker.isAdmin]);
  return cohort ?? null;
}

/** Whether the learner is in a cohort of the instructor, of this course if one is named. */
export async function isTaughtBy(
  manager: EntityManager | DataSource,
  { learnerId, instructorId, courseId = null }: { learnerId: string; instructorId: string; courseId?: string | null },
): Promise<boolean> {
  const found = await rows(
    manager,
    `SELECT 1 FROM enrolment e
     JOIN cohort_instructor i ON i.cohort_id = e.cohort_id AND i.instructor_id = $2
     JOIN cohort c ON c.id = e.cohort_id
     WHERE e.learner_id = $1 AND e.removed_at IS NULL AND ($3::uuid IS NULL OR c.course_id = $3) LIMIT 1`,
    [learnerId, instructorId, courseId],
  );
  return found.length > 0;
}

import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

export interface ChangedEnrolment {
  learnerId: string;
  version: number;
}

interface Change {
  readonly cohortId: string;
  readonly learnerIds: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** Those who are new in the cohort, or come back. */
export async function enrolPeople(
  manager: EntityManager,
  { cohortId, learnerIds, by, at }: Change,
): Promise<ChangedEnrolment[]> {
  return rows<ChangedEnrolment>(
    manager,
    `INSERT INTO enrolment AS e (cohort_id, learner_id, version, enrolled_by, enrolled_at)
     SELECT DISTINCT $1::uuid, learner_id, 1, $3::uuid, $4::timestamptz FROM unnest($2::uuid[]) AS learner_id
     ON CONFLICT (cohort_id, learner_id) DO UPDATE SET version = e.version + 1, enrolled_by = excluded.enrolled_by,
       enrolled_at = excluded.enrolled_at, removed_at = NULL, removed_by = NULL
       WHERE e.removed_at IS NOT NULL
     RETURNING learner_id AS "learnerId", version`,
    [cohortId, learnerIds, by, at],
  );
}

/** Those who were in the cohort and are not any more. */
export async function removePeople(
  manager: EntityManager,
  { cohortId, learnerIds, by, at }: Change,
): Promise<ChangedEnrolment[]> {
  return rows<ChangedEnrolment>(
    manager,
    `WITH removed AS (
       UPDATE enrolment SET removed_at = $4, removed_by = $3, version = version + 1
       WHERE cohort_id = $1 AND learner_id = ANY ($2::uuid[]) AND removed_at IS NULL
       RETURNING learner_id AS "learnerId", version)
     SELECT * FROM removed`,
    [cohortId, learnerIds, by, at],
  );
}

export interface Place {
  learnerId: string;
  isEnrolled: boolean;
  /** Null while enrolled, and for removals of long ago. */
  removedBy: string | null;
  enrolledBy: string;
}

/** Where these people stand in the cohort; nothing of those who never were in it. */
export async function placesOf(
  manager: EntityManager,
  cohortId: string,
  learnerIds: readonly string[],
): Promise<Place[]> {
  return rows<Place>(
    manager,
    `SELECT learner_id AS "learnerId", removed_at IS NULL AS "isEnrolled", removed_by AS "removedBy",
       enrolled_by AS "enrolledBy"
     FROM enrolment WHERE cohort_id = $1 AND learner_id = ANY ($2::uuid[])`,
    [cohortId, learnerIds],
  );
}

/** Their last token may hold for some seconds more. */
export async function isErased(manager: EntityManager, learnerId: string): Promise<boolean> {
  const sql = `SELECT 1 FROM person WHERE user_id = $1 AND status = 'erased'`;
  return (await rows(manager, sql, [learnerId])).length > 0;
}

export interface AddressOwner {
  email: string;
  learnerId: string;
}

/** While an address moves from one account to another, both may show it for a moment: the account that changed last has it. */
export async function ownersOf(manager: EntityManager, emails: readonly string[]): Promise<AddressOwner[]> {
  return rows<AddressOwner>(
    manager,
    `SELECT g.email, p.user_id AS "learnerId" FROM unnest($1::text[]) AS g (email)
     JOIN LATERAL (SELECT user_id FROM person WHERE lower(email) = g.email ORDER BY changed_at DESC, user_id LIMIT 1) p
       ON true`,
    [emails],
  );
}

export interface LockedCohort {
  id: string;
  courseId: string;
  isArchived: boolean;
  selfEnrolment: boolean;
}

/** The cohort for somebody who does not teach it, kept from other changes until the transaction ends. */
export async function lockAnyCohort(manager: EntityManager, cohortId: string): Promise<LockedCohort | null> {
  const [cohort] = await rows<LockedCohort>(
    manager,
    `SELECT id, course_id AS "courseId", is_archived AS "isArchived", self_enrolment AS "selfEnrolment"
     FROM cohort WHERE id = $1 FOR NO KEY UPDATE`,
    [cohortId],
  );
  return cohort ?? null;
}

/** Where the learner is now, in the order in which cohorts are locked. */
export async function cohortsOf(manager: EntityManager, learnerId: string): Promise<string[]> {
  const sql = 'SELECT cohort_id FROM enrolment WHERE learner_id = $1 AND removed_at IS NULL ORDER BY cohort_id';
  return (await rows<{ cohort_id: string }>(manager, sql, [learnerId])).map((row) => row.cohort_id);
}

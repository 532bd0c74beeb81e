import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

export interface NewInstructor {
  readonly cohortId: string;
  readonly instructorId: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** False when the person teaches the cohort already. */
export async function insertInstructor(manager: EntityManager, instructor: NewInstructor): Promise<boolean> {
  const { cohortId, instructorId, addedBy, addedAt } = instructor;
  const inserted = await rows(
    manager,
    `INSERT INTO cohort_instructor (cohort_id, instructor_id, added_by, added_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING instructor_id`,
    [cohortId, instructorId, addedBy, addedAt],
  );
  return inserted.length > 0;
}

export async function instructorsOf(manager: EntityManager, cohortId: string): Promise<string[]> {
  const sql = 'SELECT instructor_id FROM cohort_instructor WHERE cohort_id = $1';
  const found = await rows<{ instructor_id: string }>(manager, sql, [cohortId]);
  return found.map((row) => row.instructor_id);
}

export async function deleteInstructor(manager: EntityManager, cohortId: string, instructorId: string): Promise<void> {
  const sql = 'DELETE FROM cohort_instructor WHERE cohort_id = $1 AND instructor_id = $2';
  await rows(manager, sql, [cohortId, instructorId]);
}

export async function isActiveInstructor(manager: EntityManager, userId: string): Promise<boolean> {
  const sql = `SELECT 1 FROM person WHERE user_id = $1 AND status = 'active' AND 'instructor' = ANY (roles)`;
  return (await rows(manager, sql, [userId])).length > 0;
}

/** The active instructor with this address; while it moves between accounts, the one that changed last. */
export async function instructorAt(
  manager: EntityManager,
  email: string,
): Promise<{ id: string; displayName: string } | null> {
  const [found] = await rows<{ id: string; displayName: string }>(
    manager,
    `SELECT user_id AS id, display_name AS "displayName" FROM person
     WHERE lower(email) = $1 AND status = 'active' AND 'instructor' = ANY (roles) ORDER BY changed_at DESC, user_id LIMIT 1`,
    [email],
  );
  return found ?? null;
}

export async function isLearnerOf(manager: EntityManager, cohortId: string, userId: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM enrolment WHERE cohort_id = $1 AND learner_id = $2 AND removed_at IS NULL';
  return (await rows(manager, sql, [cohortId, userId])).length > 0;
}

import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

export interface VoidableAttempt {
  id: string;
  learnerId: string;
  courseId: string;
  sectionId: string;
  publication: number;
  purpose: 'exam' | 'renewal';
  version: number;
  state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  voidedAt: Date | null;
  reason: string | null;
}

/** Locked until the transaction ends, against saves, submissions and other voidings. */
export async function lockAttempt(manager: EntityManager, attemptId: string): Promise<VoidableAttempt | null> {
  const [attempt] = await rows<VoidableAttempt>(
    manager,
    `SELECT id, learner_id AS "learnerId", course_id AS "courseId", section_id AS "sectionId", publication, purpose, version,
       state, voided_at AS "voidedAt", void_reason AS reason
     FROM attempt WHERE id = $1 FOR NO KEY UPDATE`,
    [attemptId],
  );
  return attempt ?? null;
}

export async function voidAttempt(
  manager: EntityManager,
  attemptId: string,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<void> {
  await rows(
    manager,
    `UPDATE attempt SET state = 'voided', version = version + 1, voided_at = $2, voided_by = $3, void_reason = $4
     WHERE id = $1`,
    [attemptId, at, by, reason],
  );
}

import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

export interface VoidableAttempt {
  id: string;
  learnerId: string;
  courseId: string;
  sectionId: string;
  publication: number;
  version: number;
  state: 'in_progress' | 'graded' | 'voided';
  voidedAt: Date | null;
  reason: string | null;
}

/** Locked until the transaction ends, against saves, submissions and other voidings. */
export async function lockAttempt(manager: EntityManager, attemptId: string): Promise<VoidableAttempt | null> {
  const [attempt] = await rows<VoidableAttempt>(
    manager,
    `SELECT id, learner_id AS "learnerId", course_id AS "courseId", section_id AS "sectionId", publication, version,
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

/** Progress of a section as its attempts that count say; the activity stays, it did happen. */
export async function recountProgress(manager: EntityManager, learnerId: string, sectionId: string): Promise<void> {
  await rows(
    manager,
    `UPDATE progress SET percent = best.percent, score = best.score, score_max = best.score_max,
       passed_at = counted.passed_at, attempts_used = counted.used
     FROM (SELECT count(*)::int AS used, min(graded_at) FILTER (WHERE has_passed) AS passed_at
       FROM attempt WHERE learner_id = $1 AND section_id = $2 AND state <> 'voided') AS counted
     LEFT JOIN (SELECT percent, score, score_max FROM attempt
       WHERE learner_id = $1 AND section_id = $2 AND state = 'graded' ORDER BY percent DESC, number LIMIT 1) AS best ON true
     WHERE learner_id = $1 AND section_id = $2`,
    [learnerId, sectionId],
  );
}

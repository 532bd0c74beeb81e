import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

export interface AnnouncedQuestion {
  questionId: string;
  version: number;
  sectionId: string;
  courseId: string;
}

/** Questions with more or fewer open challenges than were announced. There are few open ones, and an index of them. */
export async function markChallenged(manager: EntityManager): Promise<void> {
  await rows(
    manager,
    `UPDATE item_question SET is_changed = true
     FROM (SELECT q.section_id, q.question_id, q.version FROM item_question q LEFT JOIN (
         SELECT section_id, question_id, count(*)::int AS open FROM challenge WHERE state = 'open'
         GROUP BY section_id, question_id) c USING (section_id, question_id)
       WHERE NOT q.is_changed AND q.open_challenges <> coalesce(c.open, 0)
       FOR UPDATE OF q SKIP LOCKED) AS k
     WHERE (item_question.section_id, item_question.question_id, item_question.version)
       = (k.section_id, k.question_id, k.version)`,
  );
}

/**
 * Questions to be announced, for this replica alone until the commit. Whoever counts holds the row of a question that is
 * about to change: it is left for the next round, when its counts can be read.
 */
export function claimChanged(manager: EntityManager, notSince: Date, limit: number): Promise<AnnouncedQuestion[]> {
  return rows(
    manager,
    `SELECT question_id AS "questionId", version, section_id AS "sectionId", course_id AS "courseId" FROM item_question
     WHERE is_changed AND (announced_at IS NULL OR announced_at <= $1)
     ORDER BY section_id, question_id, version LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [notSince, limit],
  );
}

export async function keepAnnounced(
  manager: EntityManager,
  at: Date,
  announced: readonly (AnnouncedQuestion & { readonly openChallenges: number })[],
): Promise<void> {
  await rows(
    manager,
    `UPDATE item_question q SET is_changed = false, announced_at = $1, open_challenges = k."openChallenges"
     FROM jsonb_to_recordset($2::jsonb) AS k ("sectionId" uuid, "questionId" uuid, version int, "openChallenges" int)
     WHERE (q.section_id, q.question_id, q.version) = (k."sectionId", k."questionId", k.version)`,
    [at, JSON.stringify(announced)],
  );
}

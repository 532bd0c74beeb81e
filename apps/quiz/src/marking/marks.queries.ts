import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

export interface MarkRow {
  version: number;
  /** Exact share of the mark. */
  share: string;
  levels: Record<string, string> | null;
  comment: string | null;
  markedBy: string;
  markedByName: string;
  markedAt: Date;
}

export async function findMark(
  manager: EntityManager | DataSource,
  attemptId: string,
  questionId: string,
): Promise<MarkRow | null> {
  const [mark] = await rows<MarkRow>(
    manager,
    `SELECT m.version, m.share, m.levels, m.comment, m.marked_by AS "markedBy", m.marked_at AS "markedAt",
       coalesce(p.display_name, '') AS "markedByName"
     FROM mark m LEFT JOIN person p ON p.user_id = m.marked_by
     WHERE m.attempt_id = $1 AND m.question_id = $2 ORDER BY m.version DESC LIMIT 1`,
    [attemptId, questionId],
  );
  return mark ?? null;
}

export interface NewMark extends Pick<MarkRow, 'version' | 'share' | 'levels' | 'comment' | 'markedBy' | 'markedAt'> {
  readonly attemptId: string;
  readonly questionId: string;
}

/** What was decided before stays on record. */
export async function insertMark(manager: EntityManager, mark: NewMark): Promise<void> {
  await rows(
    manager,
    `INSERT INTO mark (attempt_id, question_id, version, share, levels, comment, marked_by, marked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      mark.attemptId,
      mark.questionId,
      mark.version,
      mark.share,
      mark.levels === null ? null : JSON.stringify(mark.levels),
      mark.comment,
      mark.markedBy,
      mark.markedAt,
    ],
  );
}

export async function nameOf(manager: EntityManager | DataSource, userId: string): Promise<string> {
  const [person] = await rows<{ name: string }>(manager, 'SELECT display_name AS name FROM person WHERE user_id = $1', [
    userId,
  ]);
  return person?.name ?? '';
}

import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

export interface ChallengeRow {
  id: string;
  attemptId: string;
  questionId: string;
  text: string;
  state: 'open' | 'accepted' | 'declined';
  reply: string | null;
  madeAt: Date;
  resolvedAt: Date | null;
}

const columns = `h.id, h.attempt_id AS "attemptId", h.question_id AS "questionId", h.text, h.state, h.reply,
  h.made_at AS "madeAt", h.resolved_at AS "resolvedAt"`;

/** The version on the paper of one question; null when the learner has no such attempt, or the question is not on it. */
export async function versionOnPaper(
  dataSource: DataSource,
  { attemptId, learnerId, questionId }: { attemptId: string; learnerId: string; questionId: string },
): Promise<{ version: number; courseId: string; sectionId: string; publication: number } | null> {
  const [found] = await rows<{ version: number; courseId: string; sectionId: string; publication: number }>(
    dataSource,
    `SELECT (place ->> 'version')::int AS version, a.course_id AS "courseId", a.section_id AS "sectionId", a.publication
     FROM attempt a JOIN paper p ON p.attempt_id = a.id, jsonb_array_elements(p.places) AS place
     WHERE a.id = $1 AND a.learner_id = $2 AND place ->> 'questionId' = $3`,
    [attemptId, learnerId, questionId],
  );
  return found ?? null;
}

/** Counts and inserts of one learner come one after the other, whatever replica they arrive at. */
export async function countOpen(manager: EntityManager, learnerId: string, courseId: string): Promise<number> {
  await rows(manager, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7249))', [learnerId]);
  const [counted] = await rows<{ count: number }>(
    manager,
    `SELECT count(*)::int AS count FROM challenge WHERE learner_id = $1 AND course_id = $2 AND state = 'open'`,
    [learnerId, courseId],
  );
  return counted?.count ?? 0;
}

export interface NewChallenge {
  readonly id: string;
  readonly courseId: string;
  readonly sectionId: string;
  readonly attemptId: string;
  readonly questionId: string;
  readonly version: number;
  readonly publication: number;
  readonly learnerId: string;
  readonly text: string;
  readonly madeAt: Date;
}

/** Null when the learner has challenged the question of this attempt before. */
export async function insertChallenge(manager: EntityManager, made: NewChallenge): Promise<ChallengeRow | null> {
  const [row] = await rows<ChallengeRow>(
    manager,
    `INSERT INTO challenge AS h (id, course_id, section_id, attempt_id, question_id, question_version, publication,
       learner_id, text, state, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10)
     ON CONFLICT (attempt_id, question_id) DO NOTHING RETURNING ${columns}`,
    [
      made.id,
      made.courseId,
      made.sectionId,
      made.attemptId,
      made.questionId,
      made.version,
      made.publication,
      made.learnerId,
      made.text,
      made.madeAt,
    ],
  );
  return row ?? null;
}

/** Of one attempt: no more than its paper has questions. */
export function challengesOfAttempt(
  dataSource: DataSource,
  attemptId: string,
  learnerId: string,
): Promise<ChallengeRow[]> {
  return rows(
    dataSource,
    `SELECT ${columns} FROM challenge h WHERE h.attempt_id = $1 AND h.learner_id = $2 ORDER BY h.made_at, h.id`,
    [attemptId, learnerId],
  );
}

export interface SectionChallengeRow extends ChallengeRow {
  courseId: string;
  sectionId: string;
  learnerId: string;
  learnerName: string | null;
  questionVersion: number;
  publication: number;
  questionOpen: number;
  questionTotal: number;
}

const sectionColumns = `${columns}, h.course_id AS "courseId", h.section_id AS "sectionId", h.learner_id AS "learnerId",
  person.display_name AS "learnerName", h.question_version AS "questionVersion", h.publication,
  counted.open AS "questionOpen", counted.total AS "questionTotal"`;
const surroundings = `LEFT JOIN person ON person.user_id = h.learner_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS total, (count(*) FILTER (WHERE state = 'open'))::int AS open
    FROM challenge same WHERE same.section_id = h.section_id AND same.question_id = h.question_id) AS counted`;

export function sectionChallenges(
  dataSource: DataSource,
  sectionId: string,
  wanted: { state?: string; questionId?: string; after: readonly [string, string] | null; limit: number },
): Promise<SectionChallengeRow[]> {
  const { state = null, questionId = null, after, limit } = wanted;
  return rows(
    dataSource,
    `SELECT ${sectionColumns} FROM challenge h ${surroundings}
     WHERE h.section_id = $1 AND ($2::text IS NULL OR h.state = $2) AND ($3::uuid IS NULL OR h.question_id = $3)
       AND ($4::timestamptz IS NULL OR (h.made_at, h.id) < ($4, $5::uuid))
     ORDER BY h.made_at DESC, h.id DESC LIMIT $6`,
    [sectionId, state, questionId, ...(after ?? [null, null]), limit],
  );
}

export async function challengeById(
  manager: EntityManager | DataSource,
  challengeId: string,
): Promise<SectionChallengeRow | null> {
  const [row] = await rows<SectionChallengeRow>(
    manager,
    `SELECT ${sectionColumns} FROM challenge h ${surroundings} WHERE h.id = $1`,
    [challengeId],
  );
  return row ?? null;
}

/** False when somebody resolved it before. */
export async function resolveChallenge(
  manager: EntityManager,
  challengeId: string,
  { outcome, reply, by, at }: { outcome: string; reply: string; by: string; at: Date },
): Promise<boolean> {
  const [resolved] = await rows<[unknown[], number]>(
    manager,
    `WITH resolved AS (
       UPDATE challenge SET state = $2, reply = $3, resolved_by = $4, resolved_at = $5
       WHERE id = $1 AND state = 'open' RETURNING 1)
     SELECT 1 FROM resolved`,
    [challengeId, outcome, reply, by, at],
  );
  return resolved !== undefined;
}

/** How many challenges of each question version of a section wait for an answer; for the figures beside the questions. */
export function openChallenges(
  manager: EntityManager | DataSource,
  sectionId: string,
): Promise<{ questionId: string; questionVersion: number; count: number }[]> {
  return rows(
    manager,
    `SELECT question_id AS "questionId", question_version AS "questionVersion", count(*)::int AS count
     FROM challenge WHERE section_id = $1 AND state = 'open' GROUP BY question_id, question_version`,
    [sectionId],
  );
}

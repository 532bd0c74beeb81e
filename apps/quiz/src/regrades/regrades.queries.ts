import type { RegradePolicy } from '#libs/assessment';
import type { Question } from '#libs/contracts';
import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { Counts } from './counts.js';

export type RegradeState = 'previewing' | 'previewed' | 'applying' | 'applied' | 'failed' | 'discarded';

export interface RegradeRow {
  id: string;
  courseId: string;
  sectionId: string;
  questionId: string;
  fromVersions: number[];
  toVersion: number;
  policy: RegradePolicy;
  credentials: 'suspend' | 'keep';
  reason: string;
  state: RegradeState;
  cursor: string | null;
  done: number;
  total: number | null;
  previewCounts: Partial<Counts>;
  counts: Partial<Counts>;
  failures: number;
  failure: string | null;
  madeAt: Date;
  previewedAt: Date | null;
  applyStartedAt: Date | null;
  appliedAt: Date | null;
}

export const regradeColumns = `r.id, r.course_id AS "courseId", r.section_id AS "sectionId", r.question_id AS "questionId",
  r.from_versions AS "fromVersions", r.to_version AS "toVersion", r.policy, r.credentials, r.reason, r.state, r.cursor,
  r.done, r.total, r.preview_counts AS "previewCounts", r.counts, r.failures, r.failure, r.made_at AS "madeAt",
  r.previewed_at AS "previewedAt", r.apply_started_at AS "applyStartedAt", r.applied_at AS "appliedAt"`;

/** Decisions about regrades of one section come one after the other. */
export async function lockSection(manager: EntityManager, sectionId: string): Promise<void> {
  await rows(manager, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7250))', [sectionId]);
}

export type NewRegrade = Pick<
  RegradeRow,
  | 'id'
  | 'courseId'
  | 'sectionId'
  | 'questionId'
  | 'fromVersions'
  | 'toVersion'
  | 'policy'
  | 'credentials'
  | 'reason'
  | 'madeAt'
> & { readonly madeBy: string };

export async function insertRegrade(manager: EntityManager, made: NewRegrade): Promise<RegradeRow> {
  const [row] = await rows<RegradeRow>(
    manager,
    `INSERT INTO regrade AS r (id, course_id, section_id, question_id, from_versions, to_version, policy, credentials, reason,
       made_by, made_at, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'previewing') RETURNING ${regradeColumns}`,
    [
      made.id,
      made.courseId,
      made.sectionId,
      made.questionId,
      made.fromVersions,
      made.toVersion,
      made.policy,
      made.credentials,
      made.reason,
      made.madeBy,
      made.madeAt,
    ],
  );
  return row!; // an INSERT without a conflict clause returns its row
}

export async function regradeById(
  manager: EntityManager | DataSource,
  regradeId: string,
  { isLocked = false } = {},
): Promise<RegradeRow | null> {
  const sql = `SELECT ${regradeColumns} FROM regrade r WHERE r.id = $1 ${isLocked ? 'FOR NO KEY UPDATE' : ''}`;
  const [row] = await rows<RegradeRow>(manager, sql, [regradeId]);
  return row ?? null;
}

export function regradesOfSection(
  dataSource: DataSource,
  sectionId: string,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<RegradeRow[]> {
  return rows(
    dataSource,
    `SELECT ${regradeColumns} FROM regrade r
     WHERE r.section_id = $1 AND ($2::timestamptz IS NULL OR (r.made_at, r.id) < ($2, $3::uuid))
     ORDER BY r.made_at DESC, r.id DESC LIMIT $4`,
    [sectionId, ...(after ?? [null, null]), limit],
  );
}

/** Dry runs of a section that nobody has applied or discarded. */
export async function countUndecided(manager: EntityManager, sectionId: string): Promise<number> {
  const [counted] = await rows<{ count: number }>(
    manager,
    `SELECT count(*)::int AS count FROM regrade
     WHERE section_id = $1 AND apply_started_at IS NULL AND state IN ('previewing', 'previewed', 'failed')`,
    [sectionId],
  );
  return counted?.count ?? 0;
}

/** Of every section, each state even where there is none: an alert has to see a zero to end. */
export function countUnfinished(
  dataSource: DataSource,
): Promise<{ state: 'previewing' | 'applying' | 'failed'; count: number }[]> {
  return rows(
    dataSource,
    `SELECT s.state, (SELECT count(*)::int FROM regrade r WHERE r.state = s.state) AS count
     FROM unnest(ARRAY['previewing', 'applying', 'failed']) AS s (state)`,
  );
}

/** Another regrade of the section: one at work now, or one that began after this one was looked at. */
export async function rivalOf(
  manager: EntityManager,
  { id, sectionId, madeAt }: RegradeRow,
): Promise<'at_work' | 'newer' | null> {
  const [rival] = await rows<{ state: RegradeState }>(
    manager,
    `SELECT state FROM regrade
     WHERE section_id = $1 AND id <> $2 AND (state = 'applying' OR (state = 'failed' AND apply_started_at IS NOT NULL)
       OR apply_started_at > $3)
     ORDER BY state IN ('applying', 'failed') DESC LIMIT 1`,
    [sectionId, id, madeAt],
  );
  if (rival === undefined) return null;
  return rival.state === 'applied' ? 'newer' : 'at_work';
}

export async function startApplying(
  manager: EntityManager,
  regradeId: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await rows(
    manager,
    `UPDATE regrade SET state = 'applying', failures = 0, failure = NULL, retry_at = NULL,
       done = CASE WHEN apply_started_at IS NULL THEN 0 ELSE done END,
       total = CASE WHEN apply_started_at IS NULL THEN NULL ELSE total END,
       applied_by = coalesce(applied_by, $2), apply_started_at = coalesce(apply_started_at, $3)
     WHERE id = $1`,
    [regradeId, by, at],
  );
}

export async function discardRegrade(manager: EntityManager, regradeId: string): Promise<void> {
  await rows(manager, `UPDATE regrade SET state = 'discarded' WHERE id = $1`, [regradeId]);
}

export interface VersionRow {
  question: Question;
  publications: number[];
  isLive: boolean;
}

/** Every version of a question that a whole publication of the section holds, oldest first. */
export function knownVersions(
  manager: EntityManager | DataSource,
  sectionId: string,
  questionId: string,
): Promise<VersionRow[]> {
  return rows(
    manager,
    `SELECT (array_agg(question ORDER BY s.publication DESC))[1] AS question,
       array_agg(s.publication ORDER BY s.publication) AS publications,
       bool_or(s.publication = c.live_publication) AS "isLive"
     FROM published_section s
     JOIN publication p ON p.course_id = s.course_id AND p.number = s.publication
     JOIN course c ON c.course_id = s.course_id,
     jsonb_array_elements(s.content -> 'questions') AS question
     WHERE s.section_id = $1 AND question ->> 'id' = $2
     GROUP BY (question ->> 'version')::int ORDER BY (question ->> 'version')::int`,
    [sectionId, questionId],
  );
}

/** Ended attempts that have the question on their paper, by publication. */
export function attemptsBehind(
  dataSource: DataSource,
  sectionId: string,
  questionId: string,
): Promise<{ publication: number; attempts: number }[]> {
  return rows(
    dataSource,
    `SELECT a.publication, count(*)::int AS attempts
     FROM attempt a JOIN response r ON r.attempt_id = a.id AND r.question_id = $2
     WHERE a.section_id = $1 AND a.purpose = 'exam' AND a.state IN ('submitted', 'graded') GROUP BY a.publication`,
    [sectionId, questionId],
  );
}

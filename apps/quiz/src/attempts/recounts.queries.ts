import type { Policy } from '#libs/contracts';
import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** Learners in one section; the list is the caller's batch. */
export interface Recounted {
  readonly sectionId: string;
  readonly learnerIds: readonly string[];
}

export interface ProgressAfter {
  learnerId: string;
  percent: number | null;
  passedAt: Date | null;
}

/** In one order everywhere. Whoever grades now waits, and whoever graded before is seen by the next statement. */
export async function lockProgress(manager: EntityManager, { sectionId, learnerIds }: Recounted): Promise<void> {
  await rows(
    manager,
    `SELECT 1 FROM progress WHERE section_id = $1 AND learner_id = ANY ($2) ORDER BY learner_id FOR NO KEY UPDATE`,
    [sectionId, learnerIds],
  );
}

/** The attempt that makes the grade, as the first of this order. A mean has none. */
const inOrder = `ORDER BY CASE $3::text WHEN 'first' THEN number WHEN 'latest' THEN -number ELSE -percent END, number`;

/**
 * Progress as the attempts that count say, by the rule of \`sectionStanding\`; the activity stays, it did happen. Under another
 * rule than before, what was passed may stay so: an author's change of mind costs nobody a badge.
 */
export function recount(
  manager: EntityManager,
  { sectionId, learnerIds }: Recounted,
  { aggregation, passMark }: Pick<Policy, 'aggregation' | 'passMark'>,
  keepsPass: boolean,
): Promise<ProgressAfter[]> {
  return rows<ProgressAfter>(
    manager,
    `WITH graded AS (
       SELECT learner_id, number, percent, score, score_max, graded_at, CASE $3::text
         WHEN 'mean' THEN sum(percent) OVER so_far >= $4::numeric * 100 * row_number() OVER so_far
         WHEN 'first' THEN has_passed AND row_number() OVER so_far = 1
         ELSE has_passed END AS reaches
       FROM attempt WHERE section_id = $1 AND learner_id = ANY ($2) AND purpose = 'exam' AND state = 'graded'
       WINDOW so_far AS (PARTITION BY learner_id ORDER BY number)),
     standing AS (
       SELECT learner_id, count(*)::int AS graded_count, sum(percent) AS percent_total,
         (array_agg(percent ${inOrder}))[1] AS percent, (array_agg(score ${inOrder}))[1] AS score,
         (array_agg(score_max ${inOrder}))[1] AS score_max,
         (array_agg(graded_at ORDER BY number) FILTER (WHERE reaches))[1] AS passed_at
       FROM graded GROUP BY learner_id),
     used AS (
       SELECT learner_id, count(*)::int AS attempts FROM attempt
       WHERE section_id = $1 AND learner_id = ANY ($2) AND purpose = 'exam' AND state <> 'voided' GROUP BY learner_id),
     counted AS (
       UPDATE progress p SET
         percent = CASE $3::text WHEN 'mean' THEN trunc(s.percent_total / s.graded_count, 4) ELSE s.percent END,
         score = CASE WHEN $3::text <> 'mean' THEN s.score END,
         score_max = CASE WHEN $3::text <> 'mean' THEN s.score_max END,
         passed_at = CASE WHEN $5 THEN p.passed_at ELSE s.passed_at END, aggregation = $3,
         graded_count = coalesce(s.graded_count, 0), percent_total = coalesce(s.percent_total, 0),
         attempts_used = coalesce(u.attempts, 0)
       FROM progress old
       LEFT JOIN standing s ON s.learner_id = old.learner_id LEFT JOIN used u ON u.learner_id = old.learner_id
       WHERE old.section_id = $1 AND old.learner_id = ANY ($2)
         AND p.learner_id = old.learner_id AND p.section_id = old.section_id
       RETURNING p.learner_id, p.percent, p.passed_at)
     SELECT learner_id AS "learnerId", percent::float8 AS percent, passed_at AS "passedAt" FROM counted`,
    [sectionId, learnerIds, aggregation, passMark, keepsPass],
  );
}

/** The newest publication that the learner has taken the section in: its policy judges. */
export async function newestTaken(
  manager: EntityManager,
  learnerId: string,
  sectionId: string,
): Promise<{ courseId: string; publication: number } | null> {
  const [newest] = await rows<{ courseId: string; publication: number }>(
    manager,
    `SELECT course_id AS "courseId", publication FROM attempt WHERE learner_id = $1 AND section_id = $2 AND purpose = 'exam'
     ORDER BY number DESC LIMIT 1`,
    [learnerId, sectionId],
  );
  return newest ?? null;
}

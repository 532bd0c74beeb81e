import type { PaperPlace } from '#libs/assessment';
import { prepared, rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import type { AttemptRecord } from './attempt.js';

const pin = `a.id, a.learner_id AS "learnerId", a.course_id AS "courseId", a.section_id AS "sectionId",
  a.publication, a.number, a.purpose, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt"`;
const standing = `a.state, a.version, a.saves, a.ended_at AS "endedAt", a.ended_by AS "endedBy", a.graded_at AS "gradedAt",
  round(a.score, 4)::float8 AS score, round(a.score_max, 4)::float8 AS "scoreMax", a.percent::float8 AS percent,
  a.has_passed AS "hasPassed"`;

/**
 * The same as state = 'in_progress', in words that fit no partial index: planned while hardly any attempt is open, a walk
 * through all of them looks cheaper than the look-up of one by its id, and the plan stays when thousands are open.
 */
export const isOpen = 'ended_at IS NULL AND voided_at IS NULL';

const record = `SELECT ${pin}, ${standing},
     -- A renewal shows what only a pass may see once it was passed itself.
     CASE WHEN a.purpose = 'exam' THEN p.passed_at IS NOT NULL ELSE coalesce(a.has_passed, false) END AS "hasPassedSection",
     coalesce(p.attempts_used, 1) AS "attemptsUsed", coalesce(m.extra_attempts, 0) AS "extraAttempts",
     coalesce(m.waives_cooldown, false) AS "waivesCooldown",
     (SELECT coalesce(json_agg(json_build_object('questionId', r.question_id, 'sequence', r.sequence, 'answer', r.answer,
        'savedAt', r.saved_at, 'score', round(r.score, 4), 'outcome', r.outcome, 'gradedVersion', r.graded_version,
        'decidedShare', r.decided_share, 'isDropped', r.is_dropped, 'spentSeconds', r.spent_seconds)), '[]')
      FROM response r WHERE r.attempt_id = a.id) AS responses
   FROM attempt a
   LEFT JOIN progress p ON p.learner_id = a.learner_id AND p.section_id = a.section_id
   LEFT JOIN accommodation m ON m.learner_id = a.learner_id
   WHERE a.id = $1`;

/** The attempt, its responses and what surrounds them, in one round trip. Somebody else's attempt is no row at all. */
export const loadAttempt = prepared<AttemptRecord>('attempt_load', `${record} AND a.learner_id = $2`);

/** An attempt of whomever, for those who decide about it. */
export const loadAnyAttempt = prepared<AttemptRecord>('attempt_load_any', record);

/** As `loadAnyAttempt`, kept from saves, submissions, regrades and voidings until the transaction ends. */
export async function lockRecord(manager: EntityManager, attemptId: string): Promise<AttemptRecord | null> {
  await rows(manager, 'SELECT 1 FROM attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId]);
  // Another statement: this one sees what those did whom the lock waited for.
  const [found] = await rows<AttemptRecord>(manager, record, [attemptId]);
  return found ?? null;
}

export const loadPlaces = prepared<{ places: PaperPlace[] }>(
  'paper_places',
  'SELECT places FROM paper WHERE attempt_id = $1',
);

/**
 * Stores an answer if the attempt still takes any. The row of the attempt is written in the same statement, so a grade
 * that did not see this answer finds `saves` changed and is refused: what was acknowledged counts.
 */
export const saveResponse = prepared<{ sequence: string; saved_at: Date }>(
  'response_save',
  `WITH open AS (
     UPDATE attempt SET saves = saves + 1, last_activity_at = $5
     WHERE id = $1 AND ${isOpen} AND (deadline_at IS NULL OR deadline_at > $5)
     RETURNING id)
   INSERT INTO response (attempt_id, question_id, sequence, answer, saved_at, spent_seconds)
   SELECT id, $2::uuid, $3::bigint, $4::jsonb, $5, $6::int FROM open
   ON CONFLICT (attempt_id, question_id) DO UPDATE
     SET sequence = excluded.sequence, answer = excluded.answer, saved_at = excluded.saved_at,
       spent_seconds = greatest(response.spent_seconds, excluded.spent_seconds)
     WHERE excluded.sequence > response.sequence
   RETURNING sequence, saved_at`,
);

/** Overdue attempts for this replica alone: others skip them until the claim ends, in case this process dies meanwhile. */
export const claimOverdue = prepared<{ id: string; learner_id: string; deadline_at: Date }>(
  'attempt_claim_overdue',
  `UPDATE attempt SET sweep_claimed_until = $1::timestamptz + interval '3 seconds' WHERE id IN (
     SELECT id FROM attempt
     WHERE state = 'in_progress' AND deadline_at <= $1 AND (sweep_claimed_until IS NULL OR sweep_claimed_until <= $1)
     ORDER BY deadline_at LIMIT $2 FOR UPDATE SKIP LOCKED)
   RETURNING id, learner_id, deadline_at`,
);

export type AttemptSummaryRow = Pick<
  AttemptRecord,
  | 'id'
  | 'learnerId'
  | 'courseId'
  | 'sectionId'
  | 'publication'
  | 'number'
  | 'state'
  | 'startedAt'
  | 'deadlineAt'
  | 'endedAt'
  | 'endedBy'
  | 'score'
  | 'scoreMax'
  | 'percent'
  | 'hasPassed'
  | 'hasPassedSection'
>;

export const attemptPage = prepared<AttemptSummaryRow>(
  'attempt_page',
  `SELECT ${pin}, ${standing}, EXISTS (SELECT FROM progress p WHERE p.learner_id = a.learner_id
     AND p.section_id = a.section_id AND p.passed_at IS NOT NULL) AS "hasPassedSection"
   FROM attempt a
   WHERE a.learner_id = $1 AND a.section_id = $2 AND a.purpose = 'exam' AND a.number < $3 ORDER BY a.number DESC LIMIT $4`,
);

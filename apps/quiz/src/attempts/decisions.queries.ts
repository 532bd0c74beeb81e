import type { Outcome } from '#libs/assessment';
import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import type { StoredGrade } from './ending.js';

interface DecidedResponse {
  readonly questionId: string;
  /** Exact. */
  readonly share: string;
  readonly score: string;
  readonly outcome: Outcome;
}

export async function storeDecision(
  manager: EntityManager,
  attemptId: string,
  { questionId, share, score, outcome }: DecidedResponse,
): Promise<void> {
  await rows(
    manager,
    `UPDATE response SET decided_share = $3, score = $4, outcome = $5 WHERE attempt_id = $1 AND question_id = $2`,
    [attemptId, questionId, share, score, outcome],
  );
}

/** A first grade sets the time of grading; a later one leaves it. */
export async function storeGrade(
  manager: EntityManager,
  attemptId: string,
  { score, scoreMax, percent, hasPassed }: StoredGrade,
  at: Date,
): Promise<void> {
  await rows(
    manager,
    `UPDATE attempt SET state = 'graded', graded_at = coalesce(graded_at, $6), score = $2, score_max = $3, percent = $4,
       has_passed = $5, version = version + 1
     WHERE id = $1`,
    [attemptId, score, scoreMax, percent, hasPassed, at],
  );
}

export interface GradeRow {
  /** Exact decimals. */
  score: string;
  scoreMax: string;
  hasPassed: boolean;
}

export async function storedGradeOf(manager: EntityManager, attemptId: string): Promise<GradeRow | null> {
  const [grade] = await rows<GradeRow>(
    manager,
    `SELECT score::text AS score, score_max::text AS "scoreMax", has_passed AS "hasPassed"
     FROM attempt WHERE id = $1 AND state = 'graded'`,
    [attemptId],
  );
  return grade ?? null;
}

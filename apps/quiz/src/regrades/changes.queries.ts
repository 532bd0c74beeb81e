import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { CredentialEffect } from '../credentials/achievement.js';
import type { AttemptChange } from './batch.js';
import type { Unlock } from './consequences.js';
import type { RegradeRow } from './regrades.queries.js';

/** What the walk has found, as it goes: a batch is a statement. */
export async function insertChanges(
  manager: EntityManager,
  { id, state }: Pick<RegradeRow, 'id' | 'state'>,
  listed: readonly AttemptChange[],
  at: Date,
): Promise<void> {
  await rows(
    manager,
    `INSERT INTO regrade_change (regrade_id, is_applied, learner_id, number, attempt_id, score_before, score_after,
       score_max_before, score_max_after, percent_before, percent_after, has_passed_before, has_passed_after,
       section_effect, badge_effect, certificate_effect, unlocks, changed_at)
     SELECT $1, $2, c.learner_id, c.number, c.attempt_id, (c.before ->> 'score')::numeric, (c.after ->> 'score')::numeric,
       (c.before ->> 'scoreMax')::numeric, (c.after ->> 'scoreMax')::numeric, (c.before ->> 'percent')::numeric,
       (c.after ->> 'percent')::numeric, (c.before ->> 'hasPassed')::boolean, (c.after ->> 'hasPassed')::boolean,
       c.section, c.badge, c.certificate, c.unlocks, $4
     FROM json_to_recordset($3::json) AS c (learner_id uuid, number int, attempt_id uuid, before jsonb, after jsonb,
       section text, badge text, certificate text, unlocks jsonb)
     ON CONFLICT (regrade_id, is_applied, learner_id, number) DO UPDATE SET
       score_after = excluded.score_after, score_max_after = excluded.score_max_after,
       percent_after = excluded.percent_after, has_passed_after = excluded.has_passed_after,
       section_effect = excluded.section_effect, badge_effect = excluded.badge_effect,
       certificate_effect = excluded.certificate_effect, unlocks = excluded.unlocks, changed_at = excluded.changed_at`,
    [id, state !== 'previewing', JSON.stringify(listed.map(changeRow)), at],
  );
}

function changeRow({ attempt, before, after, consequences }: AttemptChange) {
  const { learnerId: learner_id, number, id: attempt_id } = attempt;
  const { section = 'none', badge = 'none', certificate = 'none', unlocks = [] } = consequences ?? {};
  return { learner_id, number, attempt_id, before, after, section, badge, certificate, unlocks };
}

export async function writeResponses(manager: EntityManager, changes: readonly AttemptChange[]): Promise<void> {
  const regraded = changes.map(({ attempt, response }) => ({
    attempt_id: attempt.id,
    question_id: response.questionId,
    graded_version: response.gradedVersion,
    decided_share: response.decidedShare,
    is_dropped: response.isDropped,
    score: response.score,
    outcome: response.outcome,
  }));
  await rows(
    manager,
    `UPDATE response r SET graded_version = n.graded_version, decided_share = n.decided_share, is_dropped = n.is_dropped,
       score = n.score, outcome = n.outcome
     FROM json_to_recordset($1::json) AS n (attempt_id uuid, question_id uuid, graded_version int, decided_share text,
       is_dropped boolean, score numeric, outcome text)
     WHERE r.attempt_id = n.attempt_id AND r.question_id = n.question_id`,
    [JSON.stringify(regraded)],
  );
}

/** An attempt that waited for marks has its grade from now on; one that had a grade keeps the moment of it. */
export async function writeAttempts(manager: EntityManager, changes: readonly AttemptChange[], now: Date) {
  const graded = changes.map(({ attempt, after }) => ({ id: attempt.id, ...after }));
  await rows(
    manager,
    `UPDATE attempt a SET state = 'graded', version = a.version + 1, graded_at = coalesce(a.graded_at, $2),
       score = n.score, score_max = n."scoreMax", percent = n.percent, has_passed = n."hasPassed"
     FROM json_to_recordset($1::json) AS n (id uuid, score numeric, "scoreMax" numeric, percent numeric,
       "hasPassed" boolean)
     WHERE a.id = n.id`,
    [JSON.stringify(graded), now],
  );
}

export interface Announcement {
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  /** Checked JSON. */
  readonly data: string;
}

/** Many events in one round trip; by key, since each takes a lock on its own. */
export async function announceAll(manager: EntityManager, announcements: readonly Announcement[]): Promise<void> {
  const inOrder = announcements.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  await rows(
    manager,
    `SELECT outbox_add(topic, type, key, data::jsonb)
     FROM json_to_recordset($1::json) AS e (topic text, type text, key text, data text)`,
    [JSON.stringify(inOrder)],
  );
}

/**
 * Takes away what dry runs listed, of regrades that were applied or discarded before `before`; at most `limit` rows, how many.
 * What was done stays: the learners' results rest on it. The counts of the dry run stay with the regrade.
 */
export async function dropDryRuns(
  manager: EntityManager,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const [dropped] = await rows<{ count: number }>(
    manager,
    `WITH old AS (
       SELECT c.regrade_id, c.learner_id, c.number FROM regrade r JOIN regrade_change c ON c.regrade_id = r.id
       WHERE NOT c.is_applied AND r.state IN ('applied', 'discarded') AND coalesce(r.applied_at, r.made_at) < $1
       LIMIT $2),
     gone AS (
       DELETE FROM regrade_change c USING old
       WHERE NOT c.is_applied AND (c.regrade_id, c.learner_id, c.number) = (old.regrade_id, old.learner_id, old.number)
       RETURNING 1)
     SELECT count(*)::int AS count FROM gone`,
    [before, limit],
  );
  return dropped?.count ?? 0;
}

export const changeFilters = ['all', 'score_up', 'score_down', 'passes', 'badges', 'unlocks'] as const;
export type ChangeFilter = (typeof changeFilters)[number];

const conditions: Readonly<Record<ChangeFilter, string>> = {
  all: 'true',
  score_up: '(c.percent_after, c.score_after) > (c.percent_before, c.score_before)',
  score_down: '(c.percent_after, c.score_after) < (c.percent_before, c.score_before)',
  passes: `c.section_effect <> 'none'`,
  badges: `(c.badge_effect <> 'none' OR c.certificate_effect <> 'none')`,
  unlocks: 'jsonb_array_length(c.unlocks) > 0',
};

export interface ChangeRow {
  learnerId: string;
  learnerName: string | null;
  attemptId: string;
  number: number;
  scoreBefore: number | null;
  scoreAfter: number;
  scoreMaxBefore: number | null;
  scoreMaxAfter: number;
  percentBefore: number | null;
  percentAfter: number;
  hasPassedBefore: boolean | null;
  hasPassedAfter: boolean;
  section: 'none' | 'passed' | 'lost';
  badge: Exclude<CredentialEffect, 'revoke'>;
  certificate: Exclude<CredentialEffect, 'revoke'>;
  unlocks: Unlock[];
}

const shownGrades = `round(c.score_before, 4)::float8 AS "scoreBefore", round(c.score_after, 4)::float8 AS "scoreAfter",
  round(c.score_max_before, 4)::float8 AS "scoreMaxBefore", round(c.score_max_after, 4)::float8 AS "scoreMaxAfter",
  c.percent_before::float8 AS "percentBefore", c.percent_after::float8 AS "percentAfter",
  c.has_passed_before AS "hasPassedBefore", c.has_passed_after AS "hasPassedAfter"`;

/** Of the regrade itself once it has begun, of its dry run before. */
export function changePage(
  dataSource: DataSource,
  { id, applyStartedAt }: Pick<RegradeRow, 'id' | 'applyStartedAt'>,
  { only, after, limit }: { only: ChangeFilter; after: readonly [string, number] | null; limit: number },
): Promise<ChangeRow[]> {
  return rows(
    dataSource,
    `SELECT c.learner_id AS "learnerId", person.display_name AS "learnerName", c.attempt_id AS "attemptId", c.number,
       ${shownGrades}, c.section_effect AS section, c.badge_effect AS badge, c.certificate_effect AS certificate, c.unlocks
     FROM regrade_change c LEFT JOIN person ON person.user_id = c.learner_id
     WHERE c.regrade_id = $1 AND c.is_applied = $2 AND ${conditions[only]}
       AND ($3::uuid IS NULL OR (c.learner_id, c.number) > ($3, $4::int))
     ORDER BY c.learner_id, c.number LIMIT $5`,
    [id, applyStartedAt !== null, ...(after ?? [null, null]), limit],
  );
}

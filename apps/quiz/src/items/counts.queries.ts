import type { Answer, CountedAttempt } from '#libs/assessment';
import { prepared, rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import type { GradedAnswer } from './count.js';

/**
 * Plans for lists of any length: PostgreSQL would make a plan anew for every length of list, which takes longer than all of the
 * counting.
 */
const lock = prepared(
  'item_lock',
  `SELECT pg_advisory_xact_lock(hashtextextended($1, 7249)), set_config('plan_cache_mode', 'force_generic_plan', true)`,
);

/** One writer of a section's counts at a time, also across replicas; readers are not held up. */
export async function lockCounts(manager: EntityManager, sectionId: string): Promise<void> {
  await lock(manager, [sectionId]);
}

export interface AttemptStanding {
  id: string;
  learnerId: string;
  number: number;
  percent: number;
  isGraded: boolean;
  version: number;
  /** Null while it is not counted. */
  counted: { version: number; isFirst: boolean; isBest: boolean; isLatest: boolean } | null;
}

const standings = prepared<AttemptStanding>(
  'item_standings',
  `SELECT a.id, a.learner_id AS "learnerId", a.number, coalesce(a.percent, 0)::float8 AS percent, a.version,
     a.state = 'graded' AS "isGraded",
     CASE WHEN c.attempt_id IS NOT NULL THEN json_build_object('version', c.version, 'isFirst', c.is_first,
       'isBest', c.is_best, 'isLatest', c.is_latest) END AS counted
   FROM attempt a LEFT JOIN item_attempt c ON c.attempt_id = a.id
   WHERE a.section_id = $1 AND a.learner_id = ANY ($2) AND a.purpose = 'exam'
     AND (a.state = 'graded' OR c.attempt_id IS NOT NULL)`,
);

/** Every attempt of these learners at the section that counts now, or was counted. */
export function standingsOf(
  manager: EntityManager,
  sectionId: string,
  learnerIds: readonly string[],
): Promise<AttemptStanding[]> {
  return standings(manager, [sectionId, learnerIds]);
}

export interface AttemptContent {
  id: string;
  version: number;
  courseId: string;
  publication: number;
  max: string;
  places: { questionId: string; version: number }[];
  answers: (GradedAnswer & { answer: Answer | null })[];
  /** As it was counted, without where it counted. */
  counted: Omit<CountedAttempt, 'tally'> | null;
}

const contents = prepared<AttemptContent>(
  'item_contents',
  `SELECT a.id, a.version, a.course_id AS "courseId", a.publication,
     coalesce(a.score_max, 0)::numeric(60, 10)::text AS max, p.places, c.counted,
     (SELECT coalesce(json_agg(json_build_object('questionId', r.question_id, 'answer', r.answer, 'score', r.score::text,
        'gradedVersion', r.graded_version, 'isDropped', r.is_dropped, 'spentSeconds', r.spent_seconds)), '[]')
      FROM response r WHERE r.attempt_id = a.id) AS answers
   FROM attempt a JOIN paper p ON p.attempt_id = a.id LEFT JOIN item_attempt c ON c.attempt_id = a.id
   WHERE a.id = ANY ($1)`,
);

/** The attempts as they are graded now and as they were counted, in one snapshot. */
export function contentsOf(manager: EntityManager, attemptIds: readonly string[]): Promise<AttemptContent[]> {
  return contents(manager, [attemptIds]);
}

/** Which questions there were stays known: what counts nothing afterwards must be announced, too. */
export async function wipeCounts(manager: EntityManager): Promise<void> {
  await rows(manager, "SET LOCAL lock_timeout = '5s'");
  await rows(manager, 'TRUNCATE item_attempt, item_paper, item_position, item_mark, item_rest, item_time, item_class');
  await rows(manager, 'UPDATE item_question SET is_changed = true WHERE NOT is_changed');
  await rows(manager, 'UPDATE item_section SET revision = revision + 1');
}

/** Learners with a graded attempt at a section, in the order of the index on both. */
export function learnersToCount(
  manager: EntityManager,
  after: readonly [learnerId: string, sectionId: string] | null,
  limit: number,
): Promise<{ learnerId: string; sectionId: string }[]> {
  return rows(
    manager,
    `SELECT DISTINCT learner_id AS "learnerId", section_id AS "sectionId" FROM attempt
     WHERE state = 'graded' AND purpose = 'exam' AND ($1::uuid IS NULL OR (learner_id, section_id) > ($1, $2::uuid))
     ORDER BY learner_id, section_id LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

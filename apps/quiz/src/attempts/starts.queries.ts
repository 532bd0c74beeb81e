import { prepared } from '#libs/platform';

import type { EarlierAttempt } from './past-attempt.js';

/** The newest attempts that meet a condition, as JSON; it is a part of a statement, and no place for what people send. */
export function earlierAttempts(condition: string, most: number): string {
  return `(SELECT coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'state', t.state,
        'hasPassed', t.has_passed, 'endedAt', t.ended_at, 'startKey', t.start_key)), '[]')
      FROM (SELECT * FROM attempt WHERE ${condition} ORDER BY number DESC LIMIT ${most}) t)`;
}

export interface StartSituation {
  courseId: string;
  publication: number;
  isArchived: boolean;
  passedSections: string[];
  timeFactor: number;
  extraAttempts: number;
  waivesCooldown: boolean;
  /** Newest first. */
  attempts: EarlierAttempt[];
}

/** More attempts than any policy allows, so counting them is never wrong and never unbounded. */
export const attemptsReadMax = 1_100;

/** Everything that decides a start, in one round trip: the live publication, what is passed, every earlier attempt. */
export const startSituation = prepared<StartSituation>(
  'attempt_start_situation',
  `SELECT c.course_id AS "courseId", c.live_publication AS publication, c.is_archived AS "isArchived",
     ARRAY(SELECT p.section_id::text FROM progress p
       WHERE p.learner_id = $1 AND p.course_id = c.course_id AND p.passed_at IS NOT NULL) AS "passedSections",
     coalesce(m.time_factor, 1)::float8 AS "timeFactor", coalesce(m.extra_attempts, 0) AS "extraAttempts",
     coalesce(m.waives_cooldown, false) AS "waivesCooldown",
     ${earlierAttempts(`learner_id = $1 AND section_id = $2 AND purpose = 'exam'`, attemptsReadMax)} AS attempts
   FROM published_section s
   JOIN course c ON c.course_id = s.course_id AND c.live_publication = s.publication
   LEFT JOIN accommodation m ON m.learner_id = $1
   WHERE s.section_id = $2`,
);

/**
 * One start, announced, in one statement. No row comes back when another start of the learner took the number or opened an
 * attempt first: the two unique indexes decide the race, whatever was read before.
 */
export const insertAttempt = prepared<{ id: string }>(
  'attempt_insert',
  `WITH begun AS (
     INSERT INTO attempt (id, learner_id, course_id, section_id, publication, number, state, version, start_key,
       started_at, deadline_at, last_activity_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'in_progress', 1, $7, $8, $9, $8)
     ON CONFLICT DO NOTHING
     RETURNING id, learner_id, section_id, course_id, started_at),
   drawn AS (INSERT INTO paper (attempt_id, seed, places) SELECT id, $10, $11::jsonb FROM begun),
   progressed AS (
     INSERT INTO progress AS p (learner_id, section_id, course_id, attempts_used, last_activity_at)
     SELECT learner_id, section_id, course_id, 1, started_at FROM begun
     ON CONFLICT (learner_id, section_id) DO UPDATE SET
       attempts_used = p.attempts_used + 1, last_activity_at = greatest(p.last_activity_at, excluded.last_activity_at)),
   announced AS (SELECT outbox_add($12, $13, $1::text, $14::jsonb) FROM begun)
   SELECT begun.id FROM begun, announced`,
);

import { prepared, rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

/** A learner in a section. */
export interface Pair {
  readonly learnerId: string;
  readonly sectionId: string;
}

/** Renewals and voided attempts count for nothing. */
const counted = `a.purpose = 'exam' AND a.state <> 'voided'`;

/** One row per learner and section of what `own` holds: the attempts that count. */
const standings = `
  SELECT learner_id, section_id, (array_agg(course_id ORDER BY number DESC))[1] AS course_id,
    min(started_at) AS first_started_at, min(ended_at) AS first_ended_at,
    (count(*) FILTER (WHERE is_failure))::int AS failures, min(graded_at) FILTER (WHERE is_failure) AS failing_since
  FROM (SELECT own.*, state = 'graded' AND number > coalesce(max(number) FILTER (WHERE has_passed)
      OVER (PARTITION BY learner_id, section_id), 0) AS is_failure FROM own) AS judged
  GROUP BY learner_id, section_id`;

const utcDay = (moment: string) => `(${moment} AT TIME ZONE 'UTC')::date`;

const days = `
  SELECT learner_id, section_id, day, (array_agg(course_id))[1] AS course_id, sum(started)::int AS started,
    sum(ended)::int AS ended, sum(graded)::int AS graded, sum(passed)::int AS passed
  FROM (
    SELECT learner_id, section_id, course_id, ${utcDay('started_at')} AS day, 1 AS started, 0 AS ended, 0 AS graded, 0 AS passed
    FROM own
    UNION ALL SELECT learner_id, section_id, course_id, ${utcDay('ended_at')}, 0, 1, 0, 0 FROM own WHERE ended_at IS NOT NULL
    UNION ALL SELECT learner_id, section_id, course_id, ${utcDay('graded_at')}, 0, 0, 1, has_passed::int FROM own
      WHERE state = 'graded') AS moments
  GROUP BY learner_id, section_id, day`;

/**
 * For a database whose attempts are older than its insights: of the learners after $1 up to $2, since one statement for all
 * of a large school would run into the limits of every statement.
 */
const ofRange = `WITH own AS (SELECT a.* FROM attempt a WHERE ${counted} AND a.learner_id > $1 AND a.learner_id <= $2)`;
export const fillStandings = `${ofRange}
  INSERT INTO insight_standing (learner_id, section_id, course_id, first_started_at, first_ended_at, failures, failing_since)
  ${standings}`;
export const fillDays = `${ofRange}
  INSERT INTO insight_day (learner_id, section_id, day, course_id, started, ended, graded, passed) ${days}`;

const lock = prepared(
  'insight_lock',
  `SELECT pg_advisory_xact_lock(key) FROM (
     SELECT DISTINCT hashtextextended(learner_id || '/' || section_id, 7251) AS key
     FROM unnest($1::uuid[], $2::uuid[]) AS pair (learner_id, section_id) ORDER BY key) AS keys`,
);

/**
 * Nothing is added up: the rows of a learner and a section are made from the attempts that there are, so that neither the
 * order nor the repetition of events makes a difference. Rows that stay as they are are not written.
 */
const recountPairs = prepared(
  'insight_recount',
  `WITH pair AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS pair (learner_id, section_id)),
   own AS (SELECT a.* FROM pair JOIN attempt a USING (learner_id, section_id) WHERE ${counted}),
   standing AS (${standings}),
   day AS (${days}),
   standing_gone AS (
     DELETE FROM insight_standing i USING pair WHERE i.learner_id = pair.learner_id AND i.section_id = pair.section_id
       AND NOT EXISTS (SELECT FROM standing s WHERE s.learner_id = i.learner_id AND s.section_id = i.section_id)),
   day_gone AS (
     DELETE FROM insight_day i USING pair WHERE i.learner_id = pair.learner_id AND i.section_id = pair.section_id
       AND NOT EXISTS (SELECT FROM day d
         WHERE d.learner_id = i.learner_id AND d.section_id = i.section_id AND d.day = i.day)),
   standing_kept AS (
     INSERT INTO insight_standing AS i
       (learner_id, section_id, course_id, first_started_at, first_ended_at, failures, failing_since)
     SELECT * FROM standing
     ON CONFLICT (learner_id, section_id) DO UPDATE SET course_id = excluded.course_id,
       first_started_at = excluded.first_started_at, first_ended_at = excluded.first_ended_at,
       failures = excluded.failures, failing_since = excluded.failing_since
     WHERE (i.course_id, i.first_started_at, i.first_ended_at, i.failures, i.failing_since) IS DISTINCT FROM
       (excluded.course_id, excluded.first_started_at, excluded.first_ended_at, excluded.failures, excluded.failing_since))
   INSERT INTO insight_day AS i (learner_id, section_id, day, course_id, started, ended, graded, passed)
   SELECT * FROM day
   ON CONFLICT (learner_id, section_id, day) DO UPDATE SET course_id = excluded.course_id, started = excluded.started,
     ended = excluded.ended, graded = excluded.graded, passed = excluded.passed
   WHERE (i.course_id, i.started, i.ended, i.graded, i.passed) IS DISTINCT FROM
     (excluded.course_id, excluded.started, excluded.ended, excluded.graded, excluded.passed)`,
);

/** Whoever recounts the same pair waits; what is read afterwards is as new as the event that asks for it, or newer. */
export async function recount(manager: EntityManager, pairs: readonly Pair[]): Promise<void> {
  const lists = [pairs.map(({ learnerId }) => learnerId), pairs.map(({ sectionId }) => sectionId)];
  await lock(manager, lists);
  await recountPairs(manager, lists);
}

/** In the order of the index on both. */
export function pairsToCount(source: DataSource, after: Pair | null, limit: number): Promise<Pair[]> {
  return rows(
    source,
    `SELECT DISTINCT learner_id AS "learnerId", section_id AS "sectionId" FROM attempt
     WHERE $1::uuid IS NULL OR (learner_id, section_id) > ($1, $2::uuid)
     ORDER BY learner_id, section_id LIMIT $3`,
    [after?.learnerId ?? null, after?.sectionId ?? null, limit],
  );
}

/** Rows about learners and sections of which there is no attempt at all, as a database restored in parts might have. */
export async function dropOrphans(source: DataSource): Promise<void> {
  for (const table of ['insight_standing', 'insight_day']) {
    await rows(
      source,
      `DELETE FROM ${table} i WHERE NOT EXISTS (
         SELECT FROM attempt a WHERE a.learner_id = i.learner_id AND a.section_id = i.section_id)`,
    );
  }
}

import type { Answer, CountChanges, CountedAttempt, Tally } from '#libs/assessment';
import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import type { GradedAnswer } from './count.js';

/** One writer of a section's counts at a time, also across replicas; readers are not held up. */
export async function lockCounts(manager: EntityManager, sectionId: string): Promise<void> {
  await rows(manager, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7249))', [sectionId]);
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

/** Every attempt of these learners at the section that counts now, or was counted. */
export function standingsOf(
  manager: EntityManager,
  sectionId: string,
  learnerIds: readonly string[],
): Promise<AttemptStanding[]> {
  return rows(
    manager,
    `SELECT a.id, a.learner_id AS "learnerId", a.number, coalesce(a.percent, 0)::float8 AS percent, a.version,
       a.state = 'graded' AS "isGraded",
       CASE WHEN c.attempt_id IS NOT NULL THEN json_build_object('version', c.version, 'isFirst', c.is_first,
         'isBest', c.is_best, 'isLatest', c.is_latest) END AS counted
     FROM attempt a LEFT JOIN item_attempt c ON c.attempt_id = a.id
     WHERE a.section_id = $1 AND a.learner_id = ANY ($2) AND (a.state = 'graded' OR c.attempt_id IS NOT NULL)`,
    [sectionId, learnerIds],
  );
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

/** The attempts as they are graded now and as they were counted, in one snapshot. */
export function contentsOf(manager: EntityManager, attemptIds: readonly string[]): Promise<AttemptContent[]> {
  return rows(
    manager,
    `SELECT a.id, a.version, a.course_id AS "courseId", a.publication,
       coalesce(a.score_max, 0)::numeric(60, 10)::text AS max, p.places, c.counted,
       (SELECT coalesce(json_agg(json_build_object('questionId', r.question_id, 'answer', r.answer, 'score', r.score::text,
          'gradedVersion', r.graded_version, 'isDropped', r.is_dropped, 'spentSeconds', r.spent_seconds)), '[]')
        FROM response r WHERE r.attempt_id = a.id) AS answers
     FROM attempt a JOIN paper p ON p.attempt_id = a.id LEFT JOIN item_attempt c ON c.attempt_id = a.id
     WHERE a.id = ANY ($1)`,
    [attemptIds],
  );
}

export interface KeptCount {
  readonly attemptId: string;
  readonly version: number;
  readonly counted: CountedAttempt;
}

export async function keepCounts(
  manager: EntityManager,
  sectionId: string,
  kept: readonly KeptCount[],
  removed: readonly string[],
): Promise<void> {
  const given = kept.map(({ attemptId, version, counted: { tally, ...counted } }) => ({
    attempt_id: attemptId,
    version,
    is_first: tally[0] === 1,
    is_best: tally[1] === 1,
    is_latest: tally[2] === 1,
    counted,
  }));
  await rows(
    manager,
    `WITH removed AS (DELETE FROM item_attempt WHERE attempt_id = ANY ($3))
     INSERT INTO item_attempt (attempt_id, section_id, version, is_first, is_best, is_latest, counted)
     SELECT attempt_id, $1, version, is_first, is_best, is_latest, counted
     FROM jsonb_to_recordset($2::jsonb)
       AS k (attempt_id uuid, version int, is_first boolean, is_best boolean, is_latest boolean, counted jsonb)
     ON CONFLICT (attempt_id) DO UPDATE SET version = excluded.version, is_first = excluded.is_first,
       is_best = excluded.is_best, is_latest = excluded.is_latest, counted = excluded.counted`,
    [sectionId, JSON.stringify(given), removed],
  );
}

const tallied = 'n_first int, n_best int, n_latest int, n_all int';
const ns = 'n_first, n_best, n_latest, n_all';
const nSums = 'sum(n_first)::int, sum(n_best)::int, sum(n_latest)::int, sum(n_all)::int';

function adding(table: string, more: readonly string[] = []): string {
  const columns = ['n_first', 'n_best', 'n_latest', 'n_all', ...more];
  return columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', ');
}

const question = 'publication int, question_id uuid, version int';
const questionColumns = 'publication, question_id, version';

/** All tables in one round trip; each change is one row whose counts grow or shrink. */
const applySql = `
  WITH papers AS (
    INSERT INTO item_paper (section_id, publication, total, max, ${ns})
    SELECT $1::uuid, publication, total, max, ${ns}
    FROM jsonb_to_recordset($2::jsonb) AS k (publication int, total numeric, max numeric, ${tallied})
    ON CONFLICT (section_id, publication, total, max) DO UPDATE SET ${adding('item_paper')}),
  positions AS (
    INSERT INTO item_position (section_id, publication, position, mark, rest, ${ns})
    SELECT $1::uuid, publication, position, mark, rest, ${ns}
    FROM jsonb_to_recordset($3::jsonb) AS k (publication int, position text, mark numeric, rest numeric, ${tallied})
    ON CONFLICT (section_id, publication, position, mark, rest) DO UPDATE SET ${adding('item_position')}),
  cells AS (
    INSERT INTO item_cell (section_id, ${questionColumns}, mark, rest, ${ns})
    SELECT $1::uuid, ${questionColumns}, mark, rest, ${ns}
    FROM jsonb_to_recordset($4::jsonb) AS k (${question}, mark numeric, rest numeric, ${tallied})
    ON CONFLICT (section_id, ${questionColumns}, mark, rest) DO UPDATE SET ${adding('item_cell')}),
  times AS (
    INSERT INTO item_time (section_id, ${questionColumns}, time_bucket, ${ns})
    SELECT $1::uuid, ${questionColumns}, time_bucket, ${ns}
    FROM jsonb_to_recordset($5::jsonb) AS k (${question}, time_bucket int, ${tallied})
    ON CONFLICT (section_id, ${questionColumns}, time_bucket) DO UPDATE SET ${adding('item_time')})
  INSERT INTO item_class (section_id, ${questionColumns}, part_id, value, is_right, is_offered, ${ns},
    rest_first, rest_best, rest_latest, rest_all)
  SELECT $1::uuid, ${questionColumns}, part_id, value, is_right, bool_or(is_offered), ${nSums},
    sum(rest * n_first), sum(rest * n_best), sum(rest * n_latest), sum(rest * n_all)
  FROM jsonb_to_recordset($6::jsonb)
    AS k (${question}, part_id text, value text, is_right boolean, is_offered boolean, rest numeric, ${tallied})
  GROUP BY ${questionColumns}, part_id, value, is_right
  ON CONFLICT (section_id, ${questionColumns}, part_id, value, is_right)
    DO UPDATE SET ${adding('item_class', ['rest_first', 'rest_best', 'rest_latest', 'rest_all'])}`;

/** Rows that count nothing any more, so that what is kept is what a recount would make. Among those that just shrank. */
const clearSql = `
  WITH papers AS (
    DELETE FROM item_paper c USING jsonb_to_recordset($2::jsonb) AS k (publication int, total numeric, max numeric, n_all int)
    WHERE c.section_id = $1 AND c.n_all = 0 AND k.n_all < 0
      AND (c.publication, c.total, c.max) = (k.publication, k.total, k.max)),
  positions AS (
    DELETE FROM item_position c USING jsonb_to_recordset($3::jsonb)
      AS k (publication int, position text, mark numeric, rest numeric, n_all int)
    WHERE c.section_id = $1 AND c.n_all = 0 AND k.n_all < 0
      AND (c.publication, c.position, c.mark, c.rest) = (k.publication, k.position, k.mark, k.rest)),
  cells AS (
    DELETE FROM item_cell c USING jsonb_to_recordset($4::jsonb) AS k (${question}, mark numeric, rest numeric, n_all int)
    WHERE c.section_id = $1 AND c.n_all = 0 AND k.n_all < 0
      AND (c.publication, c.question_id, c.version, c.mark, c.rest)
        = (k.publication, k.question_id, k.version, k.mark, k.rest)),
  times AS (
    DELETE FROM item_time c USING jsonb_to_recordset($5::jsonb) AS k (${question}, time_bucket int, n_all int)
    WHERE c.section_id = $1 AND c.n_all = 0 AND k.n_all < 0
      AND (c.publication, c.question_id, c.version, c.time_bucket)
        = (k.publication, k.question_id, k.version, k.time_bucket))
  DELETE FROM item_class c USING jsonb_to_recordset($6::jsonb)
    AS k (${question}, part_id text, value text, is_right boolean, n_all int)
  WHERE c.section_id = $1 AND c.n_all = 0 AND k.n_all < 0
    AND (c.publication, c.question_id, c.version, c.part_id, c.value, c.is_right)
      = (k.publication, k.question_id, k.version, k.part_id, k.value, k.is_right)`;

/** Adds the changes to the counts. `isOffered` says which answers can be chosen rather than typed. */
export async function applyChanges(
  manager: EntityManager,
  sectionId: string,
  changes: CountChanges,
  isOffered: (answer: CountChanges['classes'][number]['key']) => boolean,
): Promise<void> {
  const lists = [
    changes.papers.map(({ key, tally }) => ({ ...key, ...columnsOf(tally) })),
    changes.positions.map(({ key, tally }) => ({ ...key, ...columnsOf(tally) })),
    changes.items.map(({ key: { questionId, ...key }, tally }) => ({
      question_id: questionId,
      ...key,
      ...columnsOf(tally),
    })),
    changes.times.map(({ key: { questionId, timeBucket, ...key }, tally }) => ({
      question_id: questionId,
      time_bucket: timeBucket,
      ...key,
      ...columnsOf(tally),
    })),
    changes.classes.map(({ key, tally }) => ({
      publication: key.publication,
      question_id: key.questionId,
      version: key.version,
      part_id: key.partId,
      value: key.value,
      is_right: key.isRight,
      is_offered: isOffered(key),
      rest: key.rest,
      ...columnsOf(tally),
    })),
  ];
  const values = [sectionId, ...lists.map((list) => JSON.stringify(list))];
  await rows(manager, applySql, values);
  const hasShrunk = lists.some((list) => list.some(({ n_all }) => n_all < 0));
  if (hasShrunk) await rows(manager, clearSql, values);
}

function columnsOf([first, best, latest, all]: Tally) {
  return { n_first: first, n_best: best, n_latest: latest, n_all: all };
}

export interface ChangedQuestion {
  readonly questionId: string;
  readonly version: number;
  readonly courseId: string;
  readonly publication: number;
}

/** For the next announcement, and so that readers know a publication that has the version. */
export async function markChanged(
  manager: EntityManager,
  sectionId: string,
  changed: readonly ChangedQuestion[],
): Promise<void> {
  await rows(
    manager,
    `WITH revised AS (
       INSERT INTO item_section AS s (section_id, revision) VALUES ($1, 1)
       ON CONFLICT (section_id) DO UPDATE SET revision = s.revision + 1)
     INSERT INTO item_question AS q (section_id, question_id, version, course_id, publication, is_changed)
     SELECT $1, "questionId", version, "courseId", publication, true
     FROM jsonb_to_recordset($2::jsonb) AS k ("questionId" uuid, version int, "courseId" uuid, publication int)
     ORDER BY "questionId", version
     ON CONFLICT (section_id, question_id, version) DO UPDATE SET is_changed = true WHERE NOT q.is_changed`,
    [sectionId, JSON.stringify(changed)],
  );
}

/** Which questions there were stays known: what counts nothing afterwards must be announced, too. */
export async function wipeCounts(manager: EntityManager): Promise<void> {
  await rows(manager, "SET LOCAL lock_timeout = '5s'");
  await rows(manager, 'TRUNCATE item_attempt, item_paper, item_position, item_cell, item_time, item_class');
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
     WHERE state = 'graded' AND ($1::uuid IS NULL OR (learner_id, section_id) > ($1, $2::uuid))
     ORDER BY learner_id, section_id LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

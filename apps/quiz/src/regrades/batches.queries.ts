import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import { heldAs } from '../credentials/achievement.js';
import type { BatchAttempt } from './batch.js';
import type { Circumstances, SectionOutline } from './consequences.js';
import { regradeColumns, type RegradeRow } from './regrades.queries.js';

const noLearner = '00000000-0000-0000-0000-000000000000';
/** A renewal keeps the grade it got: it moves an end date, and the mended question is on the paper of the next one. */
const isExam = "purpose = 'exam'";
const ended = "state IN ('submitted', 'graded')";

/**
 * The regrade that has waited longest and that no other replica is at; its row stays locked until the transaction of the
 * batch ends, however it ends. A process that dies lets go of it at once.
 */
export async function claimWork(manager: EntityManager, now: Date): Promise<RegradeRow | null> {
  const [row] = await rows<RegradeRow>(
    manager,
    `SELECT ${regradeColumns} FROM regrade r
     WHERE r.state IN ('previewing', 'applying') AND (r.retry_at IS NULL OR r.retry_at <= $1)
     ORDER BY r.made_at, r.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
    [now],
  );
  return row ?? null;
}

export async function countEnded(manager: EntityManager, sectionId: string): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM attempt WHERE section_id = $1 AND ${isExam} AND ${ended}`;
  const [counted] = await rows<{ count: number }>(manager, sql, [sectionId]);
  return counted?.count ?? 0;
}

/** The next learners of the section, together with about this many ended attempts. */
export async function nextLearners(
  manager: EntityManager,
  { sectionId, cursor }: Pick<RegradeRow, 'sectionId' | 'cursor'>,
  attemptsMax: number,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    manager,
    `SELECT DISTINCT learner_id AS id FROM (
       SELECT learner_id FROM attempt WHERE section_id = $1 AND learner_id > $2 AND ${isExam} AND ${ended}
       ORDER BY learner_id LIMIT $3) AS next
     ORDER BY id`,
    [sectionId, cursor ?? noLearner, attemptsMax],
  );
  return found.map(({ id }) => id);
}

interface Which {
  readonly sectionId: string;
  readonly questionId: string;
  readonly fromVersions: readonly number[];
  readonly learnerIds: readonly string[];
}

/** All attempts of these learners in the section, by learner and number. */
export function readAttempts(manager: EntityManager, which: Which): Promise<BatchAttempt[]> {
  return rows(
    manager,
    `SELECT a.id, a.learner_id AS "learnerId", a.publication, a.number, a.state, a.version, a.ended_by AS "endedBy",
       a.graded_at AS "gradedAt", a.score::text, a.score_max::text AS "scoreMax", a.percent::float8,
       a.has_passed AS "hasPassed", paper.places,
       CASE WHEN paper.places IS NOT NULL THEN (
         SELECT json_agg(json_build_object('questionId', r.question_id, 'answer', r.answer, 'gradedVersion', r.graded_version,
           'decidedShare', r.decided_share, 'isDropped', r.is_dropped, 'outcome', r.outcome))
         FROM response r WHERE r.attempt_id = a.id) END AS responses
     FROM attempt a
     LEFT JOIN paper ON paper.attempt_id = a.id AND a.${ended} AND EXISTS (
       SELECT FROM jsonb_array_elements(paper.places) AS place
       WHERE place ->> 'questionId' = $3 AND (place ->> 'version')::int = ANY ($4))
     WHERE a.section_id = $1 AND a.learner_id = ANY ($2) AND a.${isExam} ORDER BY a.learner_id, a.number`,
    [which.sectionId, which.learnerIds, which.questionId, which.fromVersions],
  );
}

/**
 * Against marks, voidings and grades of the same learners until the transaction ends: attempts first, progress then, as
 * everywhere. What is read afterwards is what will be written over.
 */
export async function lockLearners(
  manager: EntityManager,
  { sectionId, learnerIds }: Pick<Which, 'sectionId' | 'learnerIds'>,
): Promise<void> {
  const which = 'section_id = $1 AND learner_id = ANY ($2)';
  const attempts = `SELECT 1 FROM attempt WHERE ${which} AND ${isExam} AND ${ended} ORDER BY id FOR NO KEY UPDATE`;
  await rows(manager, attempts, [sectionId, learnerIds]);
  const progress = `SELECT 1 FROM progress WHERE ${which} ORDER BY learner_id FOR NO KEY UPDATE`;
  await rows(manager, progress, [sectionId, learnerIds]);
}

export async function readCircumstances(
  manager: EntityManager,
  { courseId, sectionId }: Pick<RegradeRow, 'courseId' | 'sectionId'>,
  learnerIds: readonly string[],
): Promise<(Circumstances & { learnerId: string })[]> {
  const found = await rows<CircumstancesRow>(
    manager,
    `SELECT learner.id AS "learnerId",
       ARRAY(SELECT section_id::text FROM progress
         WHERE learner_id = learner.id AND course_id = $2 AND passed_at IS NOT NULL) AS passed,
       ${newestHeld("'section:' || $3::text")} AS badge,
       ${newestHeld("'course:' || $2::text")} AS certificate
     FROM unnest($1::uuid[]) AS learner (id)`,
    [learnerIds, courseId, sectionId],
  );
  return found.map(({ badge, certificate, ...learner }) => ({
    ...learner,
    badge: badge === null ? 'nothing' : heldAs(badge),
    certificate: certificate === null ? 'nothing' : heldAs(certificate),
  }));
}

type HeldRow = Parameters<typeof heldAs>[0] | null;
type CircumstancesRow = Pick<Circumstances, 'passed'> & { learnerId: string; badge: HeldRow; certificate: HeldRow };

/** As `findHeld` of the credentials looks. */
function newestHeld(achievement: string): string {
  return `(SELECT json_build_object('status', status, 'statusCause', status_cause) FROM credential
         WHERE learner_id = learner.id AND achievement_id = ${achievement}
         ORDER BY status = 'revoked', issued_at DESC, status_changed_at DESC NULLS LAST, id LIMIT 1)`;
}

/** The live publication of a course, as far as it says what opens what. */
export function liveOutline(manager: EntityManager | DataSource, courseId: string): Promise<SectionOutline[]> {
  return rows(
    manager,
    `SELECT s.section_id::text AS "sectionId", s.title, s.is_required AS "isRequired",
       s.content -> 'prerequisites' AS prerequisites
     FROM course c JOIN published_section s ON s.course_id = c.course_id AND s.publication = c.live_publication
     WHERE c.course_id = $1 ORDER BY s.position, s.section_id`,
    [courseId],
  );
}

export interface Moved {
  readonly cursor: string;
  readonly done: number;
  readonly total: number;
  readonly counts: object;
}

/** Which counts move depends on what is at work. */
export async function moveOn(manager: EntityManager, job: RegradeRow, moved: Moved): Promise<void> {
  const column = job.state === 'previewing' ? 'preview_counts' : 'counts';
  await rows(
    manager,
    `UPDATE regrade SET cursor = $2, done = $3, total = $4, ${column} = $5, failures = 0, retry_at = NULL WHERE id = $1`,
    [job.id, moved.cursor, moved.done, moved.total, JSON.stringify(moved.counts)],
  );
}

/** A dry run leaves the walk ready to begin anew. */
export async function finishWalk(manager: EntityManager, job: RegradeRow, at: Date): Promise<void> {
  const sql =
    job.state === 'previewing'
      ? `UPDATE regrade SET state = 'previewed', previewed_at = $2, cursor = NULL, total = done WHERE id = $1`
      : `UPDATE regrade SET state = 'applied', applied_at = $2, total = done WHERE id = $1`;
  await rows(manager, sql, [job.id, at]);
}

export async function addCounts(manager: EntityManager, regradeId: string, counts: object): Promise<void> {
  await rows(manager, 'UPDATE regrade SET counts = $2 WHERE id = $1', [regradeId, JSON.stringify(counts)]);
}

/** True when that was one failure too many. */
export async function recordFailure(
  dataSource: DataSource,
  { id, failures }: RegradeRow,
  { now, failuresMax, failure }: { now: Date; failuresMax: number; failure: string },
): Promise<boolean> {
  const hasFailed = failures + 1 >= failuresMax;
  await rows(
    dataSource,
    `UPDATE regrade SET failures = $2::int, retry_at = $3::timestamptz + make_interval(secs => power(2, $2::int)),
       failure = CASE WHEN $4::boolean THEN $5 END, state = CASE WHEN $4::boolean THEN 'failed' ELSE state END
     WHERE id = $1 AND state IN ('previewing', 'applying')`,
    [id, failures + 1, now, hasFailed, failure],
  );
  return hasFailed;
}

/** Regrades that hold for this attempt's paper, in the order in which they were applied. */
export function regradesFor(
  manager: EntityManager,
  { attemptId, sectionId }: { attemptId: string; sectionId: string },
  { isLocked }: { isLocked: boolean },
): Promise<RegradeRow[]> {
  return rows(
    manager,
    `SELECT ${regradeColumns} FROM regrade r JOIN paper p ON p.attempt_id = $1
     WHERE r.section_id = $2 AND r.apply_started_at IS NOT NULL AND EXISTS (
       SELECT FROM jsonb_array_elements(p.places) AS place
       WHERE place ->> 'questionId' = r.question_id::text AND (place ->> 'version')::int = ANY (r.from_versions))
     ORDER BY r.apply_started_at, r.id ${isLocked ? 'FOR NO KEY UPDATE OF r' : ''}`,
    [attemptId, sectionId],
  );
}

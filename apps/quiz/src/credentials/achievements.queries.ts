import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import type { StatusPlace } from '../status-lists/status-list.js';
import type { Achievement, Standing, Status } from './achievement.js';
import type { EditionTimes, SignedEdition } from './signing.service.js';

/** The attempt whose grade is looked at. */
export interface Cause {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly courseId: string;
  readonly sectionId: string;
  readonly publication: number;
}

export interface StandingRow extends Standing {
  courseTitle: string;
  sectionTitle: string;
  passMark: number;
  /** What the section's grade is, of a hundred. */
  percent: number | null;
  /** How long the badge and the certificate hold; null: for ever. */
  badgeValidDays: number | null;
  certificateValidDays: number | null;
  /** Null until `auth` has announced the learner. */
  learnerName: string | null;
  email: string | null;
  /** The account is gone: nothing is issued any more. */
  isErased: boolean;
}

/** The newest credential of an achievement: the live one, if there is one. */
export interface HeldCredential {
  id: string;
  status: Status;
  statusCause: string | null;
  statusChangedAt: Date | null;
}

/** One decision about a learner's achievements at a time, also across replicas: never two badges, not even for a moment. */
export async function lockLearner(manager: EntityManager, learnerId: string): Promise<void> {
  await rows(manager, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7248))', [learnerId]);
}

export async function readStanding(manager: EntityManager, cause: Cause): Promise<StandingRow | null> {
  const [standing] = await rows<StandingRow>(
    manager,
    `SELECT c.title AS "courseTitle", s.title AS "sectionTitle",
       (s.content #>> '{policy,passMark}')::float8 AS "passMark",
       (SELECT round(percent, 2)::float8 FROM progress WHERE learner_id = $1 AND section_id = $4) AS percent,
       (s.content #>> '{policy,credentialValidDays}')::int AS "badgeValidDays",
       (SELECT (manifest ->> 'certificateValidDays')::int FROM publication
         WHERE course_id = c.course_id AND number = c.live_publication) AS "certificateValidDays",
       ARRAY(SELECT section_id::text FROM published_section
         WHERE course_id = c.course_id AND publication = c.live_publication AND is_required) AS required,
       ARRAY(SELECT section_id::text FROM progress
         WHERE learner_id = $1 AND course_id = c.course_id AND passed_at IS NOT NULL) AS passed,
       p.display_name AS "learnerName", p.email, coalesce(p.status = 'erased', false) AS "isErased"
     FROM published_section s
     JOIN course c USING (course_id)
     LEFT JOIN person p ON p.user_id = $1
     WHERE s.course_id = $2 AND s.publication = $3 AND s.section_id = $4`,
    [cause.learnerId, cause.courseId, cause.publication, cause.sectionId],
  );
  return standing ?? null;
}

export async function findHeld(
  manager: EntityManager,
  learnerId: string,
  achievementId: string,
): Promise<HeldCredential | null> {
  const [held] = await rows<HeldCredential>(
    manager,
    `SELECT id, status, status_cause AS "statusCause", status_changed_at AS "statusChangedAt" FROM credential
     WHERE learner_id = $1 AND achievement_id = $2
     ORDER BY status = 'revoked', issued_at DESC, status_changed_at DESC NULLS LAST, id LIMIT 1`,
    [learnerId, achievementId],
  );
  return held ?? null;
}

/** Sections of the course that the learner passed with an attempt that ended after this moment. */
export async function passedSince(
  manager: EntityManager,
  { learnerId, courseId }: Pick<Cause, 'learnerId' | 'courseId'>,
  since: Date,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    manager,
    `SELECT DISTINCT section_id AS id FROM attempt
     WHERE course_id = $2 AND learner_id = $1 AND purpose = 'exam' AND state = 'graded' AND has_passed AND ended_at > $3`,
    [learnerId, courseId, since],
  );
  return found.map(({ id }) => id);
}

export interface NewCredential {
  readonly id: string;
  readonly achievement: Achievement;
  readonly cause: Cause;
  readonly title: string;
  readonly courseTitle: string;
  readonly learnerName: string;
  readonly place: StatusPlace;
  readonly times: EditionTimes;
  readonly signed: SignedEdition;
}

export async function insertCredential(manager: EntityManager, credential: NewCredential): Promise<void> {
  const { achievement, cause, place, times, signed } = credential;
  await rows(
    manager,
    `INSERT INTO credential (id, learner_id, achievement_id, kind, course_id, section_id, attempt_id, title, course_title,
       learner_name, status, document, jwt, issued_at, awarded_at, expires_at, status_list, status_index, version,
       status_cause, status_changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'active', $11, $12, $13, $14, $15, $16, $17, 1, 'graded', $13)`,
    [
      credential.id,
      cause.learnerId,
      achievement.id,
      achievement.kind,
      achievement.courseId,
      achievement.sectionId,
      cause.attemptId,
      credential.title,
      credential.courseTitle,
      credential.learnerName,
      JSON.stringify(signed.document),
      signed.jwt,
      times.validFrom,
      times.awardedDate,
      times.validUntil,
      place.list,
      place.index,
    ],
  );
}

/** What its announcement tells of the credential. */
export interface ChangedRow {
  learnerId: string;
  achievementId: string;
  kind: Achievement['kind'];
  title: string;
  version: number;
}

/** A credential in good standing carries no reason. @throws RangeError when there is no such credential */
export async function setStatus(
  manager: EntityManager,
  credentialId: string,
  { status, reason, cause, at }: Pick<CredentialDecision, 'reason' | 'cause' | 'at'> & { status: Status },
): Promise<ChangedRow> {
  const [changed] = await rows<ChangedRow>(
    manager,
    `WITH changed AS (
       UPDATE credential SET status = $2, status_reason = $3, status_cause = $4, status_changed_at = $5, version = version + 1
       WHERE id = $1 RETURNING *)
     SELECT learner_id AS "learnerId", achievement_id AS "achievementId", kind, title, version FROM changed`,
    [credentialId, status, status === 'active' ? null : reason, cause, at],
  );
  if (changed === undefined) throw new RangeError(`There is no credential ${credentialId}.`);
  return changed;
}

/** What brings a decision about; `renewed` also where a renewal was lost. */
export type DecisionCause = 'graded' | 'voided' | 'regraded' | 'marked' | 'decided' | 'erased' | 'renewed';

export interface CredentialDecision {
  readonly decision: 'issued' | 'suspended' | 'kept' | 'reinstated' | 'revoked' | 'renewed';
  readonly reason: string;
  readonly cause: DecisionCause;
  /** The attempt or the regrade; null where a person decided. */
  readonly causeId: string | null;
  /** Who decided; missing where a rule did. */
  readonly actor?: string;
  readonly at: Date;
}

/** Keeping a credential twice for the same reason is one decision. */
export async function recordDecision(
  manager: EntityManager,
  credentialId: string,
  { decision, reason, cause, causeId, at, actor }: CredentialDecision,
): Promise<void> {
  await rows(
    manager,
    `INSERT INTO credential_change (credential_id, decision, reason, cause, cause_id, changed_at, actor)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [credentialId, decision, reason, cause, causeId, at, actor ?? null],
  );
}

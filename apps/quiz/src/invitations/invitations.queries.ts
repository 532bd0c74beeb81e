import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { InvitationState, Refused } from './invitation.js';

export interface InvitationRow {
  id: string;
  email: string;
  version: number;
  state: InvitationState;
  refusal: Refused | null;
  invitedBy: string;
  invitedByName: string | null;
  invitedAt: Date;
  sentAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

/** `$2` is now: what is past its end is shown as expired, whoever looks and whenever. */
const shown = `SELECT i.id, i.email, i.version, i.refusal, i.invited_by AS "invitedBy", p.display_name AS "invitedByName",
    i.invited_at AS "invitedAt", i.sent_at AS "sentAt", i.expires_at AS "expiresAt", i.ended_at AS "endedAt",
    CASE WHEN i.state = 'pending' AND i.expires_at <= $2 THEN 'expired' ELSE i.state END AS state
  FROM invitation i LEFT JOIN person p ON p.user_id = i.invited_by WHERE i.cohort_id = $1`;

export interface InvitationSelection {
  readonly now: Date;
  readonly state: InvitationState | 'all';
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Newest first. */
export async function listInvitations(
  dataSource: DataSource,
  cohortId: string,
  { now, state, after, limit }: InvitationSelection,
): Promise<InvitationRow[]> {
  return rows<InvitationRow>(
    dataSource,
    `SELECT * FROM (${shown}) found WHERE ($3 = 'all' OR state = $3)
       AND ($4::timestamptz IS NULL OR ("invitedAt", id) < ($4, $5::uuid))
     ORDER BY "invitedAt" DESC, id DESC LIMIT $6`,
    [cohortId, now, state, ...(after ?? [null, null]), limit],
  );
}

export async function findInvitation(
  manager: EntityManager,
  { cohortId, invitationId, now }: { cohortId: string; invitationId: string; now: Date },
): Promise<InvitationRow | null> {
  const [found] = await rows<InvitationRow>(manager, `${shown} AND i.id = $3`, [cohortId, now, invitationId]);
  return found ?? null;
}

export interface PendingRow {
  id: string;
  email: string;
  version: number;
  expiresAt: Date;
}

/** What is on its way to these addresses from this cohort, over or not. */
export async function pendingFor(
  manager: EntityManager,
  cohortId: string,
  emails: readonly string[],
): Promise<PendingRow[]> {
  return rows<PendingRow>(
    manager,
    `SELECT id, email, version, expires_at AS "expiresAt" FROM invitation
     WHERE cohort_id = $1 AND email = ANY ($2::text[]) AND state = 'pending'`,
    [cohortId, emails],
  );
}

export interface Sending {
  readonly cohortId: string;
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

export async function insertInvitations(
  manager: EntityManager,
  { cohortId, by, at, expiresAt }: Sending,
  given: readonly { readonly id: string; readonly email: string }[],
): Promise<void> {
  await rows(
    manager,
    `INSERT INTO invitation (id, cohort_id, email, version, state, invited_by, invited_at, sent_at, expires_at)
     SELECT id, $1, email, 1, 'pending', $2, $3, $3, $4 FROM jsonb_to_recordset($5::jsonb) AS g (id uuid, email text)`,
    [cohortId, by, at, expiresAt, JSON.stringify(given)],
  );
}

/** The next version of each; whoever sends it anew answers for it from now on. */
export async function resendInvitations(
  manager: EntityManager,
  { by, at, expiresAt }: Sending,
  ids: readonly string[],
): Promise<void> {
  await rows(
    manager,
    `UPDATE invitation SET version = version + 1, sent_at = $2, expires_at = $3, invited_by = $4
     WHERE id = ANY ($1::uuid[]) AND state = 'pending'`,
    [ids, at, expiresAt, by],
  );
}

/** How many invitations left this cohort, and this person's hands, since then. */
export async function sentSince(
  manager: EntityManager | DataSource,
  { cohortId, by, since }: { cohortId: string; by: string; since: Date },
): Promise<{ cohort: number; person: number }> {
  const sent = `SELECT count(*)::int FROM cohort_history WHERE act IN ('invited', 'invitation_resent') AND at > $3`;
  const [counted] = await rows<{ cohort: number; person: number }>(
    manager,
    `SELECT (${sent} AND cohort_id = $1) AS cohort, (${sent} AND actor_id = $2) AS person`,
    [cohortId, by, since],
  );
  return counted ?? { cohort: 0, person: 0 };
}

/** One sender in two cohorts at a time would be counted twice at the old figure. */
export async function lockSender(manager: EntityManager, by: string): Promise<void> {
  await rows(manager, `SELECT pg_advisory_xact_lock(hashtextextended('invitations of ' || $1, 0))`, [by]);
}

/** Few enough for the lock table however many addresses an import has. */
const addressBuckets = 64;

/**
 * An account may become known while its address is being invited. Whoever looks for accounts takes these locks shared and
 * before any other lock, whoever makes one known takes its one alone: one of the two always sees the other.
 */
export async function lockAddresses(
  manager: EntityManager,
  emails: readonly string[],
  mode: 'shared' | 'alone',
): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await rows(
    manager,
    `SELECT ${lock}(7247002, bucket) FROM (SELECT DISTINCT mod(abs(hashtext(e)::bigint), $2)::int AS bucket
     FROM unnest($1::text[]) AS e ORDER BY 1) buckets`,
    [emails, addressBuckets],
  );
}

export interface EndedRow {
  id: string;
  version: number;
  learnerId: string | null;
}

type Ending = { readonly state: 'accepted' | 'withdrawn' | 'refused'; readonly refusal?: Refused; readonly at: Date };

/** TypeORM answers an UPDATE with more than its rows, so each is read through a WITH. */
const ended = (which: string) => `WITH ended AS (
    UPDATE invitation i SET state = $2, refusal = $3, ended_at = $4, version = i.version + 1, ${which}
    RETURNING i.id, i.version, i.learner_id AS "learnerId")
  SELECT * FROM ended`;

/** Null when it had ended before. */
export async function endInvitation(
  manager: EntityManager,
  invitationId: string,
  { state, refusal, at, learnerId = null }: Ending & { learnerId?: string | null },
): Promise<EndedRow | null> {
  const sql = ended(`learner_id = $5 WHERE i.id = $1 AND i.state = 'pending'`);
  const [found] = await rows<EndedRow>(manager, sql, [invitationId, state, refusal ?? null, at, learnerId]);
  return found ?? null;
}

export function endAllOf(manager: EntityManager, cohortId: string, at: Date): Promise<EndedRow[]> {
  const sql = ended(`learner_id = NULL WHERE i.cohort_id = $1 AND i.state = 'pending'`);
  return rows<EndedRow>(manager, sql, [cohortId, 'withdrawn', null, at]);
}

/** Of people who are in the cohort now, by whatever way they came. */
export function endForPeople(
  manager: EntityManager,
  cohortId: string,
  { learnerIds, at }: { learnerIds: readonly string[]; at: Date },
): Promise<EndedRow[]> {
  const sql = ended(`learner_id = p.user_id FROM person p
    WHERE i.cohort_id = $1 AND i.state = 'pending' AND p.user_id = ANY ($5::uuid[]) AND i.email = lower(p.email)`);
  return rows<EndedRow>(manager, sql, [cohortId, 'accepted', null, at, learnerIds]);
}

export interface DueInvitationRow {
  id: string;
  cohortId: string;
  invitedBy: string;
}

/** What waits for this address in any cohort and is not over, in the order in which cohorts are locked. */
export function waitingFor(
  manager: EntityManager,
  { email, now, limit }: { email: string; now: Date; limit: number },
): Promise<DueInvitationRow[]> {
  return rows<DueInvitationRow>(
    manager,
    `SELECT id, cohort_id AS "cohortId", invited_by AS "invitedBy" FROM invitation
     WHERE email = $1 AND state = 'pending' AND expires_at > $2 ORDER BY cohort_id LIMIT $3`,
    [email, now, limit],
  );
}

/** Whether whoever invited may still do so. That they teach this very cohort is not asked: classes change hands. */
export async function mayStillInvite(manager: EntityManager, userId: string): Promise<boolean> {
  const sql = `SELECT 1 FROM person WHERE user_id = $1 AND status = 'active' AND roles && '{instructor,admin}'`;
  return (await rows(manager, sql, [userId])).length > 0;
}

/** Expired, withdrawn and refused ones that ended before; how many, at most `limit`. The history keeps that they were, without an address. */
export async function deleteOver(dataSource: DataSource, before: Date, limit: number): Promise<number> {
  const sql = `WITH gone AS (
      DELETE FROM invitation WHERE id IN (
        SELECT id FROM invitation WHERE state <> 'accepted' AND coalesce(ended_at, expires_at) < $1 LIMIT $2
        FOR UPDATE SKIP LOCKED)
      RETURNING 1)
    SELECT count(*)::int AS count FROM gone`;
  const [counted] = await rows<{ count: number }>(dataSource, sql, [before, limit]);
  return counted?.count ?? 0;
}

/** Of an erased person nothing stays that names them. */
export async function forgetAddresses(manager: EntityManager, learnerId: string): Promise<void> {
  await rows(manager, `UPDATE invitation SET email = '' WHERE learner_id = $1 AND state <> 'pending'`, [learnerId]);
}

/** What the message says beside the cohort's name. */
export async function wordsFor(
  manager: EntityManager,
  { cohortId, by }: { cohortId: string; by: string },
): Promise<{ courseTitle: string; invitedByName: string }> {
  const [found] = await rows<{ courseTitle: string; invitedByName: string }>(
    manager,
    `SELECT coalesce(k.title, '') AS "courseTitle",
       coalesce((SELECT display_name FROM person WHERE user_id = $2), '') AS "invitedByName"
     FROM cohort c LEFT JOIN course k ON k.course_id = c.course_id WHERE c.id = $1`,
    [cohortId, by],
  );
  return found ?? { courseTitle: '', invitedByName: '' };
}

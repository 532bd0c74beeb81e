import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** The address that the account had until now; null where nothing was known of it, or it is erased already. */
export async function addressOf(manager: EntityManager, userId: string): Promise<string | null> {
  const sql = `SELECT email FROM person WHERE user_id = $1 AND status <> 'erased' FOR UPDATE`;
  const [person] = await rows<{ email: string }>(manager, sql, [userId]);
  return person?.email ?? null;
}

/**
 * What is left of a person: the id, and that it is erased, so that an older event of the account brings nobody back. False when a
 * repeat or later news were here before. Tokens have whole seconds: one of the very second is refused too.
 */
export async function blankPerson(
  manager: EntityManager,
  { userId, version, at }: { userId: string; version: number; at: Date },
): Promise<boolean> {
  const blanked = await rows(
    manager,
    `INSERT INTO person (user_id, version, email, display_name, roles, status, tokens_valid_from, changed_at)
     VALUES ($1, $2, '', '', '{}', 'erased', $3::timestamptz + interval '1 second', $3)
     ON CONFLICT (user_id) DO UPDATE SET
       version = excluded.version, email = '', display_name = '', roles = '{}', status = 'erased',
       tokens_valid_from = excluded.tokens_valid_from, changed_at = excluded.changed_at
     WHERE excluded.version > person.version RETURNING user_id`,
    [userId, version, at],
  );
  return blanked.length > 0;
}

/**
 * What the person wrote and what was written to them. Attempts, grades and answers stay under an id that names nobody: figures of
 * others rest on them.
 */
export async function removeWords(manager: EntityManager, learnerId: string): Promise<void> {
  const own = 'attempt_id IN (SELECT id FROM attempt WHERE learner_id = $1)';
  await rows(manager, `UPDATE challenge SET text = 'Removed.', reply = left(reply, 0) WHERE learner_id = $1`, [
    learnerId,
  ]);
  await rows(manager, `UPDATE mark SET comment = NULL WHERE comment IS NOT NULL AND ${own}`, [learnerId]);
  await rows(manager, 'DELETE FROM accommodation WHERE learner_id = $1', [learnerId]);
  await rows(manager, 'DELETE FROM practice_session WHERE learner_id = $1', [learnerId]);
}

/** Answers kept for repeats of requests, messages put aside, and invitations on their way. */
export async function removeTraces(
  manager: EntityManager,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  const pattern = `%${JSON.stringify(email)
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&')}%`;
  const answers = `DELETE FROM idempotency_key WHERE caller = $1 OR ($2 <> '' AND body::text ILIKE $3)`;
  await rows(manager, answers, [userId, email, pattern]);
  await rows(manager, `DELETE FROM parked_message WHERE topic = 'auth.users' AND key = $1`, [userId]);
  if (email === '') return;
  await rows(manager, `UPDATE invitation SET email = '' WHERE lower(email) = lower($1) AND state <> 'pending'`, [
    email,
  ]);
  const sent = `DELETE FROM outbox WHERE published_at IS NOT NULL AND topic = 'quiz.cohorts'
    AND lower(data ->> 'email') = lower($1)`;
  await rows(manager, sent, [email]);
}

export function pendingInvitations(manager: EntityManager, email: string): Promise<{ id: string; cohortId: string }[]> {
  return rows(
    manager,
    `SELECT id, cohort_id AS "cohortId" FROM invitation WHERE lower(email) = lower($1) AND state = 'pending' ORDER BY id`,
    [email],
  );
}

/** Those that are not revoked. */
export async function liveCredentials(manager: EntityManager, learnerId: string): Promise<string[]> {
  const live = await rows<{ id: string }>(
    manager,
    `SELECT id FROM credential WHERE learner_id = $1 AND status <> 'revoked' ORDER BY id`,
    [learnerId],
  );
  return live.map(({ id }) => id);
}

/** Nobody is named any more; what is signed names nobody, but goes too where its holder wants nothing to be left of it. */
export async function stripCredentials(
  manager: EntityManager,
  learnerId: string,
  { keepsDocuments }: { keepsDocuments: boolean },
): Promise<void> {
  await rows(
    manager,
    `UPDATE credential SET learner_name = '', shows_name = false,
       document = CASE WHEN $2 THEN document ELSE '{}' END, jwt = CASE WHEN $2 THEN jwt END
     WHERE learner_id = $1`,
    [learnerId, keepsDocuments],
  );
}

export async function leaveTeaching(manager: EntityManager, userId: string): Promise<string[]> {
  const left = await rows<{ cohortId: string }>(
    manager,
    `WITH gone AS (DELETE FROM cohort_instructor WHERE instructor_id = $1 RETURNING cohort_id),
     changed AS (UPDATE cohort SET version = version + 1 WHERE id IN (SELECT cohort_id FROM gone) RETURNING id)
     SELECT id AS "cohortId" FROM changed ORDER BY id`,
    [userId],
  );
  return left.map(({ cohortId }) => cohortId);
}

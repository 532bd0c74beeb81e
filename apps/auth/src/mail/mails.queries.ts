import { prepared, rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { MailKind, MailState } from './mail.js';

export interface MailRow {
  id: string;
  kind: MailKind;
  recipient: string;
  subject: string;
  body: Buffer | null;
  state: MailState;
  attempts: number;
  last_error: string | null;
  created_at: Date;
  due_at: Date;
  useless_at: Date | null;
  settled_at: Date | null;
}

/** What a list shows: everything but the sealed words. */
const listed =
  'id, kind, recipient, subject, state, attempts, last_error, created_at, due_at, useless_at, settled_at, NULL::bytea AS body';

export function listMails(
  source: DataSource,
  { state, after, limit }: { state: MailState | null; after: [string, string] | null; limit: number },
): Promise<MailRow[]> {
  return rows<MailRow>(
    source,
    `SELECT ${listed} FROM mail
     WHERE ($1::text IS NULL OR state = $1) AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', created_at), id) < ($2, $3::uuid))
     ORDER BY date_trunc('milliseconds', created_at) DESC, id DESC LIMIT $4`,
    [state, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export function findMail(source: DataSource | EntityManager, id: string): Promise<MailRow[]> {
  return rows<MailRow>(source, 'SELECT * FROM mail WHERE id = $1', [id]);
}

/**
 * Takes messages that are due for one attempt each: now, until when they are ours, how many. Other replicas leave them alone
 * for as long as an attempt can take; counted before the attempt, so that a message which kills the process is given up too.
 */
export const claimDue = prepared<MailRow>(
  'auth.claim-mail',
  `UPDATE mail SET attempts = attempts + 1, due_at = $2
   WHERE id IN (
     SELECT id FROM mail WHERE state = 'queued' AND due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
   RETURNING *`,
);

/** Sent or given up: what it said is forgotten. */
export async function settleMail(
  source: DataSource,
  { id, state, error, at }: { id: string; state: 'sent' | 'failed'; error: string | null; at: Date },
): Promise<void> {
  await source.query(
    `UPDATE mail SET state = $2, last_error = $3, settled_at = $4, body = CASE WHEN $2 = 'sent' OR useless_at <= $4 THEN NULL ELSE body END
     WHERE id = $1 AND state = 'queued'`,
    [id, state, error, at],
  );
}

export async function postpone(source: DataSource, id: string, { dueAt, error }: { dueAt: Date; error: string }) {
  await source.query(`UPDATE mail SET due_at = $2, last_error = $3 WHERE id = $1 AND state = 'queued'`, [
    id,
    dueAt,
    error,
  ]);
}

/** Back into the queue, with all its attempts ahead; none when it is not there, or holds nothing to send any more. */
export const requeue = prepared<MailRow>(
  'auth.requeue-mail',
  `UPDATE mail SET state = 'queued', attempts = 0, due_at = $2, settled_at = NULL
   WHERE id = $1 AND state IN ('failed', 'kept') AND body IS NOT NULL AND (useless_at IS NULL OR useless_at > $2)
   RETURNING *`,
);

/** The words of messages whose link has ended. */
export const forgetUseless = prepared<{ id: string }>(
  'auth.forget-useless-mail',
  `UPDATE mail SET body = NULL WHERE id IN (
     SELECT id FROM mail WHERE state <> 'queued' AND body IS NOT NULL AND useless_at <= $1 LIMIT $2) RETURNING id`,
);

/** Messages from before a moment that wait for nobody. */
export const deleteOld = prepared<{ id: string }>(
  'auth.delete-old-mail',
  `DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE state <> 'queued' AND created_at < $1 LIMIT $2) RETURNING id`,
);

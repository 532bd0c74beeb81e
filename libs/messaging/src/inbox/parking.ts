import type { DataSource, EntityManager } from 'typeorm';

import type { BrokerMessage } from '../brokers/broker.js';
import { storable, storableHeaders, type IncomingEvent } from '../envelope.js';
import type { Park, ParkReason } from './failures.js';

type Database = DataSource | EntityManager;

export interface ParkedSummary {
  readonly id: string;
  readonly group: string;
  readonly eventId: string;
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  readonly reason: ParkReason;
  readonly detail: string;
  readonly parkedAt: Date;
  readonly isRequeued: boolean;
}

export interface ParkedMessage extends ParkedSummary {
  readonly message: BrokerMessage;
}

/** Which parked messages: by number, by group, by reason, or all. */
export interface ParkedFilter {
  readonly id?: string;
  readonly group?: string;
  readonly reason?: string;
}

const summary = `id, consumer_group AS "group", event_id AS "eventId", topic, type, key, reason, detail,
  parked_at AS "parkedAt", requeued_at IS NOT NULL AS "isRequeued"`;
const matching = `($1::bigint IS NULL OR id = $1) AND ($2::text IS NULL OR consumer_group = $2)
  AND ($3::text IS NULL OR reason = $3)`;

/** Sets a message aside, whole, where people see it. Parking what is parked already renews its reason. */
export async function park(db: Database, group: string, incoming: IncomingEvent, why: Park): Promise<void> {
  const { id, topic, type, key, message } = incoming;
  await db.query(
    `INSERT INTO parked_message (consumer_group, event_id, topic, type, key, headers, value, reason, detail)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9)
     ON CONFLICT (consumer_group, event_id) DO UPDATE
       SET reason = excluded.reason, detail = excluded.detail, requeued_at = NULL`,
    [
      ...[group, id, topic, type, key, JSON.stringify(storableHeaders(message.headers)), message.value],
      ...[why.reason, storable(why.detail, 2_000)],
    ],
  );
}

/** Newest first. */
export function listParked(db: Database, filter: ParkedFilter = {}, limit = 100): Promise<ParkedSummary[]> {
  return db.query(`SELECT ${summary} FROM parked_message WHERE ${matching} ORDER BY id DESC LIMIT $4`, [
    ...valuesOf(filter),
    limit,
  ]);
}

export async function showParked(db: Database, id: string): Promise<ParkedMessage | null> {
  const [row] = await db.query(`SELECT ${summary}, headers, value FROM parked_message WHERE id = $1`, [id]);
  return row ? withMessage(row) : null;
}

/**
 * Gives parked messages another chance under the same id: the running service takes them up within a second, and its
 * inbox sees to it that an effect which did happen does not happen twice. Returns how many.
 */
export async function requeueParked(db: Database, filter: ParkedFilter): Promise<number> {
  const [{ count }] = await db.query(
    `WITH chosen AS (
       UPDATE parked_message SET requeued_at = clock_timestamp() WHERE ${matching} RETURNING consumer_group, event_id),
     forgiven AS (
       DELETE FROM message_attempt WHERE (consumer_group, event_id) IN (SELECT * FROM chosen) RETURNING 1)
     SELECT count(*)::int AS count FROM chosen`,
    valuesOf(filter),
  );
  return count;
}

/** Gives parked messages up for good: claimed as if done, so that a replay of the topic does not bring them back. */
export async function dropParked(db: Database, filter: ParkedFilter): Promise<number> {
  const [{ count }] = await db.query(
    `WITH chosen AS (DELETE FROM parked_message WHERE ${matching} RETURNING consumer_group, event_id, topic),
     forgotten AS (
       DELETE FROM message_attempt
       WHERE (consumer_group, event_id) IN (SELECT consumer_group, event_id FROM chosen)),
     claimed AS (
       INSERT INTO inbox (consumer_group, event_id, topic) SELECT * FROM chosen ON CONFLICT DO NOTHING RETURNING 1)
     SELECT count(*)::int AS count FROM chosen`,
    valuesOf(filter),
  );
  return count;
}

/** Parked messages per group and reason, for a gauge. */
export function countParked(db: Database): Promise<{ group: string; reason: string; count: number }[]> {
  return db.query(
    `SELECT consumer_group AS "group", reason, count(*)::int AS count FROM parked_message GROUP BY 1, 2 ORDER BY 1, 2`,
  );
}

/** What the service itself takes up again. */
export async function readRequeued(db: Database, group: string): Promise<ParkedMessage[]> {
  const rows: StoredMessage[] = await db.query(
    `SELECT ${summary}, headers, value FROM parked_message
     WHERE consumer_group = $1 AND requeued_at IS NOT NULL ORDER BY id LIMIT 100`,
    [group],
  );
  return rows.map(withMessage);
}

/** After a requeued message was taken up: parked again it waits for people, otherwise it is gone. */
export async function settleRequeued(db: Database, id: string, isParkedAgain: boolean): Promise<void> {
  const sql = isParkedAgain
    ? 'UPDATE parked_message SET requeued_at = NULL WHERE id = $1'
    : 'DELETE FROM parked_message WHERE id = $1';
  await db.query(sql, [id]);
}

interface StoredMessage extends ParkedSummary {
  readonly headers: Record<string, string>;
  readonly value: Buffer | null;
}

function withMessage({ headers, value, ...rest }: StoredMessage): ParkedMessage {
  return { ...rest, message: { topic: rest.topic, key: rest.key, headers, value } };
}

function valuesOf({ id, group, reason }: ParkedFilter): unknown[] {
  return [id ?? null, group ?? null, reason ?? null];
}

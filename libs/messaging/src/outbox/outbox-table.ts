import type { DataSource } from 'typeorm';

import type { OutgoingEvent } from '../envelope.js';

/** Whatever runs SQL: the relay's own connection, or a pool. */
export interface Queryable {
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

interface Row {
  readonly id: string;
  readonly event_id: string;
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  readonly data: unknown;
  readonly traceparent: string | null;
  readonly occurred_at: Date;
}

export interface OutboxEntry extends OutgoingEvent {
  /** Grows in commit order per key; a bigint as text. */
  readonly id: string;
}

export interface OutboxFigures {
  /** Committed events that are not on the broker yet; counted up to 100,000. */
  readonly depth: number;
  readonly oldestAgeSeconds: number;
  /** Age of the oldest writing transaction of this database: its rows are not visible to the relay yet. */
  readonly oldestWriterAgeSeconds: number;
}

const columns = 'id, event_id, topic, type, key, data, traceparent, occurred_at';

/**
 * The next events to publish. By flag, never by position: ids are drawn before transactions commit, so a reader that
 * remembers how far it came would pass over rows that become visible late.
 */
export async function readUnpublished(db: Queryable, limit: number): Promise<OutboxEntry[]> {
  const { rows } = await db.query(`SELECT ${columns} FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT $1`, [
    limit,
  ]);
  return rows.map((row) => entryOf(row as Row));
}

export async function markPublished(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.query('UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY($1::bigint[])', [ids]);
}

/** Everything the outbox still holds of a topic, published or not, for a reader that starts from nothing. */
export async function readHistory(
  db: Queryable,
  topic: string,
  { afterId, limit }: { afterId: string; limit: number },
): Promise<OutboxEntry[]> {
  const { rows } = await db.query(
    `SELECT ${columns} FROM outbox WHERE topic = $1 AND id > $2::bigint ORDER BY id LIMIT $3`,
    [topic, afterId, limit],
  );
  return rows.map((row) => entryOf(row as Row));
}

export async function outboxFigures(db: Queryable): Promise<OutboxFigures> {
  const { rows } = await db.query(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT 100000) AS waiting) AS depth,
       coalesce((SELECT extract(epoch FROM clock_timestamp() - occurred_at) FROM outbox
         WHERE published_at IS NULL ORDER BY id LIMIT 1), 0) AS oldest_age,
       coalesce((SELECT max(extract(epoch FROM clock_timestamp() - xact_start)) FROM pg_stat_activity
         WHERE datname = current_database() AND backend_xid IS NOT NULL), 0) AS oldest_writer_age`,
    [],
  );
  const [row] = rows as { depth: string; oldest_age: string; oldest_writer_age: string }[];
  return {
    depth: Number(row?.depth),
    oldestAgeSeconds: Number(row?.oldest_age),
    oldestWriterAgeSeconds: Number(row?.oldest_writer_age),
  };
}

function entryOf(row: Row): OutboxEntry {
  const { id, topic, type, key, data, traceparent } = row;
  return { id, eventId: row.event_id, topic, type, key, data, traceparent, occurredAt: row.occurred_at };
}

/** A pool as the functions above want it. */
export function poolOf(dataSource: DataSource): Queryable {
  return { query: async (sql, values) => ({ rows: await dataSource.query(sql, values) }) };
}

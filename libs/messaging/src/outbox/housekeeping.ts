import { topics, type ServiceName, type TopicPromise } from '#libs/contracts';

import type { Queryable } from './outbox-table.js';

const batch = 1_000;
const batchesPerTurn = 20;

/** Published rows stay a day: a broker that lost what it acknowledged can be given it again. */
const publishedKeptHours = 24;
/** Longer than any finite retention of a topic, so that a replay of the whole topic still finds its claims. */
const inboxKeptDays = 35;

/**
 * Deletes what is no longer needed, in small batches so that nothing waits for it. Kept for replay: all rows of topics
 * with unlimited retention, and of compacted topics the newest row per key. Returns how many rows went.
 */
export async function tidy(db: Queryable, service: ServiceName): Promise<number> {
  let gone = 0;
  for (const [topic, promise] of Object.entries<TopicPromise>(topics)) {
    if (promise.owner !== service || promise.retentionMs === -1) continue;
    gone += await inBatches(db, promise.cleanup === 'compact' ? supersededRows : publishedRows, topic);
  }
  for (const [topic, promise] of Object.entries<TopicPromise>(topics)) {
    // A topic that is kept for ever can be replayed for ever; its claims are few.
    if (promise.cleanup === 'delete' && promise.retentionMs !== -1) gone += await inBatches(db, oldClaims, topic);
  }
  return gone;
}

const publishedRows = `
  DELETE FROM outbox WHERE id IN (
    SELECT id FROM outbox
    WHERE topic = $1 AND published_at < clock_timestamp() - interval '${publishedKeptHours} hours'
    ORDER BY id LIMIT ${batch})
  RETURNING 1`;

const supersededRows = `
  DELETE FROM outbox WHERE id IN (
    SELECT id FROM (
      SELECT id, published_at, row_number() OVER (PARTITION BY key ORDER BY id DESC) AS recency
      FROM outbox WHERE topic = $1) AS history
    WHERE recency > 1 AND published_at < clock_timestamp() - interval '${publishedKeptHours} hours'
    LIMIT ${batch})
  RETURNING 1`;

const oldClaims = `
  DELETE FROM inbox WHERE (consumer_group, event_id) IN (
    SELECT consumer_group, event_id FROM inbox
    WHERE topic = $1 AND done_at < clock_timestamp() - interval '${inboxKeptDays} days'
    LIMIT ${batch})
  RETURNING 1`;

async function inBatches(db: Queryable, sql: string, topic: string): Promise<number> {
  let gone = 0;
  for (let turn = 0; turn < batchesPerTurn; turn += 1) {
    const { rows } = await db.query(sql, [topic]);
    gone += rows.length;
    if (rows.length < batch) break;
  }
  return gone;
}

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { AttemptVoided } from '#libs/contracts';
import { createTestDatabase, eventually, type TestDatabase } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';

import { voided } from '../../test/events.js';
import { RecordingBroker } from '../../test/recording-broker.js';
import { CreateMessagingTables } from '../create-messaging-tables.js';
import { silentLog } from '../log.js';
import { tidy } from './housekeeping.js';
import { Outbox } from './outbox.js';
import { outboxFigures, poolOf } from './outbox-table.js';
import { Relay } from './relay.js';

const outbox = new Outbox();
let database: TestDatabase;
let broker: RecordingBroker;
let relay: Relay;

beforeEach(async () => {
  database = await createTestDatabase({ migrations: [CreateMessagingTables], poolMax: 20 });
  broker = new RecordingBroker();
  relay = newRelay();
});

afterEach(async () => {
  await relay.stop();
  await database.drop();
});

function newRelay(): Relay {
  return new Relay({ service: 'quiz', dataSource: database.dataSource, broker, log: silentLog });
}

/** A transaction that the test commits when it likes. */
async function begin(): Promise<QueryRunner> {
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  return runner;
}

async function commit(runner: QueryRunner): Promise<void> {
  await runner.commitTransaction();
  await runner.release();
}

function announce(runner: QueryRunner, key: string, reason: string): Promise<void> {
  return outbox.add(runner.manager, AttemptVoided, voided(key, reason));
}

describe('the order of events', () => {
  it('of transactions that commit out of the order of their ids costs no event', async () => {
    const [early, late] = [await begin(), await begin()];
    await announce(early, randomUUID(), 'early');
    await announce(late, randomUUID(), 'late');
    const broken = new RelayByCursor();

    await commit(late);
    await relay.drain();
    await broken.turn();
    await commit(early);
    await relay.drain();
    await broken.turn();

    expect(broker.reasons()).toEqual(['late', 'early']);
    // What a relay that remembers how far it came would have sent: the reason for the flag.
    expect(broken.reasons).toEqual(['late']);
  });

  it('of one key is the order of commits: the second writer waits for the first', async () => {
    const key = randomUUID();
    const [first, second] = [await begin(), await begin()];
    await announce(first, key, 'first');
    const adding = announce(second, key, 'second');
    await eventually(async () => (await waitingLocks()) === 1);

    await commit(first);
    await adding;
    await commit(second);
    await relay.drain();

    expect(broker.reasons(key)).toEqual(['first', 'second']);
  });

  it('of one key would be wrong without the lock', async () => {
    const key = randomUUID();
    const [first, second] = [await begin(), await begin()];
    const insert = "INSERT INTO outbox (topic, type, key, data) VALUES ('quiz.attempts', 'X.v1', $1, $2)";
    await first.query(insert, [key, { reason: 'first' }]);
    await second.query(insert, [key, { reason: 'second' }]);

    await commit(second);
    await relay.drain();
    await commit(first);
    await relay.drain();

    expect(broker.reasons(key)).toEqual(['second', 'first']);
  });

  it('holds under eight writers that share keys and commit when they like', async () => {
    await database.dataSource.query(
      'CREATE TABLE ledger (seq bigint GENERATED ALWAYS AS IDENTITY, key text, reason text)',
    );
    const keys = Array.from({ length: 6 }, () => randomUUID());
    relay.start();
    const perWriter = 60;
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let turn = 0; turn < perWriter; turn += 1) await write(keys[(writer + turn) % keys.length]!, writer, turn); // in range
      }),
    );
    await eventually(() => broker.reasons().length === 8 * perWriter);

    for (const key of keys) {
      const ledger = await database.dataSource.query('SELECT reason FROM ledger WHERE key = $1 ORDER BY seq', [key]);
      expect(broker.reasons(key)).toEqual(ledger.map((row: { reason: string }) => row.reason));
    }
  });

  it('of other keys does not wait for a writer that stays open', async () => {
    const open = await begin();
    await announce(open, randomUUID(), 'open');
    await database.dataSource.transaction((manager) =>
      outbox.add(manager, AttemptVoided, voided(randomUUID(), 'quick')),
    );

    await relay.drain();

    expect(broker.reasons()).toEqual(['quick']);
    expect((await outboxFigures(poolOf(database.dataSource))).oldestWriterAgeSeconds).toBeGreaterThan(0);
    await commit(open);
  });
});

/** Each transaction notes its place in the key's order while it holds the key's lock, then dawdles before it commits. */
async function write(key: string, writer: number, turn: number): Promise<void> {
  const reason = `${writer}/${turn}`;
  await database.dataSource.transaction(async (manager) => {
    await outbox.add(manager, AttemptVoided, voided(key, reason));
    await manager.query('INSERT INTO ledger (key, reason) VALUES ($1, $2)', [key, reason]);
    await delay(Math.random() * 8);
  });
}

async function waitingLocks(): Promise<number> {
  const [row] = await database.dataSource.query(
    `SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return row.waiting;
}

/** Deliberately broken: it reads on from the last id it saw. */
class RelayByCursor {
  readonly reasons: string[] = [];
  private cursor = '0';

  async turn(): Promise<void> {
    const rows = await database.dataSource.query('SELECT id, data FROM outbox WHERE id > $1 ORDER BY id', [
      this.cursor,
    ]);
    for (const { id, data } of rows) {
      this.reasons.push(data.reason);
      this.cursor = id;
    }
  }
}

describe('a relay', () => {
  it('keeps events while the broker refuses, and sends them when it takes them again', async () => {
    broker.failure = new Error('away');
    relay.start();
    await database.dataSource.transaction((manager) =>
      outbox.add(manager, AttemptVoided, voided(randomUUID(), 'kept')),
    );
    await eventually(() => relay.figures().errors > 1);
    expect(await outboxFigures(poolOf(database.dataSource))).toMatchObject({ depth: 1 });

    broker.failure = null;

    await eventually(() => broker.reasons().length === 1);
    await eventually(async () => (await outboxFigures(poolOf(database.dataSource))).depth === 0);
  });

  it('is alone: another one waits, and takes over when the first loses its connection', async () => {
    const other = newRelay();
    try {
      relay.start();
      await eventually(() => relay.figures().isActive);
      other.start();
      await delay(100);
      expect(other.figures().isActive).toBe(false);

      await relay.stop();
      await eventually(() => other.figures().isActive, { withinMs: 5_000 });

      await database.dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'waymark-relay' AND datname = current_database()`,
      );
      await database.dataSource.transaction((manager) =>
        outbox.add(manager, AttemptVoided, voided(randomUUID(), 'after the cut')),
      );
      await eventually(() => broker.reasons().includes('after the cut'), { withinMs: 5_000 });
    } finally {
      await other.stop();
    }
  });

  it('carries the envelope: id, source, type, time, trace', async () => {
    await database.dataSource.transaction((manager) =>
      outbox.add(manager, AttemptVoided, voided(randomUUID(), 'traced'), '00-abc'),
    );
    await relay.drain();

    expect(broker.published[0]?.headers).toEqual({
      ce_specversion: '1.0',
      ce_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ce_source: 'urn:waymark:quiz',
      ce_type: 'AttemptVoided.v1',
      ce_time: expect.stringMatching(/^\d{4}-.*Z$/),
      'content-type': 'application/json',
      traceparent: '00-abc',
    });
  });
});

describe('housekeeping', () => {
  it('deletes published rows after a day, but keeps what a new reader must be given', async () => {
    await database.dataSource.query(
      `INSERT INTO outbox (topic, type, key, data, published_at) SELECT topic, 'X.v1', key, '{}', published_at FROM (VALUES
         ('quiz.attempts', 'old', now() - interval '25 hours'),
         ('quiz.attempts', 'young', now() - interval '1 hour'),
         ('quiz.attempts', 'unpublished', NULL::timestamptz),
         ('content.courses', 'for ever', now() - interval '400 days'),
         ('auth.users', 'someone', now() - interval '400 days'),
         ('auth.users', 'someone', now() - interval '300 days')) AS t (topic, key, published_at)`,
    );
    for (const service of ['quiz', 'content', 'auth'] as const) await tidy(poolOf(database.dataSource), service);

    const keys = await database.dataSource.query('SELECT key FROM outbox ORDER BY id');
    expect(keys.map((row: { key: string }) => row.key)).toEqual(['young', 'unpublished', 'for ever', 'someone']);
  });
});

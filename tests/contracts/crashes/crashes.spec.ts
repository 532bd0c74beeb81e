import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { AttemptVoided } from '#libs/contracts';
import { createTopics, CreateMessagingTables, Outbox } from '#libs/messaging';
import { createTestDatabase, describeWithKafka, eventually, type TestDatabase, uniqueName } from '#libs/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

const root = process.cwd();
const outbox = new Outbox();
const keys = Array.from({ length: 8 }, () => randomUUID());
const versionsPerKey = 60;
/** How long each life of the process lasts: from before it has connected to well into its work. */
const livesMs = [150, 400, 600, 800, 500, 900, 700, 1_000];

let owner: TestDatabase;
let reader: TestDatabase;
let courseId: string;
const log = { debug() {}, info() {}, warn() {}, error() {} };

beforeEach(async () => {
  courseId = randomUUID();
  const migrations = [CreateMessagingTables];
  [owner, reader] = await Promise.all([createTestDatabase({ migrations }), createTestDatabase({ migrations })]);
  await reader.dataSource.query(
    'CREATE TABLE effect (seq bigint GENERATED ALWAYS AS IDENTITY, key uuid, version integer)',
  );
});

afterEach(() => Promise.all([owner.drop(), reader.drop()]));

async function announce(key: string, version: number): Promise<void> {
  const ids = { attemptId: key, learnerId: courseId, courseId, sectionId: courseId, voidedBy: courseId };
  await owner.dataSource.transaction((manager) =>
    outbox.add(manager, AttemptVoided, {
      ...ids,
      version,
      publication: 1,
      reason: 'crash',
      voidedAt: '2026-11-20T09:30:00.000Z',
    }),
  );
}

/** Writers go on whatever happens to the process that carries and receives. */
async function writeAll(): Promise<void> {
  for (let version = 1; version <= versionsPerKey; version += 1) {
    await Promise.all(keys.map((key) => announce(key, version)));
    await delay(40);
  }
}

async function run(lifeMs: number, victimArguments: readonly string[]): Promise<void> {
  const victim = fork(join(root, 'dist/tests/contracts/crashes/victim.js'), [...victimArguments], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => victim.once('exit', () => resolve()));
  const started = new Promise<void>((resolve) => victim.once('message', () => resolve()));
  try {
    await Promise.race([started, ended]);
    if (Number.isFinite(lifeMs)) await delay(lifeMs);
    else await everythingArrived();
  } finally {
    victim.kill('SIGKILL');
    await ended;
  }
}

async function everythingArrived(): Promise<void> {
  const wanted = keys.length * versionsPerKey;
  await eventually(
    async () => {
      const [row] = await reader.dataSource.query('SELECT count(*)::int AS arrived FROM effect');
      expect(row.arrived).toBe(wanted);
    },
    { withinMs: 90_000, everyMs: 100 },
  );
}

async function surviveKills(kafka: string, lives: readonly number[]): Promise<void> {
  const group = uniqueName('content.crash');
  const victimArguments = [owner.url, reader.url, group, kafka, courseId];
  const writing = writeAll();
  for (const lifeMs of lives) await run(lifeMs, victimArguments);
  await writing;
  await run(Number.POSITIVE_INFINITY, victimArguments);

  const numbers = Array.from({ length: versionsPerKey }, (_, index) => index + 1);
  for (const key of keys) {
    const rows = await reader.dataSource.query('SELECT version FROM effect WHERE key = $1 ORDER BY seq', [key]);
    expect(rows.map(({ version }: { version: number }) => version)).toEqual(numbers);
  }
  expect(await reader.dataSource.query("SELECT 1 FROM parked_message WHERE reason = 'too_many_tries'")).toEqual([]);
}

describe('a process that is killed again and again, with the in-process broker', () => {
  it('loses no event, doubles no effect, and keeps the order of each key', () => surviveKills('', livesMs), 120_000);
});

describeWithKafka('a process that is killed again and again, with Kafka', ({ broker }) => {
  beforeAll(() => createTopics({ brokers: [broker], clientId: 'crash', log }), 60_000);

  it(
    'loses no event, doubles no effect, and keeps the order of each key',
    // Fewer: after each death the group waits for the dead member's session to end.
    () => surviveKills(broker, [2_000, 5_000, 10_000]),
    240_000,
  );
});

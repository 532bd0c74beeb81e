import { randomUUID } from 'node:crypto';

import { createTestDatabase, eventually, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { reasonOf, voidedMessage } from '../../test/events.js';
import { CreateMessagingTables } from '../create-messaging-tables.js';
import { silentLog } from '../log.js';
import type { Delivery } from '../on-event.js';
import { isTransient } from './failures.js';
import { Inbox, type Handler } from './inbox.js';
import { countParked, dropParked, listParked, readRequeued, requeueParked, showParked } from './parking.js';

let database: TestDatabase;
let group: string;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: [CreateMessagingTables] });
  await database.dataSource.query('CREATE TABLE effect (consumer_group text, reason text)');
});
afterAll(() => database.drop());
beforeEach(() => {
  group = `test.${randomUUID()}`;
});

const effect: Handler = async ({ event, manager }: Delivery) => {
  await manager.query('INSERT INTO effect VALUES ($1, $2)', [group, reasonOf(event)]);
};

function newInbox(handler: Handler = effect): Inbox {
  const handlerOf = (type: string) => (type === 'AttemptVoided.v1' ? handler : undefined);
  return new Inbox({ group, dataSource: database.dataSource, handlerOf, log: silentLog });
}

async function effects(): Promise<string[]> {
  const rows = await database.dataSource.query('SELECT reason FROM effect WHERE consumer_group = $1', [group]);
  return rows.map((row: { reason: string }) => row.reason);
}

async function tries(id: string): Promise<number | undefined> {
  const [row] = await database.dataSource.query('SELECT tries FROM message_attempt WHERE event_id = $1', [id]);
  return row?.tries;
}

function failWith(error: unknown): Handler {
  return async (delivery) => {
    await effect(delivery);
    throw error;
  };
}

describe('an inbox', () => {
  it('gives an event its effect once, however often and however concurrently it comes', async () => {
    const inbox = newInbox();
    const message = voidedMessage(randomUUID(), 'once');

    const outcomes = await Promise.all(Array.from({ length: 5 }, (_, lane) => inbox.receive(message, String(lane))));

    expect(outcomes.toSorted()).toEqual(['done', 'duplicate', 'duplicate', 'duplicate', 'duplicate']);
    expect(await effects()).toEqual(['once']);
  });

  it('gives the same event its effect in every group', async () => {
    const message = voidedMessage(randomUUID(), 'both');
    await newInbox().receive(message, 'a');
    const first = group;
    group = `other.${randomUUID()}`;
    await newInbox().receive(message, 'a');

    expect(await effects()).toEqual(['both']);
    group = first;
    expect(await effects()).toEqual(['both']);
  });

  it('rolls the effect and the claim back together', async () => {
    const message = voidedMessage(randomUUID(), 'again');
    await expect(newInbox(failWith(new Error('bug'))).receive(message, 'a')).rejects.toThrow('bug');
    expect(await effects()).toEqual([]);

    expect(await newInbox().receive(message, 'a')).toBe('done');
    expect(await effects()).toEqual(['again']);
  });

  it('acknowledges a known type that the group does not handle', async () => {
    const message = voidedMessage(randomUUID(), 'not mine');
    const started = { attemptId: message.key, version: 1, number: 1, startedAt: '2026-11-20T09:30:00.000Z' };
    const ids = { learnerId: message.key, courseId: message.key, sectionId: message.key, publication: 1 };
    const value = Buffer.from(JSON.stringify({ ...started, ...ids }));
    const headers = { ...message.headers, ce_id: randomUUID(), ce_type: 'AttemptStarted.v1' };
    expect(await newInbox().receive({ ...message, headers, value }, 'a')).toBe('ignored');
  });

  it('ignores the tombstone of a compacted topic', async () => {
    expect(await newInbox().receive({ topic: 'auth.users', key: 'k', headers: {}, value: null }, 'a')).toBe('ignored');
  });

  it('parks a refusal at once, with its code', async () => {
    const refusal = Object.assign(new Error('The course is archived.'), { kind: 'conflict', code: 'course_archived' });
    expect(await newInbox(failWith(refusal)).receive(voidedMessage(randomUUID(), 'no'), 'a')).toBe('parked');

    expect(await listParked(database.dataSource, { group })).toMatchObject([
      { reason: 'refused', detail: 'course_archived: The course is archived.' },
    ]);
    expect(await effects()).toEqual([]);
  });

  it('parks after five tries, wherever they were made', async () => {
    const message = voidedMessage(randomUUID(), 'never');
    for (let turn = 1; turn <= 4; turn += 1) {
      // A new process each time.
      await expect(newInbox(failWith(new Error('bug'))).receive(message, 'a')).rejects.toThrow('bug');
    }
    expect(await newInbox(failWith(new Error('bug'))).receive(message, 'a')).toBe('parked');
  });

  it('parks a message that kills the process each time', async () => {
    const message = voidedMessage(randomUUID(), 'killer');
    for (let life = 1; life <= 5; life += 1) {
      const dying = new Promise<void>((resolve) => {
        const hang = newInbox(() => {
          resolve();
          return new Promise(() => {});
        }).receive(message, 'a');
        hang.catch(() => undefined);
      });
      await dying;
      await killOpenTransactions();
    }

    expect(await newInbox().receive(message, 'a')).toBe('parked');
    expect(await listParked(database.dataSource, { group })).toMatchObject([{ reason: 'too_many_tries' }]);
  });

  it.each([
    ['the server stops', { code: '57P01' }],
    ['the connection breaks', { code: 'ECONNRESET' }],
    ['the disk is full', { code: '53100' }],
    ['a deadlock is resolved', { code: '40P01' }],
    ['TypeORM wraps it', { driverError: { code: '40001' } }],
    ['pg gives no code', new Error('Connection terminated unexpectedly')],
  ])('never counts a try against the message when %s', async (_when, error) => {
    const message = voidedMessage(randomUUID(), 'patient');
    const inbox = newInbox(failWith(error));
    for (let turn = 0; turn < 12; turn += 1) await expect(inbox.receive(message, 'a')).rejects.toBe(error);
    expect(await listParked(database.dataSource, { group })).toEqual([]);
    await expect(newInbox(failWith(new Error('bug'))).receive(message, 'a')).rejects.toThrow('bug');
    expect(await tries(message.headers['ce_id']!)).toBeLessThanOrEqual(2); // every message has an id
  });

  it('counts nothing for messages that come through', async () => {
    const inbox = newInbox();
    for (let turn = 0; turn < 3; turn += 1) await inbox.receive(voidedMessage(randomUUID(), `m${turn}`), 'a');

    const [row] = await database.dataSource.query(
      'SELECT count(*)::int AS n FROM message_attempt WHERE consumer_group = $1',
      [group],
    );
    expect(row.n).toBe(0);
  });
});

/** What happens to the transactions of a process that is killed. */
async function killOpenTransactions(): Promise<void> {
  await database.dataSource.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'idle in transaction'`,
  );
  await eventually(async () => {
    const [row] = await database.dataSource.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    return row.n === 0;
  });
}

describe('a parked message', () => {
  async function parkOne(): Promise<{ id: string; eventId: string }> {
    const message = voidedMessage(randomUUID(), 'parked');
    const refusal = Object.assign(new Error('no'), { kind: 'conflict', code: 'not_yet' });
    await newInbox(failWith(refusal)).receive(message, 'a');
    const [parked] = await listParked(database.dataSource, { group });
    return parked!; // just parked
  }

  it('is kept whole: headers and bytes', async () => {
    const { id, eventId } = await parkOne();
    const shown = await showParked(database.dataSource, id);
    expect(shown?.message.headers).toMatchObject({ ce_id: eventId, ce_type: 'AttemptVoided.v1' });
    expect(JSON.parse(String(shown?.message.value))).toMatchObject({ reason: 'parked' });
    expect(await countParked(database.dataSource)).toContainEqual({ group, reason: 'refused', count: 1 });
  });

  it('that is requeued keeps its id, so an effect that happened meanwhile does not happen again', async () => {
    const { id } = await parkOne();
    expect(await requeueParked(database.dataSource, { id })).toBe(1);
    const [requeued] = await readRequeued(database.dataSource, group);
    const inbox = newInbox();

    expect(await inbox.receive(requeued!.message, 'requeued')).toBe('done'); // one was requeued
    expect(await inbox.receive(requeued!.message, 'requeued')).toBe('duplicate');
    expect(await effects()).toEqual(['parked']);
    expect(await listParked(database.dataSource, { group })).toEqual([]);
  });

  it('whose event was done meanwhile is gone when it is requeued', async () => {
    const { id } = await parkOne();
    const shown = await showParked(database.dataSource, id);
    const values = [group, shown!.eventId, shown!.topic]; // just parked
    await database.dataSource.query('INSERT INTO inbox (consumer_group, event_id, topic) VALUES ($1, $2, $3)', values);

    expect(await newInbox().receive(shown!.message, 'requeued')).toBe('duplicate');
    expect(await listParked(database.dataSource, { group })).toEqual([]);
    expect(await effects()).toEqual([]);
  });

  it('that is refused again is parked again, and no longer requeued', async () => {
    const { id } = await parkOne();
    await requeueParked(database.dataSource, { id });
    const [requeued] = await readRequeued(database.dataSource, group);
    const refusal = Object.assign(new Error('no'), { kind: 'conflict', code: 'still_not' });

    expect(await newInbox(failWith(refusal)).receive(requeued!.message, 'requeued')).toBe('parked'); // one was requeued
    expect(await listParked(database.dataSource, { group })).toMatchObject([
      { id, detail: 'still_not: no', isRequeued: false },
    ]);
  });

  it('that is dropped does not come back with a replay of its topic', async () => {
    const { id } = await parkOne();
    const shown = await showParked(database.dataSource, id);
    expect(await dropParked(database.dataSource, { id })).toBe(1);

    expect(await newInbox().receive(shown!.message, 'a')).toBe('duplicate'); // just parked
    expect(await effects()).toEqual([]);
    expect(await showParked(database.dataSource, id)).toBeNull();
  });
});

describe('isTransient', () => {
  it.each([null, 'text', {}, new Error('bug'), { code: '23505' }, { code: '22P05' }, { code: 'course_archived' }])(
    'is false for %j',
    (error) => expect(isTransient(error)).toBe(false),
  );

  it('ends with an error that causes itself', () => {
    const error = new Error('ring');
    error.cause = error;
    expect(isTransient(error)).toBe(false);
  });
});

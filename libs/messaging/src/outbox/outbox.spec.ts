import { CourseArchived, UserChanged, UserErased } from '#libs/contracts';
import { createTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CreateMessagingTables } from '../create-messaging-tables.js';
import { Outbox } from './outbox.js';

const courseId = '00000000-0000-4000-8000-000000000001';
const archivedAt = '2026-11-20T09:30:00.000Z';
const outbox = new Outbox();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: [CreateMessagingTables] });
});
afterAll(() => database.drop());

function rows(): Promise<Record<string, unknown>[]> {
  return database.dataSource.query('SELECT topic, type, key, data, traceparent, published_at FROM outbox ORDER BY id');
}

describe('an announcement', () => {
  it('is a row of the transaction that made it true', async () => {
    await database.dataSource.transaction((manager) =>
      outbox.add(manager, CourseArchived, { courseId, archivedAt }, '00-trace'),
    );

    expect(await rows()).toEqual([
      {
        topic: 'content.courses',
        type: 'CourseArchived.v1',
        key: courseId,
        data: { courseId, archivedAt },
        traceparent: '00-trace',
        published_at: null,
      },
    ]);
  });

  it('is gone with a transaction that rolls back', async () => {
    const before = await rows();
    const failing = database.dataSource.transaction(async (manager) => {
      await outbox.add(manager, CourseArchived, { courseId, archivedAt });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');

    expect(await rows()).toEqual(before);
  });

  it('that does not fit its contract fails the transaction', async () => {
    const failing = database.dataSource.transaction((manager) =>
      outbox.add(manager, CourseArchived, { courseId: 'x', archivedAt }),
    );
    await expect(failing).rejects.toThrow('Invalid');
  });

  it('carries text that jsonb refuses, mended', async () => {
    const displayName = 'A\0B\ud800C';
    await database.dataSource.transaction((manager) =>
      outbox.add(manager, UserChanged, {
        userId: courseId,
        version: 1,
        email: 'a@example.org',
        displayName,
        roles: ['learner'],
        status: 'active',
        tokensValidFrom: archivedAt,
      }),
    );

    expect((await rows()).at(-1)).toMatchObject({ data: { displayName: 'A\uFFFDB\uFFFDC' } });
  });

  it('can be made by a statement that also does the work', async () => {
    const [topic, type, data] = outbox.parameters(CourseArchived, { courseId, archivedAt });
    await database.dataSource.query('CREATE TABLE work (id uuid PRIMARY KEY)');
    const both = `WITH done AS (INSERT INTO work VALUES ($1) ON CONFLICT DO NOTHING RETURNING id),
         announced AS (SELECT outbox_add($2, $3, $1::text, $4::jsonb) FROM done)
       SELECT id FROM done, announced`;
    const before = (await rows()).length;

    expect(await database.dataSource.query(both, [courseId, topic, type, data])).toHaveLength(1);
    expect(await database.dataSource.query(both, [courseId, topic, type, data])).toHaveLength(0);

    expect(await rows()).toHaveLength(before + 1);
  });

  it('that no broker would take is refused where the writer still hears of it', async () => {
    const failing = database.dataSource.query(
      `SELECT outbox_add('content.courses', 'X.v1', 'k', to_jsonb(repeat('x', 4194304)))`,
    );
    await expect(failing).rejects.toThrow('outbox_data_fits_a_message');
  });
});

describe('a key that is to be forgotten', () => {
  const erased = { userId: courseId, version: 2, credentials: 'keep' as const, erasedAt: archivedAt };
  const ofUsers = async () => (await rows()).filter(({ topic }) => topic === 'auth.users');

  it('leaves nothing in the outbox but what is announced afterwards', async () => {
    await database.dataSource.transaction(async (manager) => {
      await outbox.forget(manager, 'auth.users', courseId);
      await outbox.add(manager, UserErased, erased);
    });
    expect(await ofUsers()).toMatchObject([{ type: 'UserErased.v1', data: erased }]);
    expect((await rows()).some(({ topic }) => topic === 'content.courses')).toBe(true);
  });

  it('is buried by a message without a value, where the topic is compacted', async () => {
    await database.dataSource.transaction((manager) => outbox.bury(manager, UserErased, courseId));
    expect((await ofUsers()).at(-1)).toMatchObject({ key: courseId, data: null });
    const lasting = database.dataSource.transaction((manager) => outbox.bury(manager, CourseArchived, courseId));
    await expect(lasting).rejects.toThrow('content.courses is not compacted');
  });
});

import { topics, type EventContract, type Topic } from '#libs/contracts';
import type { EntityManager, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import type { z } from 'zod';

import { storable } from '../envelope.js';

/** What an event may be given as: fields with a default may be left out. */
type Given<Contract extends EventContract> = z.input<Contract['schema']>;

/** jsonb refuses `\\u0000` and half surrogate pairs, which JSON carries happily. Rare, so looked for before it is mended. */
function storableJson(data: unknown): string {
  const json = JSON.stringify(data);
  if (!/\\u(0000|d[89a-f])/i.test(json)) return json;
  return JSON.stringify(data, (_name, value: unknown) => (typeof value === 'string' ? storable(value) : value));
}

/** Mark on a query runner whose transaction has rows in the outbox. */
const announced = 'waymark.announced';

/**
 * Where a service announces what has become true. An announcement is a row of the transaction that made it true: both
 * happen, or neither. The relay carries it to the broker afterwards, at least once, in order per key.
 *
 *     await dataSource.transaction(async (manager) => {
 *       await manager.insert(Course, course);
 *       await this.outbox.add(manager, CoursePublished, { courseId: course.id, ... });
 *     });
 *
 * From here to the commit the transaction holds a lock on the event's key: announce last, and several keys in a fixed order.
 */
export class Outbox {
  constructor(private readonly wakeRelay: () => void = () => {}) {}

  /** Adds an event to the manager's transaction. Throws when the data does not fit the contract, or exceeds 4 MiB. */
  async add<Contract extends EventContract>(
    manager: EntityManager,
    contract: Contract,
    data: Given<Contract>,
    traceparent: string | null = null,
  ): Promise<void> {
    const checked = contract.schema.parse(data);
    const values = [contract.topic, contract.type, contract.keyOf(checked), storableJson(checked), traceparent];
    await manager.query('SELECT outbox_add($1, $2, $3, $4::jsonb, $5)', values);
    if (manager.queryRunner) manager.queryRunner.data[announced] = true;
  }

  /**
   * Removes what the outbox holds of one key, sent or not: a person who leaves must not be kept in here either. Announce
   * afterwards, in the same transaction, what takes the place of all that.
   */
  async forget(manager: EntityManager, topic: Topic, key: string): Promise<void> {
    await manager.query('DELETE FROM outbox WHERE topic = $1 AND key = $2', [topic, key]);
  }

  /**
   * Announces a tombstone: a message without a value, which has a compacted topic forget the key. Readers pass over it, so
   * the event that tells them must come before, and be left long enough for who was away.
   */
  async bury(manager: EntityManager, { topic, type }: EventContract, key: string): Promise<void> {
    if (topics[topic].cleanup !== 'compact') throw new Error(`${topic} is not compacted: it knows no tombstones.`);
    await manager.query(`SELECT outbox_add($1, $2, $3, 'null'::jsonb)`, [topic, type, key]);
    if (manager.queryRunner) manager.queryRunner.data[announced] = true;
  }

  /**
   * For a hot path that writes and announces in one statement: topic, type and checked data as values for
   * `outbox_add(topic, type, key, data)`, where the key is an id that the statement already has. A `WITH` branch that
   * calls it runs only if its result is read, so the last SELECT must join it. Call `wake()` after the commit.
   */
  parameters<Contract extends EventContract>(contract: Contract, data: Given<Contract>): [string, string, string] {
    return [contract.topic, contract.type, storableJson(contract.schema.parse(data))];
  }

  /** Says that something was committed. Only a hint: without it the relay looks by itself a moment later. */
  wake(): void {
    this.wakeRelay();
  }
}

/** Wakes the relay as soon as a transaction that announced something has committed. */
export class WakeAfterCommit implements EntitySubscriberInterface {
  constructor(private readonly wakeRelay: () => void) {}

  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (queryRunner.data[announced] !== true) return;
    queryRunner.data[announced] = false;
    this.wakeRelay();
  }

  afterTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): void {
    queryRunner.data[announced] = false;
  }
}

import { randomUUID } from 'node:crypto';

import { AttemptVoided, UserErased } from '#libs/contracts';
import {
  BrokerServer,
  CreateMessagingTables,
  Outbox,
  Relay,
  type Broker,
  type BrokerMessage,
  type Delivery,
} from '#libs/messaging';
import { createTestDatabase, eventually, uniqueName, type TestDatabase } from '#libs/testing';

/** How the suite gets hold of one kind of broker. */
export interface BrokerKind {
  /** A client as one process has it: its own producer and consumers. */
  connect(): Broker;
  /** The broker goes away, as in an outage, and comes back with what it had. */
  goAway?(): Promise<void>;
  comeBack?(): Promise<void>;
  /** Ends the consumer behind its owner's back. */
  killConsumer(server: BrokerServer): Promise<void>;
}

export interface Voided {
  readonly key: string;
  readonly version: number;
  readonly reason: string;
}
export type Effect = (voided: Voided) => Promise<void> | void;

const log = { debug() {}, info() {}, warn() {}, error() {} };
const nobody = randomUUID();

/** One service that announces and one that listens, each with its own PostgreSQL database, and a broker between them. */
export class Rig {
  readonly group = uniqueName('content.contract');
  readonly outbox = new Outbox();
  server: BrokerServer | null = null;
  broker: Broker;
  relay: Relay;
  private readonly keys = new Set<string>();
  private effect: Effect = () => {};

  private constructor(
    readonly kind: BrokerKind,
    readonly owner: TestDatabase,
    readonly reader: TestDatabase,
    readonly withinMs: number,
  ) {
    this.broker = kind.connect();
    this.relay = this.newRelay(this.broker);
  }

  static async open(kind: BrokerKind, withinMs: number): Promise<Rig> {
    const migrations = [CreateMessagingTables];
    const [owner, reader] = await Promise.all([createTestDatabase({ migrations }), createTestDatabase({ migrations })]);
    await reader.dataSource.query(
      'CREATE TABLE effect (seq bigint GENERATED ALWAYS AS IDENTITY, key text, version integer, reason text)',
    );
    return new Rig(kind, owner, reader, withinMs);
  }

  async close(): Promise<void> {
    await this.relay.stop();
    await this.server?.close();
    await this.broker.close();
    await Promise.all([this.owner.drop(), this.reader.drop()]);
  }

  newRelay(broker: Broker): Relay {
    return new Relay({ service: 'quiz', dataSource: this.owner.dataSource, broker, log });
  }

  newKey(): string {
    const key = randomUUID();
    this.keys.add(key);
    return key;
  }

  announce(...events: readonly { key: string; version: number; reason?: string }[]): Promise<void> {
    return this.owner.dataSource.transaction(async (manager) => {
      for (const { key, version, reason = 'none' } of events) {
        await this.outbox.add(manager, AttemptVoided, dataOf({ key, version, reason }));
      }
    });
  }

  /** Versions 1 to `count` of each key, interleaved. */
  async announceMany(keys: readonly string[], count: number): Promise<void> {
    for (let version = 1; version <= count; version += 1) {
      await this.announce(...keys.map((key) => ({ key, version })));
    }
  }

  /** Has a compacted topic forget a key; the id of the message that does. */
  async bury(key: string): Promise<string> {
    await this.owner.dataSource.transaction((manager) => this.outbox.bury(manager, UserErased, key));
    const [row] = await this.owner.dataSource.query('SELECT event_id FROM outbox WHERE key = $1', [key]);
    return row.event_id;
  }

  /** The listening process starts; `effect` runs inside the handler, before the effect is written. */
  listen(effect: Effect = () => {}): void {
    this.effect = effect;
    const server = new BrokerServer({
      group: this.group,
      broker: this.broker,
      dataSource: this.reader.dataSource,
      log,
    });
    server.addHandler(AttemptVoided.type, (delivery: Delivery<typeof AttemptVoided>) => this.handle(delivery), true);
    server.addHandler(UserErased.type, (delivery: Delivery<typeof UserErased>) => this.handleErased(delivery), true);
    server.listen((error) => {
      if (error) throw error;
    });
    this.server = server;
  }

  /** The process ends in whatever it does, and another one takes its place. */
  async restartConsumer(effect: Effect = () => {}): Promise<void> {
    await this.server?.close();
    this.listen(effect);
  }

  /** What happened in the reader's database, in order. A duplicate effect would be a second row. */
  effects(): Promise<Voided[]> {
    return this.reader.dataSource.query('SELECT key, version, reason FROM effect ORDER BY seq');
  }

  async versionsOf(key: string): Promise<number[]> {
    return (await this.effects()).filter((effect) => effect.key === key).map(({ version }) => version);
  }

  /** Reasons of what this reader has set aside; on a shared topic it meets the bad messages of other tests too. */
  async parked(ids?: readonly string[]): Promise<string[]> {
    const rows: { reason: string }[] = await this.reader.dataSource.query(
      `SELECT reason FROM parked_message
       WHERE CASE WHEN $1::text[] IS NULL THEN reason IN ('refused', 'too_many_tries') ELSE event_id = ANY($1) END`,
      [ids ?? null],
    );
    return rows.map(({ reason }) => reason).toSorted();
  }

  eventually<T>(check: () => Promise<T> | T): Promise<T> {
    return eventually(check, { withinMs: this.withinMs });
  }

  /** A well-formed message, for tests that write to the broker by hand. */
  message(event: { key: string; version: number }, change: Partial<BrokerMessage> = {}): BrokerMessage {
    return {
      topic: AttemptVoided.topic,
      key: event.key,
      headers: headersOf(),
      value: Buffer.from(JSON.stringify(dataOf({ ...event, reason: 'by hand' }))),
      ...change,
    };
  }

  /** As `auth` would write it: nobody else may speak of accounts. */
  erased(event: { key: string; version: number }): BrokerMessage {
    const data = {
      userId: event.key,
      version: event.version,
      credentials: 'keep',
      erasedAt: '2026-11-20T09:30:00.000Z',
    };
    return {
      topic: UserErased.topic,
      key: event.key,
      headers: headersOf({ ce_type: UserErased.type, ce_source: 'urn:waymark:auth' }),
      value: Buffer.from(JSON.stringify(data)),
    };
  }

  private async handle({ event, manager }: Delivery<typeof AttemptVoided>): Promise<void> {
    const { attemptId: key, version, reason } = event.data;
    // A topic is shared by all tests on one Kafka, and a new group reads it from the beginning.
    if (!this.keys.has(key)) return;
    await this.effect({ key, version, reason });
    await manager.query('INSERT INTO effect (key, version, reason) VALUES ($1, $2, $3)', [key, version, reason]);
  }

  private async handleErased({ event, manager }: Delivery<typeof UserErased>): Promise<void> {
    const { userId, version } = event.data;
    if (!this.keys.has(userId)) return;
    await manager.query(`INSERT INTO effect (key, version, reason) VALUES ($1, $2, 'erased')`, [userId, version]);
  }
}

export function headersOf(change: Record<string, string> = {}): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: randomUUID(),
    ce_source: 'urn:waymark:quiz',
    ce_type: AttemptVoided.type,
    ce_time: new Date().toISOString(),
    'content-type': 'application/json',
    ...change,
  };
}

function dataOf({ key, version, reason }: Voided) {
  return {
    attemptId: key,
    version,
    learnerId: nobody,
    courseId: nobody,
    sectionId: nobody,
    publication: 1,
    reason,
    voidedBy: nobody,
    voidedAt: '2026-11-20T09:30:00.000Z',
  };
}

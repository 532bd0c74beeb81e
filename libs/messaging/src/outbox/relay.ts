import { setTimeout as delay } from 'node:timers/promises';

import type { ServiceName } from '#libs/contracts';
import type { DataSource } from 'typeorm';

import type { Broker } from '../brokers/broker.js';
import { encode } from '../envelope.js';
import type { Log } from '../log.js';
import { Alarm } from './alarm.js';
import { tidy } from './housekeeping.js';
import { markPublished, readUnpublished } from './outbox-table.js';
import { RelayConnection } from './relay-connection.js';

export interface RelayOptions {
  readonly service: ServiceName;
  readonly dataSource: DataSource;
  readonly broker: Broker;
  readonly log: Log;
}

export interface RelayFigures {
  readonly published: number;
  readonly errors: number;
  /** Whether this process is the one that publishes for its service. */
  readonly isActive: boolean;
}

const batchMax = 500;
const pollMs = 50;
/** A quiet outbox is looked at less and less often, so that an idle laptop stays cool; commits of this process ring anyway. */
const idlePollMsMax = 400;
const standbyMs = 1_000;
const backoffMsMax = 5_000;
const stopWithinMs = 5_000;
const tidyEveryMs = 600_000;
/** Another replica may reach the broker when this one cannot. */
const failuresPerTerm = 10;

/**
 * Carries committed events from the outbox to the broker. One relay of a service is active at a time. A crash between
 * sending and marking repeats events, never loses one: readers recognise repeats by their id.
 */
export class Relay {
  private readonly alarm = new Alarm();
  private connection: RelayConnection | null = null;
  private running: Promise<void> | null = null;
  private isStopping = false;
  private failures = 0;
  private quietTurns = 0;
  private published = 0;
  private errors = 0;
  private tidiedAt = Date.now();

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Something was committed: look now rather than at the next tick. */
  wake(): void {
    this.alarm.ring();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.alarm.end();
    // A broker that is away may hold a batch for longer than a process has to end. Unmarked, it is sent again.
    await Promise.race([this.running, delay(stopWithinMs, undefined, { ref: false })]);
    await this.releaseRole();
  }

  /**
   * Publishes one batch and returns how many events it had; for tests, which turn the handle themselves. Returns 0 too
   * when another process has the role. Throws what the broker or the database threw.
   */
  async runOnce(): Promise<number> {
    return (await this.takeRole()) ? this.publishBatch() : 0;
  }

  /** Publishes until the outbox is empty. */
  async drain(): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await this.runOnce();
      if (count === 0) return total;
      total += count;
    }
  }

  figures(): RelayFigures {
    return { published: this.published, errors: this.errors, isActive: this.connection?.hasRole === true };
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.turn();
        this.failures = 0;
      } catch (error) {
        await this.afterFailure(error);
      }
    }
  }

  private async turn(): Promise<void> {
    if (!(await this.takeRole())) return this.alarm.wait(standbyMs, { canBeRung: false });
    const count = await this.publishBatch();
    if (count < batchMax) await this.tidyNowAndThen();
    this.quietTurns = count === 0 ? this.quietTurns + 1 : 0;
    // A full batch means that more may be waiting.
    if (count < batchMax)
      await this.alarm.wait(Math.min(idlePollMsMax, pollMs * Math.ceil((this.quietTurns + 1) / 20)));
  }

  private async afterFailure(error: unknown): Promise<void> {
    this.failures += 1;
    this.errors += 1;
    const { log, service } = this.options;
    log.warn(
      { err: error, service, failures: this.failures },
      'Events could not be published; they stay in the outbox.',
    );
    if (this.failures % failuresPerTerm === 0) await this.releaseRole();
    const backoffMs = Math.min(backoffMsMax, pollMs * 2 ** Math.min(this.failures, 10));
    await this.alarm.wait(backoffMs * (0.5 + Math.random() / 2), { canBeRung: false });
  }

  private async takeRole(): Promise<boolean> {
    if (this.connection?.hasRole) return true;
    this.connection = await RelayConnection.tryTakeRole(this.options.dataSource);
    return this.connection !== null;
  }

  private async releaseRole(): Promise<void> {
    await this.connection?.close();
    this.connection = null;
  }

  private async publishBatch(): Promise<number> {
    const connection = this.connection!; // takeRole came first
    const events = await readUnpublished(connection, batchMax);
    if (events.length === 0) return 0;
    await this.options.broker.publish(events.map((event) => encode(this.options.service, event)));
    await markPublished(
      connection,
      events.map(({ id }) => id),
    );
    this.published += events.length;
    return events.length;
  }

  private async tidyNowAndThen(): Promise<void> {
    if (Date.now() - this.tidiedAt < tidyEveryMs) return;
    this.tidiedAt = Date.now();
    await tidy(this.connection!, this.options.service); // publishBatch came first
  }
}

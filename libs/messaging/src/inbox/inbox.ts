import type { DataSource, EntityManager } from 'typeorm';

import type { BrokerMessage } from '../brokers/broker.js';
import { decode, storable, type IncomingEvent } from '../envelope.js';
import type { Log } from '../log.js';
import type { Delivery, ReceivedEvent } from '../on-event.js';
import { describeError, isRefusal, isTransient, Park } from './failures.js';
import { park } from './parking.js';
import { isTombstone, screen } from './screening.js';

export type Outcome = 'done' | 'duplicate' | 'ignored' | 'parked';

/** Runs one event in the transaction of the delivery; absent for types that the group does not handle. */
export type Handler = (delivery: Delivery) => Promise<unknown>;

export interface InboxOptions {
  readonly group: string;
  readonly dataSource: DataSource;
  readonly handlerOf: (type: string) => Handler | undefined;
  readonly log: Log;
  /** After how many failed tries a message is parked. */
  readonly triesMax?: number;
}

/**
 * Turns at-least-once into exactly-one-effect for one consumer group: the claim of the event's id and the effect are one
 * transaction. What can never succeed is parked, so that it does not hold up what comes behind it.
 */
export class Inbox {
  private readonly triesMax: number;
  /** Lanes in which a message has come through since this process started; see {@link Inbox.countBeforeWork}. */
  private readonly trusted = new Set<string>();
  /** Tries that were counted but failed through no fault of the message, to be taken back with its next try. */
  private readonly owed = new Map<string, number>();

  constructor(private readonly options: InboxOptions) {
    this.triesMax = options.triesMax ?? 5;
  }

  /**
   * Deals with a message for good and says how, or throws: then it must be delivered again. `lane` names the sequence
   * that the message is part of (a partition), within which messages come one after the other.
   */
  async receive(message: BrokerMessage, lane: string): Promise<Outcome> {
    const incoming = decode(message);
    if (isTombstone(incoming)) return 'ignored';
    const isSuspect = !this.trusted.has(lane);
    try {
      const event = screen(incoming);
      const handler = this.options.handlerOf(event.type);
      if (!handler) return 'ignored';
      if (isSuspect) await this.countBeforeWork(incoming);
      const outcome = await this.claimAndHandle(incoming, event, handler);
      if (outcome === 'done') this.trusted.add(lane);
      return outcome;
    } catch (error) {
      this.trusted.delete(lane);
      const why = await this.reasonToPark(incoming, error, isSuspect);
      if (!why) throw error;
      await this.setAside(incoming, why);
      return 'parked';
    }
  }

  private claimAndHandle(incoming: IncomingEvent, event: ReceivedEvent<unknown>, handler: Handler): Promise<Outcome> {
    return this.options.dataSource.transaction(async (manager) => {
      if (!(await this.claim(manager, incoming))) return 'duplicate';
      await handler({ event, manager });
      return 'done';
    });
  }

  /**
   * A second delivery of the same id waits here until the first has committed or rolled back. The claim also clears what
   * is known of earlier failures, so that it comes back with the claim when this try fails too.
   */
  private async claim(manager: EntityManager, { id, topic }: IncomingEvent): Promise<boolean> {
    const claimed: unknown[] = await manager.query(
      `WITH claimed AS (
         INSERT INTO inbox (consumer_group, event_id, topic) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1),
       forgiven AS (DELETE FROM message_attempt WHERE consumer_group = $1 AND event_id = $2),
       unparked AS (DELETE FROM parked_message WHERE consumer_group = $1 AND event_id = $2)
       SELECT 1 FROM claimed`,
      [this.options.group, id, topic],
    );
    return claimed.length > 0;
  }

  /**
   * Counts the try in a transaction of its own before the work, so that a message which kills the process is parked too.
   * That costs a commit, and a killer is always the first message of its lane that was not yet done when the process
   * starts again. So it is paid until one message of the lane has come through, and again after each failure.
   */
  private async countBeforeWork({ id }: IncomingEvent): Promise<void> {
    const [attempt] = await this.options.dataSource.query(
      `INSERT INTO message_attempt AS known (consumer_group, event_id, tries)
         SELECT $1, $2, 1 WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE consumer_group = $1 AND event_id = $2)
       ON CONFLICT (consumer_group, event_id) DO UPDATE
         SET tries = greatest(0, known.tries - $3) + 1, last_at = clock_timestamp()
       RETURNING tries, last_error`,
      [this.options.group, id, this.owed.get(id) ?? 0],
    );
    this.owed.delete(id);
    // None for a duplicate, which the claim will recognise.
    if (!attempt || attempt.tries <= this.triesMax) return;
    throw new Park('too_many_tries', attempt.last_error ?? 'It was never finished: the process ended during each try.');
  }

  /** Null when the message deserves another try. */
  private async reasonToPark({ id }: IncomingEvent, error: unknown, isCounted: boolean): Promise<Park | null> {
    if (error instanceof Park) return error;
    if (isRefusal(error)) return new Park('refused', `${error.code}: ${error.message}`);
    if (isTransient(error)) {
      if (isCounted) this.owed.set(id, (this.owed.get(id) ?? 0) + 1);
      return null;
    }
    const said = storable(describeError(error)).slice(0, 1_000);
    const [attempt] = await this.options.dataSource.query(
      `INSERT INTO message_attempt AS known (consumer_group, event_id, tries, last_error) VALUES ($1, $2, 1, $3)
       ON CONFLICT (consumer_group, event_id) DO UPDATE
         SET tries = known.tries + $4, last_error = excluded.last_error, last_at = clock_timestamp()
       RETURNING tries`,
      [this.options.group, id, said, isCounted ? 0 : 1],
    );
    return attempt.tries >= this.triesMax ? new Park('too_many_tries', said) : null;
  }

  private async setAside(incoming: IncomingEvent, why: Park): Promise<void> {
    const { group, dataSource, log } = this.options;
    await park(dataSource, group, incoming, why);
    const { id, type, topic, key } = incoming;
    log.error({ group, eventId: id, type, topic, key, reason: why.reason }, `A message was parked: ${why.detail}`);
  }
}

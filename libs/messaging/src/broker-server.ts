import { BaseRpcContext, Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { eventContracts } from '#libs/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import type { DataSource } from 'typeorm';

import type { Broker, BrokerMessage, Consumer, Lag } from './brokers/broker.js';
import { Inbox, type Handler, type Outcome } from './inbox/inbox.js';
import { readRequeued, settleRequeued } from './inbox/parking.js';
import type { Log } from './log.js';
import { failureOf, transportOf, type Delivery } from './on-event.js';

export interface BrokerServerOptions {
  readonly group: string;
  readonly broker: Broker;
  readonly dataSource: DataSource;
  readonly log: Log;
}

const requeuedEveryMs = 1_000;
/** A single message in work for longer than this means that its handler hangs. */
const stuckAfterMs = 60_000;

/** The way in for one consumer group: finds the handlers that `OnEvent` declared for it, and runs them through the inbox. */
export class BrokerServer extends Server implements CustomTransportStrategy {
  private readonly inbox: Inbox;
  private readonly handlers = new Map<string, Handler>();
  private readonly inWork = new Map<BrokerMessage, number>();
  private readonly outcomes: Record<Outcome, number> = { done: 0, duplicate: 0, ignored: 0, parked: 0 };
  private consumer: Consumer | null = null;
  private requeuedTimer: NodeJS.Timeout | null = null;

  constructor(private readonly options: BrokerServerOptions) {
    super();
    this.setTransportId(transportOf(options.group));
    const { group, dataSource, log } = options;
    this.inbox = new Inbox({ group, dataSource, log, handlerOf: (type) => this.handlers.get(type) });
  }

  get group(): string {
    return this.options.group;
  }

  /** Called by Nest when all microservices start. Returns at once, whether or not the broker can be reached. */
  listen(started: (error?: unknown) => void): void {
    try {
      this.collectHandlers();
      this.subscribe();
      started();
    } catch (error) {
      started(error);
    }
  }

  async close(): Promise<void> {
    if (this.requeuedTimer) clearTimeout(this.requeuedTimer);
    this.requeuedTimer = null;
    const { consumer } = this;
    this.consumer = null;
    await consumer?.stop();
  }

  /** Null when the group works; else why its service should be taken out of service. */
  problem(): string | null {
    if (!this.consumer) return `${this.group} does not listen`;
    const oldest = Math.min(...this.inWork.values());
    if (Date.now() - oldest > stuckAfterMs) return `${this.group} is stuck in one message`;
    return this.consumer.problem();
  }

  async lag(): Promise<readonly Lag[]> {
    return (await this.consumer?.lag()) ?? [];
  }

  /** Messages dealt with since the start, by outcome. */
  counts(): Readonly<Record<Outcome, number>> {
    return { ...this.outcomes };
  }

  on(): never {
    throw new Error('A consumer group has no events of its own; watch problem() and counts().');
  }

  unwrap<T>(): T {
    throw new Error('The broker is behind an interface on purpose.');
  }

  private subscribe(): void {
    const { broker, dataSource, group } = this.options;
    const topics = [...new Set([...this.handlers.keys()].map((type) => eventContracts.get(type)!.topic))]; // collected
    this.consumer = broker.subscribe({
      group,
      topics,
      onMessage: async (message, lane) => void (await this.receive(message, lane)),
      needsReplay: async (topic) => {
        const known: unknown[] = await dataSource.query('SELECT 1 FROM consumer_group WHERE name = $1 AND topic = $2', [
          group,
          topic,
        ]);
        return known.length === 0;
      },
      replayed: async (topic) => {
        await dataSource.query('INSERT INTO consumer_group (name, topic) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
          group,
          topic,
        ]);
      },
    });
    this.watchRequeued();
  }

  private async receive(message: BrokerMessage, lane: string): Promise<Outcome> {
    this.inWork.set(message, Date.now());
    try {
      const outcome = await this.inbox.receive(message, lane);
      this.outcomes[outcome] += 1;
      return outcome;
    } finally {
      this.inWork.delete(message);
    }
  }

  /** Requeued messages come from the table, not the broker: the in-process one has no way in from another process. */
  private watchRequeued(): void {
    this.requeuedTimer = setTimeout(async () => {
      await this.takeUpRequeued();
      if (this.requeuedTimer) this.watchRequeued();
    }, requeuedEveryMs).unref();
  }

  private async takeUpRequeued(): Promise<void> {
    const { dataSource, group, log } = this.options;
    const again = (err: unknown) => log.warn({ err, group }, 'A requeued message failed; it is tried again.');
    try {
      for (const { id, message } of await readRequeued(dataSource, group)) {
        await this.receive(message, 'requeued')
          .then((outcome) => settleRequeued(dataSource, id, outcome === 'parked'))
          .catch(again);
      }
    } catch (error) {
      again(error);
    }
  }

  private collectHandlers(): void {
    for (const [type, handler] of this.messageHandlers) {
      if (!eventContracts.has(type)) throw new Error(`${this.group} handles "${type}", which no contract is called.`);
      if (handler.next) throw new Error(`${this.group} handles ${type} twice: one of them belongs in another group.`);
      this.handlers.set(type, (delivery) => run(handler, delivery));
    }
  }
}

/** Waits for the handler's whole stream, and brings back what it really threw from behind Nest's exception filter. */
async function run(handler: MessageHandler, delivery: Delivery): Promise<void> {
  try {
    const result: unknown = await handler(delivery, new BaseRpcContext([delivery]));
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  } catch (error) {
    throw failureOf(delivery) ?? error;
  }
}

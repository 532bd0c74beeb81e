import { topics, type ServiceName, type TopicPromise } from '#libs/contracts';
import type { DataSource } from 'typeorm';

import { BrokerServer } from './broker-server.js';
import type { Broker, History } from './brokers/broker.js';
import { encode } from './envelope.js';
import { countParked } from './inbox/parking.js';
import type { Log } from './log.js';
import { Outbox, WakeAfterCommit } from './outbox/outbox.js';
import { outboxFigures, poolOf, readHistory, type OutboxFigures } from './outbox/outbox-table.js';
import { Relay, type RelayFigures } from './outbox/relay.js';

export interface MessagingOptions {
  readonly service: ServiceName;
  /** Migrated: its migrations include CreateMessagingTables. */
  readonly dataSource: DataSource;
  readonly broker: Broker;
  /** Consumer groups of the service. */
  readonly groups: readonly string[];
  readonly log: Log;
}

/** What there is to measure; each is a plain function so that whoever exposes metrics decides how. */
export interface MessagingFigures {
  outbox(): Promise<OutboxFigures>;
  relay(): RelayFigures;
  parked(): Promise<{ group: string; reason: string; count: number }[]>;
  lag(): Promise<{ group: string; topic: string; partition: number; messages: number }[]>;
  /** Messages dealt with since the start. */
  received(): { group: string; outcome: string; count: number }[];
}

const historyPage = 200;

/**
 * Everything that one service needs to announce and to listen.
 *
 *     const messaging = new Messaging({ service: 'quiz', dataSource, broker, groups: ['quiz.catalog'], log });
 *     // providers: { provide: Outbox, useValue: messaging.outbox }; app.connectMicroservice({ strategy }) for each strategy
 *     await app.startAllMicroservices();
 *     messaging.start();
 *     health.add('messaging', () => messaging.problem());
 *     ...
 *     await messaging.stop(); // before app.close() and dataSource.destroy()
 */
export class Messaging {
  readonly outbox: Outbox;
  readonly relay: Relay;
  readonly strategies: readonly BrokerServer[];
  readonly figures: MessagingFigures;

  constructor(private readonly options: MessagingOptions) {
    const { service, dataSource, broker, groups, log } = options;
    this.relay = new Relay({ service, dataSource, broker, log });
    const wake = () => this.relay.wake();
    this.outbox = new Outbox(wake);
    dataSource.subscribers.push(new WakeAfterCommit(wake));
    this.strategies = groups.map((group) => new BrokerServer({ group, broker, dataSource, log }));
    this.figures = this.describeFigures();
  }

  /** What the service's classes inject. */
  get providers(): readonly [{ provide: typeof Outbox; useValue: Outbox }] {
    return [{ provide: Outbox, useValue: this.outbox }];
  }

  /** Starts carrying events out. Listening is started by Nest, with the strategies. */
  start(): void {
    this.options.broker.offerHistory(this.history());
    this.relay.start();
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await Promise.all(this.strategies.map((strategy) => strategy.close()));
  }

  /** Null when all groups work; else why the service should be taken out of service. */
  problem(): string | null {
    const problems = this.strategies.map((strategy) => strategy.problem()).filter((problem) => problem !== null);
    return problems.length > 0 ? problems.join('; ') : null;
  }

  private history(): History {
    const { service, dataSource } = this.options;
    const owned = Object.entries<TopicPromise>(topics).filter(([, { owner }]) => owner === service);
    return {
      topics: owned.map(([topic]) => topic),
      read: async (topic, after) => {
        const events = await readHistory(poolOf(dataSource), topic, { afterId: after, limit: historyPage });
        return events.map((event) => ({ position: event.id, message: encode(service, event) }));
      },
    };
  }

  private describeFigures(): MessagingFigures {
    const { dataSource } = this.options;
    return {
      outbox: () => outboxFigures(poolOf(dataSource)),
      relay: () => this.relay.figures(),
      parked: () => countParked(dataSource),
      lag: async () => {
        const perGroup = this.strategies.map(async (strategy) =>
          (await strategy.lag()).map((lag) => ({ group: strategy.group, ...lag })),
        );
        return (await Promise.all(perGroup)).flat();
      },
      received: () =>
        this.strategies.flatMap((strategy) =>
          Object.entries(strategy.counts()).map(([outcome, count]) => ({ group: strategy.group, outcome, count })),
        ),
    };
  }
}

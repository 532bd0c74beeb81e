import type { Provider } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';

import type { Metrics } from './metrics.js';

/** How far behind facts travel. */
export interface EventFigures {
  outbox(): Promise<{ depth: number; oldestAgeSeconds: number }>;
  relay(): { published: number; errors: number };
  parked(): Promise<{ group: string; reason: string; count: number }[]>;
  lag(): Promise<{ group: string; topic: string; messages: number }[]>;
  received(): { group: string; outcome: string; count: number }[];
}

/** A service's connection to the events of the platform, as its host wires it: the outbox it injects, the ways in, the relay. */
export interface EventConnection {
  /** At least the outbox. */
  readonly providers: readonly Provider[];
  /** One per consumer group. */
  readonly strategies: readonly CustomTransportStrategy[];
  readonly figures: EventFigures;
  /** Starts publishing; the ways in are started by the service. */
  start(): void;
  /** Null while every consumer works; else why the service is not ready. */
  problem(): string | null;
  stop(): Promise<void>;
}

/** Every gauge is read when Prometheus asks. */
export function watchEvents(metrics: Metrics, { figures }: EventConnection): void {
  const relay = (pick: 'published' | 'errors') => () => [{ labels: {}, value: figures.relay()[pick] }];
  metrics.observed('waymark_outbox_events', 'Events that wait to be published.', [], async () => [
    { labels: {}, value: (await figures.outbox()).depth },
  ]);
  metrics.observed(
    'waymark_outbox_oldest_seconds',
    'Age of the oldest event that waits to be published.',
    [],
    async () => [{ labels: {}, value: (await figures.outbox()).oldestAgeSeconds }],
  );
  metrics.observedCount('waymark_relay_published_total', 'Events published.', [], relay('published'));
  metrics.observedCount('waymark_relay_errors_total', 'Failed tries to publish.', [], relay('errors'));
  metrics.observed(
    'waymark_messages_parked',
    'Messages set aside because they could not be taken.',
    ['consumer', 'reason'],
    async () =>
      (await figures.parked()).map(({ group, reason, count }) => ({
        labels: { consumer: group, reason },
        value: count,
      })),
  );
  metrics.observed(
    'waymark_consumer_lag_messages',
    'Messages that a consumer group has still to take.',
    ['consumer', 'topic'],
    async () =>
      [...sumByTopic(await figures.lag())].map(([key, value]) => {
        const [consumer = '', topic = ''] = key.split(' ');
        return { labels: { consumer, topic }, value };
      }),
  );
  metrics.observedCount(
    'waymark_messages_received_total',
    'Messages dealt with, by outcome.',
    ['consumer', 'outcome'],
    () =>
      figures.received().map(({ group, outcome, count }) => ({ labels: { consumer: group, outcome }, value: count })),
  );
}

/** Partitions are the broker's business; people ask per topic. */
function sumByTopic(lags: readonly { group: string; topic: string; messages: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { group, topic, messages } of lags)
    sums.set(`${group} ${topic}`, (sums.get(`${group} ${topic}`) ?? 0) + messages);
  return sums;
}

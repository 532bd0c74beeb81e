import { Injectable } from '@nestjs/common';
import { Metrics } from '#libs/platform';

import type { EndReason, SentKind } from './watch-stream.js';

const refusals = ['too_many', 'full'] as const;

/** How many watch, what they are sent, and how late it is. */
@Injectable()
export class LiveMetrics {
  private readonly events;
  private readonly ticks;
  private readonly ends;
  private readonly refusals;
  private readonly lag;
  private readonly open = new Map<string, () => number>();

  constructor(metrics: Metrics) {
    this.events = metrics.counter('waymark_live_events_sent_total', 'Events sent to live boards.', ['kind']);
    this.ticks = metrics.counter('waymark_live_ticks_total', 'Looks at what live boards show.', ['outcome']);
    this.ends = metrics.counter('waymark_live_streams_ended_total', 'Streams of live boards that ended.', ['reason']);
    this.refusals = metrics.counter('waymark_live_streams_refused_total', 'Streams refused.', ['reason']);
    // From zero, so that an alert sees the first one as an increase.
    for (const reason of refusals) this.refusals.labels(reason).inc(0);
    this.ticks.labels('failed').inc(0);
    this.lag = metrics.histogram(
      'waymark_live_lag_seconds',
      'From the change of a figure to the moment at which live boards are told.',
      { buckets: [0.05, 0.1, 0.25, 0.5, 0.75, 1, 2, 5, 15] },
    );
    metrics.observed('waymark_live_streams', 'What is open for live boards.', ['kind'], async () =>
      [...this.open].map(([kind, read]) => ({ labels: { kind }, value: read() })),
    );
  }

  /** `streams` and `cohorts` that are watched now. */
  watch(kind: 'streams' | 'cohorts', read: () => number): void {
    this.open.set(kind, read);
  }

  sent(kind: SentKind): void {
    this.events.labels(kind).inc();
  }

  ticked(outcome: 'quiet' | 'changed' | 'failed'): void {
    this.ticks.labels(outcome).inc();
  }

  ended(reason: EndReason): void {
    this.ends.labels(reason).inc();
  }

  refused(reason: (typeof refusals)[number]): void {
    this.refusals.labels(reason).inc();
  }

  told(lagMs: number): void {
    this.lag.observe(Math.max(0, lagMs) / 1_000);
  }
}

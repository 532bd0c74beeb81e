import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { QuizConfig } from '../config.js';
import { AttemptMetrics } from './attempt-metrics.service.js';
import { claimOverdue } from './attempts.queries.js';
import { EndingsService } from './endings.service.js';

const batchSize = 100;
/** Half the connections of a small pool: learners who are answering go first. */
const atOnce = 4;

/**
 * Ends attempts whose time is over although nobody looks at them. Every replica sweeps; a claim keeps two from taking the
 * same attempt, and a grade that was made twice anyway is stored once.
 */
@Injectable()
export class SweepService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<number> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly endings: EndingsService,
    private readonly metrics: AttemptMetrics,
    private readonly config: QuizConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.sweepIntervalMs === null) return;
    this.timer = setInterval(() => void this.sweep(), this.config.sweepIntervalMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running?.catch(() => 0);
  }

  /** Ends every attempt that is overdue now; how many. */
  async runOnce(): Promise<number> {
    let ended = 0;
    for (;;) {
      const claimed = await claimOverdue(this.dataSource, [this.clock.now(), batchSize]);
      for (let at = 0; at < claimed.length; at += atOnce) {
        await Promise.all(claimed.slice(at, at + atOnce).map((attempt) => this.end(attempt)));
      }
      ended += claimed.length;
      if (claimed.length < batchSize) return ended;
    }
  }

  /** A sweep that is still at work is left to it. A failed one is repeated by the next tick; the metric shows the delay. */
  private async sweep(): Promise<void> {
    if (this.running !== null) return;
    this.running = this.runOnce();
    await this.running.catch(() => this.metrics.sweepFailed());
    this.running = null;
  }

  private async end({ id, learner_id, deadline_at }: { id: string; learner_id: string; deadline_at: Date }) {
    await this.endings.endOverdue(id, learner_id);
    this.metrics.swept(this.clock.now().getTime() - deadline_at.getTime());
  }
}

import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { QuizConfig } from '../config.js';
import { RegradeMetrics } from './regrade-metrics.service.js';
import { WalksService } from './walks.service.js';

/** Works off regrades in the background. Every replica does; the lock on a regrade's row keeps two from the same batch. */
@Injectable()
export class RegradeJobsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isClosing = false;

  constructor(
    private readonly walks: WalksService,
    private readonly metrics: RegradeMetrics,
    private readonly config: QuizConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.sweepIntervalMs === null) return;
    this.timer = setInterval(() => void this.work(), this.config.sweepIntervalMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  /** Until nothing is left to do; a batch that failed is left to a later call. */
  async runOnce(): Promise<void> {
    while (!this.isClosing && (await this.walks.step()));
  }

  /** Also the answer to a new regrade, so that it need not wait for the next tick. */
  wake(): void {
    if (this.config.sweepIntervalMs !== null) void this.work();
  }

  /** The database may be away: the next tick tries again. */
  private async work(): Promise<void> {
    if (this.running !== null) return;
    this.running = this.runOnce().catch(() => this.metrics.failed());
    await this.running;
    this.running = null;
  }
}

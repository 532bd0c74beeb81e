import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { QuizConfig } from '../config.js';
import { forgottenFrom } from './invitation.js';
import { deleteOver } from './invitations.queries.js';

/** The rule is about days. */
const intervalMs = 60 * 60_000;
const batchSize = 1_000;

/**
 * Removes the addresses of people who were invited and never came. Whoever accepted has an account, and is forgotten with it. Every
 * replica does this; what one has removed is not there for the others.
 */
@Injectable()
export class Forgetting implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('quiz.invitations');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: QuizConfig,
  ) {}

  onApplicationBootstrap(): void {
    // Where a test turns the sweep by hand it turns this handle, too.
    if (this.config.sweepIntervalMs === null) return;
    this.timer = setInterval(() => void this.forget(), intervalMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  /** How many were removed. */
  async runOnce(): Promise<number> {
    let removed = 0;
    for (;;) {
      const batch = await deleteOver(this.dataSource, forgottenFrom(this.clock.now()), batchSize);
      removed += batch;
      if (batch < batchSize) return removed;
    }
  }

  /** A round that is still at work is left to it; a failed one is repeated by the next tick. */
  private async forget(): Promise<void> {
    if (this.running !== null) return;
    this.running = this.runOnce().catch((error: unknown) => this.log.warn(`Old invitations stay: ${String(error)}`));
    await this.running;
    this.running = null;
  }
}

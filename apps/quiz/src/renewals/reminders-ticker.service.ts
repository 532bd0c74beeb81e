import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { QuizConfig } from '../config.js';
import { CredentialMetrics } from '../credentials/credential-metrics.service.js';
import { RemindersService } from './reminders.service.js';

/** A reminder is about days: minutes matter to nobody. */
const intervalMs = 5 * 60_000;

/** Looks for what is due at intervals. Every replica does; a reminder that one has taken is not there for the others. */
@Injectable()
export class RemindersTicker implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly reminders: RemindersService,
    private readonly metrics: CredentialMetrics,
    private readonly config: QuizConfig,
  ) {}

  onApplicationBootstrap(): void {
    // Where a test turns the sweep by hand it turns this handle, too.
    if (this.config.sweepIntervalMs === null) return;
    this.timer = setInterval(() => void this.remind(), intervalMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running?.catch(() => undefined);
  }

  /** A round that is still at work is left to it. A failed one is repeated by the next tick; the metric shows it. */
  private async remind(): Promise<void> {
    if (this.running !== null) return;
    this.running = this.reminders.runOnce();
    await this.running.then(
      () => this.metrics.reminded(),
      () => this.metrics.remindersFailed(),
    );
    this.running = null;
  }
}

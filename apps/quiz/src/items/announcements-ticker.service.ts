import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { QuizConfig } from '../config.js';
import { AnnouncementsService, intervalMs } from './announcements.service.js';
import { ItemMetrics } from './item-metrics.service.js';

/** Announces at intervals. Every replica does; rows that one has claimed are skipped by the others. */
@Injectable()
export class AnnouncementsTicker implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly announcements: AnnouncementsService,
    private readonly metrics: ItemMetrics,
    private readonly config: QuizConfig,
  ) {}

  onApplicationBootstrap(): void {
    // Where a test turns the sweep by hand it turns this handle, too.
    if (this.config.sweepIntervalMs === null) return;
    this.timer = setInterval(() => void this.announce(), intervalMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running?.catch(() => undefined);
  }

  /** A round that is still at work is left to it. A failed one is repeated by the next tick; the metric shows it. */
  private async announce(): Promise<void> {
    if (this.running !== null) return;
    this.running = this.announcements.runOnce();
    await this.running.catch(() => this.metrics.announcementsFailed());
    this.running = null;
  }
}

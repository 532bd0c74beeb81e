import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from '#libs/platform';
import type { Counter } from 'prom-client';

import { AuthConfig } from '../config.js';
import { PasswordResetsService } from '../links/password-resets.service.js';
import { MailSender } from '../mail/mail-sender.service.js';
import { HousekeepingService } from './housekeeping.service.js';

const duties = ['resets', 'mail', 'housekeeping'] as const;
type Duty = (typeof duties)[number];

/** What waits to be done although nobody asks at this moment. Every replica does it; claims keep two from doing the same. */
@Injectable()
export class UpkeepService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly failures: Counter<'duty'>;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly resets: PasswordResetsService,
    private readonly sender: MailSender,
    private readonly housekeeping: HousekeepingService,
    private readonly config: AuthConfig,
    metrics: Metrics,
  ) {
    this.failures = metrics.counter('waymark_auth_upkeep_failed_total', 'Turns of upkeep that failed, by duty.', [
      'duty',
    ]);
    // From zero, so that an alert sees the first one as an increase.
    for (const duty of duties) this.failures.inc({ duty }, 0);
  }

  onApplicationBootstrap(): void {
    if (this.config.upkeepIntervalMs === null) return;
    this.timer = setInterval(() => void this.turn(), this.config.upkeepIntervalMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  /** A turn that is still at work is left to it. */
  private async turn(): Promise<void> {
    if (this.running !== null) return;
    this.running = this.runOnce();
    await this.running;
    this.running = null;
  }

  /** A duty that fails is tried again in the next turn, and keeps no other from being done. */
  private async runOnce(): Promise<void> {
    await this.attempt('resets', () => this.resets.runOnce());
    await this.attempt('mail', () => this.sender.runOnce());
    await this.attempt('housekeeping', () => this.housekeeping.runWhenDue());
  }

  private async attempt(duty: Duty, work: () => Promise<unknown>): Promise<void> {
    await work().catch(() => this.failures.inc({ duty }));
  }
}

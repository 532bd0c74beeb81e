import { Injectable } from '@nestjs/common';
import { CredentialExpiring } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { endingCertificates } from './editions.queries.js';
import { EditionsService } from './editions.service.js';
import { claimReminders, type DueReminderRow } from './reminders.queries.js';
import { reminderDays, renewalOpensDays } from './renewal.js';

const batchSize = 100;
const dayMs = 86_400_000;
const noId = '00000000-0000-0000-0000-000000000000';

/** What the passing of time brings about: reminders, each once, and certificates that follow their badges. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly editions: EditionsService,
  ) {}

  /** Everything that is due now; how many reminders were announced. */
  async runOnce(): Promise<number> {
    // First, so that nobody is told that a certificate ends which is renewed a moment later.
    await this.renewCertificates();
    let announced = 0;
    for (const days of reminderDays) announced += await this.announceAll(days);
    if (announced > 0) this.outbox.wake();
    return announced;
  }

  private async announceAll(days: number): Promise<number> {
    let announced = 0;
    for (;;) {
      const claimed = await this.dataSource.transaction(async (manager) => {
        const due = await claimReminders(manager, { now: this.clock.now(), days, limit: batchSize });
        for (const reminder of due) await this.outbox.add(manager, CredentialExpiring, eventOf(reminder));
        return due.length;
      });
      announced += claimed;
      if (claimed < batchSize) return announced;
    }
  }

  private async renewCertificates(): Promise<void> {
    const before = new Date(this.clock.now().getTime() + renewalOpensDays * dayMs);
    for (let after = noId; ;) {
      const found = await endingCertificates(this.dataSource, { before, after, limit: batchSize });
      for (const certificate of found) {
        await this.dataSource.transaction((manager) => this.editions.followBadges(manager, certificate));
      }
      if (found.length < batchSize) return;
      after = found.at(-1)?.id ?? noId;
    }
  }
}

function eventOf({ expiresAt, ...reminder }: DueReminderRow) {
  return { ...reminder, expiresAt: expiresAt.toISOString() };
}

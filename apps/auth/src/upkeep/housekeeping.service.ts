import { Injectable } from '@nestjs/common';

import { ErasuresService } from '../erasure/erasures.service.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import { MailSender } from '../mail/mail-sender.service.js';

const everyMs = 600_000;

/** Takes away what has had its time. */
@Injectable()
export class HousekeepingService {
  private doneAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly erasures: ErasuresService,
    private readonly invitations: InvitationsService,
    private readonly mail: MailSender,
  ) {}

  async runWhenDue(): Promise<void> {
    if (performance.now() - this.doneAtMs < everyMs) return;
    this.doneAtMs = performance.now();
    await this.runOnce();
  }

  async runOnce(): Promise<void> {
    await this.mail.tidy();
    await this.invitations.tidy();
    await this.erasures.buryOld();
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { nextAttemptAt } from './mail.js';
import { MailMetrics } from './mail-metrics.service.js';
import { claimDue, deleteOld, forgetUseless, type MailRow, postpone, settleMail } from './mails.queries.js';
import { MailsService } from './mails.service.js';
import { Smtp } from './smtp.service.js';

const batchMax = 20;
/** Longer than a whole batch can take, all of whose messages time out, two at a time. */
const leaseMs = 600_000;
const atOnce = 2;
const keptForMs = 30 * 24 * 3_600_000;
const tidyMax = 1_000;

/** Carries messages to the mail server. Every replica does; a claim keeps two from sending the same. */
@Injectable()
export class MailSender {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly mails: MailsService,
    private readonly smtp: Smtp,
    private readonly metrics: MailMetrics,
  ) {}

  /** One attempt for each message that is due, up to a batch; how many. */
  async runOnce(): Promise<number> {
    if (!this.smtp.isConfigured) return 0;
    const now = this.clock.now();
    const claimed = await claimDue(this.dataSource, [now, new Date(now.getTime() + leaseMs), batchMax]);
    for (let at = 0; at < claimed.length; at += atOnce) {
      await Promise.all(claimed.slice(at, at + atOnce).map((mail) => this.send(mail)));
    }
    return claimed.length;
  }

  /** Messages are kept for a month, and the words of those whose link has ended not at all. */
  async tidy(): Promise<void> {
    const now = this.clock.now();
    await forgetUseless(this.dataSource, [now, tidyMax]);
    await deleteOld(this.dataSource, [new Date(now.getTime() - keptForMs), tidyMax]);
  }

  private async send(mail: MailRow): Promise<void> {
    const { id, recipient, attempts, useless_at: uselessAt } = mail;
    const letter = this.mails.read(mail);
    if (letter === null || (uselessAt !== null && uselessAt <= this.clock.now())) {
      return this.giveUp(mail, 'The link in it ended before it could be sent.');
    }
    const posted = await this.smtp.post({ id, recipient, letter });
    const now = this.clock.now();
    if (posted.isSent) {
      await settleMail(this.dataSource, { id, state: 'sent', error: null, at: now });
      return this.metrics.sent(mail.kind);
    }
    const dueAt = nextAttemptAt({ attempt: attempts, isFinal: posted.isFinal, uselessAt }, now);
    if (dueAt === null) return this.giveUp(mail, posted.reason);
    await postpone(this.dataSource, id, { dueAt, error: posted.reason });
  }

  private async giveUp({ id, kind }: MailRow, error: string): Promise<void> {
    await settleMail(this.dataSource, { id, state: 'failed', error, at: this.clock.now() });
    this.metrics.failed(kind);
  }
}

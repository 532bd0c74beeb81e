import { Injectable } from '@nestjs/common';
import type { CredentialExpiring, CredentialStatusChanged, DataOf } from '#libs/contracts';
import { type ReceivedEvent } from '#libs/messaging';
import { Clock, NotFound } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { Account } from '../accounts/account.entity.js';
import { AuthConfig } from '../config.js';
import { expiringLetter, statusLetter } from '../mail/letters.js';
import type { MailKind } from '../mail/mail.js';
import type { Letter } from '../mail/letter.js';
import { MailsService } from '../mail/mails.service.js';
import { accountOfToken, unsubscribeToken, unsubscribeUrl } from './unsubscribe-token.js';

/** A new consumer group is given what happened before it was: nobody wants mail about last month. */
const newsAgeMsMax = 7 * 24 * 3_600_000;

/** Mail about badges, to holders who want it and are still here. That a badge was issued is seen on the screen, not mailed. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly mails: MailsService,
    private readonly clock: Clock,
    private readonly config: AuthConfig,
    private readonly dataSource: DataSource,
  ) {}

  async remind(manager: EntityManager, event: ReceivedEvent<DataOf<typeof CredentialExpiring>>): Promise<void> {
    const { learnerId, title, courseTitle, daysLeft, kind, expiresAt } = event.data;
    const isCertificate = kind === 'course_certificate';
    const facts = { title, courseTitle, daysLeft, isCertificate, expiresAt: new Date(expiresAt) };
    const url = this.address('/credentials');
    await this.send(manager, { kind: 'credential_expiring', learnerId, time: event.time }, (to) =>
      expiringLetter({ ...facts, to, url }),
    );
  }

  async tell(manager: EntityManager, event: ReceivedEvent<DataOf<typeof CredentialStatusChanged>>): Promise<void> {
    const { learnerId, credentialId, status, reason, title, kind } = event.data;
    const url = this.address(`/c/${credentialId}`);
    await this.send(manager, { kind: 'credential_status', learnerId, time: event.time }, (to) =>
      statusLetter({ to, title, isCertificate: kind === 'course_certificate', status, reason, url }),
    );
  }

  /** By a link out of a message; one of ours for an account that is gone does nothing, and says no more than that. */
  async unsubscribe(token: string): Promise<void> {
    const id = accountOfToken(token, this.config.secret);
    if (id === null) throw new NotFound('address to unsubscribe at');
    await this.dataSource.manager.update(Account, { id, wantsMail: true }, { wantsMail: false });
  }

  private async send(
    manager: EntityManager,
    { kind, learnerId, time }: { kind: MailKind; learnerId: string; time: string },
    write: (to: string) => Letter,
  ): Promise<void> {
    if (Date.parse(time) < this.clock.now().getTime() - newsAgeMsMax) return;
    const account = await manager.findOneBy(Account, { id: learnerId, status: 'active', wantsMail: true });
    if (account === null) return;
    const { id: accountId, email: recipient, displayName } = account;
    const token = unsubscribeToken(accountId, this.config.secret);
    const letter = { ...write(displayName), unsubscribeUrl: unsubscribeUrl(this.config.publicUrl, token) };
    await this.mails.add(manager, { kind, recipient, letter, accountId });
  }

  private address(path: string): string {
    return new URL(path, this.config.publicUrl).href;
  }
}

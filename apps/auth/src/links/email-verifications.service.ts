import { Injectable } from '@nestjs/common';
import { Clock, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { AccountRecords } from '../accounts/account-records.service.js';
import type { Account } from '../accounts/account.entity.js';
import { verificationLetter } from '../mail/letters.js';
import { MailsService } from '../mail/mails.service.js';
import { EmailVerifiedAlready } from './links.errors.js';
import { LinksService } from './links.service.js';

/** That an address is the account's: reached by mail, or vouched for by an administrator where mail does not reach. */
@Injectable()
export class EmailVerificationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: AccountRecords,
    private readonly links: LinksService,
    private readonly mails: MailsService,
    private readonly clock: Clock,
  ) {}

  /** Mails a link to the address of an account, in the transaction that made the account. */
  async begin(manager: EntityManager, { id, email, displayName }: Account): Promise<void> {
    const { url, endsAt } = await this.links.make(manager, id, 'email_verification');
    await this.mails.add(manager, {
      kind: 'email_verification',
      recipient: email,
      letter: verificationLetter({ to: displayName, url, endsAt }),
      accountId: id,
      about: id,
      uselessAt: endsAt,
    });
  }

  /** @throws EmailVerifiedAlready */
  async ask(accountId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const account = await this.records.lock(manager, accountId);
      if (account.emailVerifiedAt !== null) throw new EmailVerifiedAlready();
      await this.begin(manager, account);
    });
  }

  /** @throws LinkDead */
  async verify(token: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const id = await this.links.use(manager, token, 'email_verification');
      await this.confirm(manager, id, null);
    });
  }

  /** An administrator says that the address is the person's; recorded with who said so. */
  async vouch(actor: Principal, accountId: string): Promise<Account> {
    return this.dataSource.transaction((manager) => this.confirm(manager, accountId, actor.id));
  }

  /** Confirming what is confirmed changes and announces nothing. */
  async confirm(manager: EntityManager, accountId: string, by: string | null): Promise<Account> {
    const account = await this.records.lock(manager, accountId);
    if (account.emailVerifiedAt !== null) return account;
    const change = { emailVerifiedAt: this.clock.now(), emailVerifiedBy: by };
    return this.records.change(manager, accountId, change, { endTokens: false });
  }
}

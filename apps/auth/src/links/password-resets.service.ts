import { Injectable } from '@nestjs/common';
import { prepared } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { AccountRecords } from '../accounts/account-records.service.js';
import { Account } from '../accounts/account.entity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { foldEmail } from '../accounts/address.js';
import { ResetMails } from './reset-mails.service.js';
import { LinksService } from './links.service.js';

const batchMax = 50;

const takeRequests = prepared<{ email: string }>(
  'auth.take-reset-requests',
  `DELETE FROM reset_request WHERE id IN (SELECT id FROM reset_request ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING email`,
);

/** A new password for who can read the account's mail. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: AccountRecords,
    private readonly accounts: AccountsService,
    private readonly links: LinksService,
    private readonly mails: ResetMails,
  ) {}

  /** The same work and the same answer whether or not the address has an account: that is looked at later. */
  async ask(email: string): Promise<void> {
    await this.dataSource.query('INSERT INTO reset_request (email, asked_at) VALUES ($1, now())', [foldEmail(email)]);
  }

  /** Makes and mails the links that were asked for; how many requests were dealt with. */
  async runOnce(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const taken = await takeRequests(manager, [batchMax]);
      for (const email of new Set(taken.map((request) => request.email))) await this.answer(manager, email);
      return taken.length;
    });
  }

  /** Ends every session: whoever knew the old password is out. The address was reached, so it is confirmed. @throws LinkDead */
  async reset(token: string, password: string): Promise<void> {
    const id = await this.links.holderOf(token, 'password_reset');
    const passwordHash = await this.accounts.hashOf(password, await this.accounts.get(id));
    await this.dataSource.transaction(async (manager) => {
      // A parallel use of the same link waits here, and finds nothing.
      await this.links.use(manager, token, 'password_reset');
      const { emailVerifiedAt } = await this.records.lock(manager, id);
      const change = { passwordHash, ...(emailVerifiedAt === null ? { emailVerifiedAt: this.mails.now() } : {}) };
      const ends = { endTokens: true, endSessionsBecause: 'password_reset' };
      const account = await this.records.change(manager, id, change, ends);
      await this.links.kill(manager, id);
      await this.mails.tellChanged(manager, account);
    });
  }

  private async answer(manager: EntityManager, email: string): Promise<void> {
    const account = await manager.findOneBy(Account, { email, status: 'active' });
    if (account) await this.mails.sendLink(manager, account);
  }
}

import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Role, UserChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, NotFound } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { Account } from './account.entity.js';
import { EmailTaken } from './accounts.errors.js';

export interface NewAccount {
  /** Folded. */
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly roles: Role[];
  readonly isEmailVerified: boolean;
}

export type AccountChange = Partial<
  Pick<
    Account,
    'displayName' | 'roles' | 'status' | 'passwordHash' | 'emailVerifiedAt' | 'emailVerifiedBy' | 'wantsMail'
  >
>;

export interface Ends {
  /** Refuses every access token issued so far. */
  readonly endTokens: boolean;
  /** Sessions end too when a reason is given. */
  readonly endSessionsBecause?: string;
}

/** The rows of accounts: written in the caller's transaction, and announced in it. */
@Injectable()
export class AccountRecords {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws EmailTaken */
  async insert(manager: EntityManager, given: NewAccount): Promise<Account> {
    const now = this.clock.now();
    const { isEmailVerified, ...fields } = given;
    const account = Object.assign(new Account(), {
      ...fields,
      id: randomUUID(),
      status: 'active' as const,
      tokensValidFrom: now,
      version: 1,
      createdAt: now,
      emailVerifiedAt: isEmailVerified ? now : null,
      emailVerifiedBy: null,
      wantsMail: true,
    });
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values(account)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw new EmailTaken();
    await this.announce(manager, account);
    return account;
  }

  /** The account as it is, locked until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<Account> {
    const account = await manager.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!account) throw new NotFound('account');
    return account;
  }

  async change(manager: EntityManager, id: string, change: AccountChange, ends: Ends): Promise<Account> {
    const now = this.clock.now();
    const account = await this.lock(manager, id);
    Object.assign(account, change, { version: account.version + 1 }, ends.endTokens ? { tokensValidFrom: now } : {});
    await manager.update(Account, { id }, { ...account });
    if (ends.endSessionsBecause) {
      await manager.query(
        'UPDATE session SET revoked_at = $2, revoked_because = $3 WHERE account_id = $1 AND revoked_at IS NULL',
        [id, now, ends.endSessionsBecause],
      );
    }
    await this.announce(manager, account);
    return account;
  }

  private announce(manager: EntityManager, account: Account): Promise<void> {
    return this.outbox.add(manager, UserChanged, {
      userId: account.id,
      version: account.version,
      email: account.email,
      displayName: account.displayName,
      roles: account.roles,
      status: account.status,
      tokensValidFrom: account.tokensValidFrom.toISOString(),
      isEmailVerified: account.emailVerifiedAt !== null,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Metrics } from '#libs/platform';
import type { Counter } from 'prom-client';
import { DataSource, type EntityManager } from 'typeorm';

import { Account } from '../accounts/account.entity.js';
import { PasswordHasher } from '../passwords/password-hasher.service.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.service.js';
import { ErasurePasswordWrong } from './erasures.errors.js';
import type { EraseRequest } from './my-data.dto.js';

/** That it is the person themselves who leaves: the password, counted as signing in is. */
@Injectable()
export class ErasureProof {
  private readonly erasures: Counter<'credentials'>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
    private readonly hasher: PasswordHasher,
    metrics: Metrics,
  ) {
    this.erasures = metrics.counter('waymark_accounts_erased_total', 'Accounts erased, by what became of the badges.', [
      'credentials',
    ]);
  }

  async require(id: string, password: string): Promise<void> {
    const account = await this.dataSource.manager.findOneBy(Account, { id });
    if (account) await this.throttle.spend('account', account.email);
    if (!(await this.hasher.matches(password, account?.passwordHash ?? null))) throw new ErasurePasswordWrong();
  }

  /** What is remembered of tries to sign in with the address. */
  forget(manager: EntityManager, email: string): Promise<void> {
    return this.throttle.forget(manager, email);
  }

  counted(credentials: EraseRequest['credentials']): void {
    this.erasures.inc({ credentials });
  }
}

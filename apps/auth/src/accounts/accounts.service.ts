import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/contracts';
import { decodeCursor, NotFound, type Page, type Principal, rows, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';

import { AuthConfig } from '../config.js';
import { EmailVerificationsService } from '../links/email-verifications.service.js';
import { PasswordHasher } from '../passwords/password-hasher.service.js';
import { passwordProblem } from '../passwords/password-rules.js';
import { type AccountChange, AccountRecords, type Ends } from './account-records.service.js';
import { Account } from './account.entity.js';
import type { AccountResponse, ChangeMeRequest, ListAccountsQuery, RegisterRequest } from './accounts.dto.js';
import { EmailTaken, OwnRightsUntouchable, PasswordUnsuitable, PasswordWrong } from './accounts.errors.js';
import { foldEmail } from './address.js';

@Injectable()
export class AccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: AccountRecords,
    private readonly hasher: PasswordHasher,
    private readonly verifications: EmailVerificationsService,
    private readonly config: AuthConfig,
  ) {}

  /** A new account; a link that confirms its address is mailed. */
  async register({ email, displayName, password }: RegisterRequest): Promise<AccountResponse> {
    const passwordHash = await this.hashOf(password, { email, displayName });
    return this.dataSource.transaction(async (manager) => {
      const given = { email: foldEmail(email), displayName, passwordHash, roles: ['learner' as const] };
      const account = await this.records.insert(manager, { ...given, isEmailVerified: false });
      await this.verifications.begin(manager, account);
      return toResponse(account);
    });
  }

  /** The first administrator, once: an account that exists is left as it is, also its password. */
  async ensureAdministrator(): Promise<void> {
    const { admin } = this.config;
    if (!admin) return;
    const found = await rows<{ one: number }>(
      this.dataSource,
      `SELECT 1 AS one FROM account WHERE 'admin' = ANY (roles) LIMIT 1`,
    );
    if (found.length > 0) return;
    const displayName = 'Administrator';
    const passwordHash = await this.hashOf(admin.password, { email: admin.email, displayName });
    const roles: Role[] = ['learner', 'admin'];
    const given = { email: foldEmail(admin.email), displayName, passwordHash, roles, isEmailVerified: true };
    await this.dataSource
      .transaction((manager) => this.records.insert(manager, given))
      .catch((error: unknown) => {
        // Another replica was first.
        if (!(error instanceof EmailTaken)) throw error;
      });
  }

  /** @throws PasswordUnsuitable, HashingBusy */
  async hashOf(password: string, whose: { email: string; displayName: string }): Promise<string> {
    const problem = passwordProblem(password, whose);
    if (problem) throw new PasswordUnsuitable(problem);
    return this.hasher.hash(password);
  }

  async get(id: string): Promise<AccountResponse> {
    return toResponse(await this.load(id));
  }

  async list(query: ListAccountsQuery): Promise<Page<AccountResponse>> {
    const after = decodeCursor('accounts', query.cursor);
    const found = await this.dataSource
      .createQueryBuilder(Account, 'account')
      .where(`(:search = '' OR account.email ILIKE :pattern OR account.displayName ILIKE :pattern)`, {
        search: query.search ?? '',
        pattern: `%${(query.search ?? '').replace(/[\\%_]/g, '\\$&')}%`,
      })
      .andWhere(after ? 'account.email > :after' : 'TRUE', { after: after?.[0] })
      .orderBy('account.email')
      .limit(query.limit + 1)
      .getMany();
    return toPage('accounts', found, query.limit, { item: toResponse, key: (account) => [account.email] });
  }

  async changeOwn(id: string, { displayName, wantsMail }: ChangeMeRequest): Promise<AccountResponse> {
    const change = {
      ...(displayName === undefined ? {} : { displayName }),
      ...(wantsMail === undefined ? {} : { wantsMail }),
    };
    return this.change(id, change, { endTokens: false });
  }

  /** Every session ends, this one too: whoever knew the old password is out. */
  async changePassword(id: string, currentPassword: string, newPassword: string): Promise<void> {
    const account = await this.load(id);
    const problem = passwordProblem(newPassword, account);
    if (problem) throw new PasswordUnsuitable(problem, '/newPassword');
    if (!(await this.hasher.matches(currentPassword, account.passwordHash))) throw new PasswordWrong();
    const passwordHash = await this.hasher.hash(newPassword);
    await this.change(id, { passwordHash }, { endTokens: true, endSessionsBecause: 'password_changed' });
  }

  async grantRoles(actor: Principal, id: string, roles: readonly Role[]): Promise<AccountResponse> {
    if (actor.id === id) throw new OwnRightsUntouchable();
    return this.change(id, { roles: [...new Set(roles)].sort() }, { endTokens: true });
  }

  async changeStatus(actor: Principal, id: string, status: Account['status']): Promise<AccountResponse> {
    if (actor.id === id) throw new OwnRightsUntouchable();
    return this.change(
      id,
      { status },
      { endTokens: true, ...(status === 'suspended' ? { endSessionsBecause: 'suspended' } : {}) },
    );
  }

  /** @throws OwnRightsUntouchable: nobody vouches for themselves. */
  async vouchForEmail(actor: Principal, id: string): Promise<AccountResponse> {
    if (actor.id === id) throw new OwnRightsUntouchable();
    return toResponse(await this.verifications.vouch(actor, id));
  }

  /** Refuses every access token issued so far; sessions stay unless a reason to end them is given. */
  async endTokens(id: string, endSessionsBecause: string): Promise<void> {
    await this.change(id, {}, { endTokens: true, endSessionsBecause });
  }

  private async change(id: string, change: AccountChange, ends: Ends): Promise<AccountResponse> {
    return toResponse(await this.dataSource.transaction((manager) => this.records.change(manager, id, change, ends)));
  }

  private async load(id: string): Promise<Account> {
    const account = await this.dataSource.manager.findOneBy(Account, { id });
    if (!account) throw new NotFound('account');
    return account;
  }
}

export function toResponse(account: Account): AccountResponse {
  const { id, email, displayName, roles, status, wantsMail } = account;
  return {
    id,
    email,
    displayName,
    roles,
    status,
    createdAt: account.createdAt.toISOString(),
    isEmailVerified: account.emailVerifiedAt !== null,
    wantsMail,
  };
}

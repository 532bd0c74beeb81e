import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Role, UserChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, decodeCursor, NotFound, type Page, type Principal, rows, toPage } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { AuthConfig } from '../config.js';
import { PasswordHasher } from '../passwords/password-hasher.service.js';
import { passwordProblem } from '../passwords/password-rules.js';
import { Account } from './account.entity.js';
import type { AccountResponse, ListAccountsQuery, RegisterRequest } from './accounts.dto.js';
import { EmailTaken, OwnRightsUntouchable, PasswordUnsuitable, PasswordWrong } from './accounts.errors.js';

type Change = Partial<Pick<Account, 'displayName' | 'roles' | 'status' | 'passwordHash'>>;

@Injectable()
export class AccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
    private readonly config: AuthConfig,
  ) {}

  async register(request: RegisterRequest): Promise<AccountResponse> {
    return this.create(request, ['learner']);
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
    await this.create({ ...admin, displayName: 'Administrator' }, ['learner', 'admin']).catch((error: unknown) => {
      // Another replica was first.
      if (!(error instanceof EmailTaken)) throw error;
    });
  }

  async get(id: string): Promise<AccountResponse> {
    return toResponse(await this.load(this.dataSource.manager, id));
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

  async rename(id: string, displayName: string): Promise<AccountResponse> {
    return this.change(id, { displayName }, { endTokens: false });
  }

  /** Every session ends, this one too: whoever knew the old password is out. */
  async changePassword(id: string, currentPassword: string, newPassword: string): Promise<void> {
    const account = await this.load(this.dataSource.manager, id);
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

  /** Refuses every access token issued so far; sessions stay unless a reason to end them is given. */
  async endTokens(id: string, endSessionsBecause: string): Promise<void> {
    await this.change(id, {}, { endTokens: true, endSessionsBecause });
  }

  private async create({ email, displayName, password }: RegisterRequest, roles: Role[]): Promise<AccountResponse> {
    const problem = passwordProblem(password, { email, displayName });
    if (problem) throw new PasswordUnsuitable(problem);
    const now = this.clock.now();
    const account = Object.assign(new Account(), {
      id: randomUUID(),
      email: foldEmail(email),
      displayName,
      passwordHash: await this.hasher.hash(password),
      roles,
      status: 'active' as const,
      tokensValidFrom: now,
      version: 1,
      createdAt: now,
    });
    await this.dataSource.transaction(async (manager) => {
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
    });
    return toResponse(account);
  }

  private async change(
    id: string,
    change: Change,
    ends: { endTokens: boolean; endSessionsBecause?: string },
  ): Promise<AccountResponse> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const account = await manager.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!account) throw new NotFound('account');
      Object.assign(account, change, { version: account.version + 1 }, ends.endTokens ? { tokensValidFrom: now } : {});
      await manager.update(Account, { id }, { ...account });
      if (ends.endSessionsBecause) {
        await manager.query(
          'UPDATE session SET revoked_at = $2, revoked_because = $3 WHERE account_id = $1 AND revoked_at IS NULL',
          [id, now, ends.endSessionsBecause],
        );
      }
      await this.announce(manager, account);
      return toResponse(account);
    });
  }

  private announce(manager: EntityManager, account: Account): Promise<unknown> {
    return this.outbox.add(manager, UserChanged, {
      userId: account.id,
      version: account.version,
      email: account.email,
      displayName: account.displayName,
      roles: account.roles,
      status: account.status,
      tokensValidFrom: account.tokensValidFrom.toISOString(),
    });
  }

  private async load(manager: EntityManager, id: string): Promise<Account> {
    const account = await manager.findOneBy(Account, { id });
    if (!account) throw new NotFound('account');
    return account;
  }
}

/** Addresses are told apart without regard to case, as every mail system in use does. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').toLowerCase();
}

export function toResponse(account: Account): AccountResponse {
  const { id, email, displayName, roles, status } = account;
  return { id, email, displayName, roles, status, createdAt: account.createdAt.toISOString() };
}

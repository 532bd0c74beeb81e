import { createHmac, randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { Account } from '../accounts/account.entity.js';
import { foldEmail } from '../accounts/address.js';
import { AuthConfig } from '../config.js';
import { PasswordHasher } from '../passwords/password-hasher.service.js';
import type { Client } from './refresh-cookie.js';
import { limitsFor, sessionsPerAccountMax } from './session.js';
import type { SignInRequest } from './sessions.dto.js';
import { SignInRefused } from './sessions.errors.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

/** The parts of signing in that touch passwords, throttles and the audit. */
@Injectable()
export class SignInGuard {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
    private readonly config: AuthConfig,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** The successor follows from the token and a secret, so that a repeated rotation gives the same one without storing it. */
  successorOf(refreshToken: string): string {
    return createHmac('sha256', `${this.config.secret}:refresh`).update(refreshToken).digest('base64url');
  }

  /** @throws SignInRefused after the same work and with the same words for every reason; SignInThrottled; HashingBusy. */
  async check({ email, password }: SignInRequest, client: Client): Promise<Account> {
    const folded = foldEmail(email);
    await this.throttle.reserve(folded, client.address);
    const account = await this.dataSource.manager.findOneBy(Account, { email: folded });
    const isMatch = await this.hasher.matches(password, account?.passwordHash ?? null);
    if (!account || !isMatch || account.status !== 'active') {
      await this.audit(account?.id ?? null, 'refused', client);
      throw new SignInRefused();
    }
    await this.throttle.release(folded, client.address);
    return account;
  }

  /** Opens a session with its first refresh token; the oldest one beyond the limit ends. */
  async open(account: Account, { client, hash }: { client: Client; hash: Buffer }): Promise<Date> {
    const now = this.clock.now();
    const { idleMs, absoluteMs } = limitsFor(account.roles);
    const endsAt = new Date(now.getTime() + absoluteMs);
    await this.dataSource.transaction(async (manager) => {
      const id = randomUUID();
      await manager.query(
        'INSERT INTO session (id, account_id, user_agent, created_at, last_used_at, idle_until, ends_at) VALUES ($1, $2, $3, $4, $4, $5, $6)',
        [id, account.id, client.userAgent, now, new Date(now.getTime() + idleMs), endsAt],
      );
      await manager.query(
        'INSERT INTO refresh_token (hash, session_id, client_mark, created_at) VALUES ($1, $2, $3, $4)',
        [hash, id, client.mark, now],
      );
      await this.endOldest(manager, account.id, now);
    });
    await this.audit(account.id, 'signed_in', client);
    return endsAt;
  }

  private async endOldest(manager: EntityManager, accountId: string, now: Date): Promise<void> {
    await manager.query(
      `UPDATE session SET revoked_at = $2, revoked_because = 'too_many_sessions' WHERE id IN (
         SELECT id FROM session WHERE account_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC OFFSET $3)`,
      [accountId, now, sessionsPerAccountMax],
    );
  }

  private async audit(accountId: string | null, outcome: string, client: Client): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO sign_in_audit (account_id, outcome, address, user_agent, at) VALUES ($1, $2, $3, $4, $5)',
      [accountId, outcome, client.address, client.userAgent, this.clock.now()],
    );
  }
}

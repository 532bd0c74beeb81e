import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, rows } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { SignInThrottled } from './sessions.errors.js';

interface Budget {
  /** Failures that cost nothing. */
  readonly free: number;
  readonly delaySecondsMax: number;
  /** Failures are forgotten after this long without one. */
  readonly forgetSeconds: number;
}

const budgets = {
  account: { free: 5, delaySecondsMax: 900, forgetSeconds: 3_600 },
  address: { free: 60, delaySecondsMax: 300, forgetSeconds: 900 },
  /** Mailed links that lead nowhere, per network address. */
  link: { free: 30, delaySecondsMax: 300, forgetSeconds: 900 },
  /** Messages that anybody can have sent, by the address they go to and by where the wish comes from. */
  mail_to: { free: 3, delaySecondsMax: 1_800, forgetSeconds: 7_200 },
  mail_from: { free: 60, delaySecondsMax: 900, forgetSeconds: 3_600 },
} as const satisfies Record<string, Budget>;
type Scope = keyof typeof budgets;

/**
 * Growing delays per account and per network address, never a lock for ever. Every try is counted as a failure before
 * the password is looked at, in one statement, so parallel guesses cannot slip past the counter; a success takes it back.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws SignInThrottled with the seconds to wait. */
  async reserve(email: string, address: string): Promise<void> {
    await this.spend('account', email);
    await this.spend('address', address);
  }

  /** After a success: the account starts fresh, the address gets its one try back. */
  async release(email: string, address: string): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_throttle WHERE scope = $1 AND key = $2', [
      'account',
      keyOf(email),
    ]);
    await this.giveBack('address', address);
  }

  async giveBack(scope: Scope, subject: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE sign_in_throttle SET failures = greatest(0, failures - 1) WHERE scope = $1 AND key = $2',
      [scope, keyOf(subject)],
    );
  }

  /** All that is remembered of an address, whatever it tried. */
  async forget(manager: EntityManager, email: string): Promise<void> {
    await manager.query(`DELETE FROM sign_in_throttle WHERE scope IN ('account', 'mail_to') AND key = $1`, [
      keyOf(email),
    ]);
  }

  /** Counts one try. @throws SignInThrottled with the seconds to wait. */
  async spend(scope: Scope, subject: string): Promise<void> {
    const { free, delaySecondsMax, forgetSeconds } = budgets[scope];
    const now = this.clock.now();
    const key = keyOf(subject);
    const [counted] = await rows<{ failures: number }>(
      this.dataSource,
      `INSERT INTO sign_in_throttle AS known (scope, key, failures, blocked_until, updated_at) VALUES ($1, $2, 1, $3, $3)
       ON CONFLICT (scope, key) DO UPDATE SET
         failures = CASE WHEN known.updated_at < $3::timestamptz - make_interval(secs => $4) THEN 1 ELSE known.failures + 1 END,
         blocked_until = CASE WHEN known.failures + 1 <= $5 OR known.updated_at < $3::timestamptz - make_interval(secs => $4) THEN $3
           ELSE $3::timestamptz + make_interval(secs => least($6, power(2, least(known.failures + 1 - $5, 20)))) END,
         updated_at = $3
       WHERE known.blocked_until <= $3
       RETURNING failures`,
      [scope, key, now, forgetSeconds, free, delaySecondsMax],
    );
    if (counted) return;
    const [blocked] = await rows<{ seconds: number }>(
      this.dataSource,
      'SELECT extract(epoch FROM blocked_until - $3::timestamptz)::float8 AS seconds FROM sign_in_throttle WHERE scope = $1 AND key = $2',
      [scope, key, now],
    );
    throw new SignInThrottled(Math.max(1, blocked?.seconds ?? 1));
  }
}

/** Addresses are kept as hashes: the table says nothing about who tried. */
function keyOf(subject: string): Buffer {
  return createHash('sha256').update(subject).digest();
}

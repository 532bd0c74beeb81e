import { createHmac, randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';

import { Injectable } from '@nestjs/common';
import { Metrics, Refusal } from '#libs/platform';
import bcrypt from 'bcrypt';

import { AuthConfig } from '../config.js';

const cost = 12;
const scheme = 'v1';

export class HashingBusy extends Refusal {
  readonly kind = 'limited';
  readonly code = 'sign_in_busy';
  override readonly retryAfterSeconds = randomInt(2, 6);

  constructor() {
    super('Many people are signing in at this moment. Try again in a few seconds.');
  }
}

/**
 * bcrypt, cost 12, over an HMAC of the password: bcrypt alone ignores everything beyond 72 bytes. At about five hashes a
 * second and core this is the most expensive thing the platform does, so as many run at once as there are cores, a few
 * wait, and the rest is told to come back.
 */
@Injectable()
export class PasswordHasher {
  private readonly runningMax = Math.max(1, availableParallelism());
  private readonly waitingMax = this.runningMax + 8;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** Compared against when the account does not exist, so that both cases take as long. */
  private readonly dummy: Promise<string>;

  constructor(
    private readonly config: AuthConfig,
    metrics: Metrics,
  ) {
    metrics.observed('waymark_password_hashes', 'Password hashes running or waiting.', ['state'], async () => [
      { labels: { state: 'running' }, value: this.running },
      { labels: { state: 'waiting' }, value: this.waiting.length },
    ]);
    this.dummy = bcrypt.hash(this.prehash('no account has this password'), cost);
  }

  /** @throws HashingBusy when too many hashes wait already. */
  async hash(password: string): Promise<string> {
    return this.limited(async () => `${scheme}${await bcrypt.hash(this.prehash(password), cost)}`);
  }

  /** True when the password belongs to the stored hash; takes the same time when there is no account (null). */
  async matches(password: string, stored: string | null): Promise<boolean> {
    return this.limited(async () => {
      const hash = stored?.startsWith(scheme) ? stored.slice(scheme.length) : await this.dummy;
      const isMatch = await bcrypt.compare(this.prehash(password), hash);
      return isMatch && stored !== null;
    });
  }

  /** 44 characters, whatever was typed: nothing is cut, NUL bytes are harmless, and equal-looking Unicode is equal. */
  private prehash(password: string): string {
    return createHmac('sha256', `${this.config.secret}:password`).update(password.normalize('NFKC')).digest('base64');
  }

  private async limited<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.runningMax) {
      if (this.waiting.length >= this.waitingMax) throw new HashingBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed on rather than freed, so that nobody who arrives meanwhile overtakes the queue.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

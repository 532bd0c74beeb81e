import { Injectable } from '@nestjs/common';
import { UserErased } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, prepared } from '#libs/platform';
import { DataSource } from 'typeorm';

import { Account } from '../accounts/account.entity.js';
import { AccountRecords } from '../accounts/account-records.service.js';
import { ErasureProof } from './erasure-proof.service.js';
import { LastAdministrator } from './erasures.errors.js';
import { forgetPerson, otherAdministrators } from './erasures.queries.js';
import type { EraseRequest } from './my-data.dto.js';

const takeUnburied = prepared<{ account_id: string }>(
  'auth.take-unburied',
  `UPDATE erasure SET buried_at = $1 WHERE account_id IN (
     SELECT account_id FROM erasure WHERE buried_at IS NULL AND erased_at < $2 ORDER BY erased_at LIMIT $3 FOR UPDATE SKIP LOCKED)
   RETURNING account_id`,
);

/**
 * A reader that was away hears of the erasure when it comes back within this time. The event itself names nobody, and takes
 * the place of all earlier events of the account when the topic is compacted.
 */
const buriedAfterMs = 7 * 24 * 3_600_000;
const buriedAtOnceMax = 100;

/** Leaving for good. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly proof: ErasureProof,
    private readonly records: AccountRecords,
    private readonly clock: Clock,
  ) {}

  /** @throws ErasurePasswordWrong, SignInThrottled, LastAdministrator */
  async erase(id: string, { password, credentials }: EraseRequest): Promise<void> {
    await this.proof.require(id, password);
    const erasedAt = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      const others = await otherAdministrators(manager, id);
      const account = await this.records.lock(manager, id);
      const { email, roles, version } = account;
      if (roles.includes('admin') && others === 0) throw new LastAdministrator();
      await forgetPerson(manager, account);
      await this.proof.forget(manager, email);
      await manager.delete(Account, { id });
      await manager.query('INSERT INTO erasure (account_id, erased_at, credentials) VALUES ($1, $2, $3)', [
        ...[id, erasedAt, credentials],
      ]);
      await this.outbox.forget(manager, UserErased.topic, id);
      const erased = { userId: id, version: version + 1, credentials, erasedAt: erasedAt.toISOString() };
      await this.outbox.add(manager, UserErased, erased);
    });
    this.proof.counted(credentials);
  }

  /** Announces the tombstones of those who left long enough ago; how many. */
  async buryOld(): Promise<number> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const before = new Date(now.getTime() - buriedAfterMs);
      const taken = await takeUnburied(manager, [now, before, buriedAtOnceMax]);
      const ids = taken.map((erasure) => erasure.account_id).toSorted();
      for (const id of ids) await this.outbox.bury(manager, UserErased, id);
      return ids.length;
    });
  }
}

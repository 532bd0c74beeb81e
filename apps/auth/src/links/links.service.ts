import { Injectable } from '@nestjs/common';
import { Clock, digestOf, prepared, secretToken } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { AuthConfig } from '../config.js';
import { linkLivesMs, type LinkPurpose, linkUrl } from './link.js';
import { LinkDead } from './links.errors.js';

/** Dead links and links of suspended accounts take the same way as living ones, and lead nowhere. */
const holder = prepared<{ account_id: string }>(
  'auth.link-holder',
  `SELECT link.account_id FROM account_link AS link JOIN account ON account.id = link.account_id
   WHERE link.hash = $1 AND link.purpose = $2 AND link.ends_at > $3 AND account.status = 'active'`,
);

const spend = prepared<{ account_id: string }>(
  'auth.spend-link',
  `DELETE FROM account_link AS link USING account
   WHERE link.hash = $1 AND link.purpose = $2 AND link.ends_at > $3 AND account.id = link.account_id AND account.status = 'active'
   RETURNING link.account_id`,
);

/** Links that prove, once, that a mail box is somebody's. */
@Injectable()
export class LinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: AuthConfig,
  ) {}

  /** A link of one purpose replaces the one before. */
  async make(manager: EntityManager, accountId: string, purpose: LinkPurpose): Promise<{ url: string; endsAt: Date }> {
    const token = secretToken('hex');
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + linkLivesMs);
    await manager.query(
      `INSERT INTO account_link (hash, purpose, account_id, created_at, ends_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id, purpose) DO UPDATE
         SET hash = excluded.hash, created_at = excluded.created_at, ends_at = excluded.ends_at`,
      [digestOf(token), purpose, accountId, now, endsAt],
    );
    return { url: linkUrl(this.config.publicUrl, purpose, token), endsAt };
  }

  /** Whose link it is, without using it. @throws LinkDead */
  async holderOf(token: string, purpose: LinkPurpose): Promise<string> {
    const [found] = await holder(this.dataSource, [digestOf(token), purpose, this.clock.now()]);
    if (!found) throw new LinkDead();
    return found.account_id;
  }

  /** Of many who use a link at once, one gets the account. @throws LinkDead */
  async use(manager: EntityManager, token: string, purpose: LinkPurpose): Promise<string> {
    const [found] = await spend(manager, [digestOf(token), purpose, this.clock.now()]);
    if (!found) throw new LinkDead();
    return found.account_id;
  }

  async kill(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query('DELETE FROM account_link WHERE account_id = $1', [accountId]);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import type { Account } from '../accounts/account.entity.js';
import { AuthConfig } from '../config.js';
import { passwordChangedLetter, resetLetter } from '../mail/letters.js';
import { MailsService } from '../mail/mails.service.js';
import { LinksService } from './links.service.js';

/** What is mailed around a forgotten password. */
@Injectable()
export class ResetMails {
  constructor(
    private readonly links: LinksService,
    private readonly mails: MailsService,
    private readonly clock: Clock,
    private readonly config: AuthConfig,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async sendLink(manager: EntityManager, { id, email, displayName }: Account): Promise<void> {
    const { url, endsAt } = await this.links.make(manager, id, 'password_reset');
    const letter = resetLetter({ to: displayName, url, endsAt });
    const mail = { recipient: email, letter, accountId: id, about: id, uselessAt: endsAt };
    await this.mails.add(manager, { kind: 'password_reset', ...mail });
  }

  async tellChanged(manager: EntityManager, { id, email, displayName }: Account): Promise<void> {
    const url = new URL('/forgot-password', this.config.publicUrl).href;
    const letter = passwordChangedLetter({ to: displayName, url });
    await this.mails.add(manager, { kind: 'password_changed', recipient: email, letter, accountId: id });
  }
}

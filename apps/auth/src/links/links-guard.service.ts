import { Injectable } from '@nestjs/common';

import { AccountsService } from '../accounts/accounts.service.js';
import { foldEmail } from '../accounts/address.js';
import type { Client } from '../sessions/refresh-cookie.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.service.js';
import { EmailVerificationsService } from './email-verifications.service.js';
import { LinkDead } from './links.errors.js';
import { PasswordResetsService } from './password-resets.service.js';

/** What strangers may do with links and mail is counted before it is done, as signing in is. */
@Injectable()
export class LinksGuard {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly accounts: AccountsService,
    private readonly verifications: EmailVerificationsService,
    private readonly resets: PasswordResetsService,
  ) {}

  async askVerification(accountId: string, client: Client): Promise<void> {
    const { email } = await this.accounts.get(accountId);
    await this.countMail(email, client);
    await this.verifications.ask(accountId);
  }

  /** Unknown addresses are counted as known ones are: the refusal tells nothing either. */
  async askReset(email: string, client: Client): Promise<void> {
    await this.countMail(foldEmail(email), client);
    await this.resets.ask(email);
  }

  verify(token: string, client: Client): Promise<void> {
    return this.tryLink(client, () => this.verifications.verify(token));
  }

  reset({ token, password }: { token: string; password: string }, client: Client): Promise<void> {
    return this.tryLink(client, () => this.resets.reset(token, password));
  }

  /** Counts a try against the network address, and takes it back unless the link led nowhere. */
  async tryLink<Result>(client: Client, use: () => Promise<Result>): Promise<Result> {
    await this.throttle.spend('link', client.address);
    try {
      const result = await use();
      await this.throttle.giveBack('link', client.address);
      return result;
    } catch (error) {
      if (!(error instanceof LinkDead)) await this.throttle.giveBack('link', client.address);
      throw error;
    }
  }

  private async countMail(email: string, client: Client): Promise<void> {
    await this.throttle.spend('mail_from', client.address);
    await this.throttle.spend('mail_to', email);
  }
}

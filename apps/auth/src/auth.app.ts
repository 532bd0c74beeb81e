import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CreateMessagingTables } from '#libs/messaging';
import { CreatePlatformTables1764000000000, rows, type ServiceDefinition, type Standing } from '#libs/platform';

import { access } from './access.js';
import { AccountRecords } from './accounts/account-records.service.js';
import { Account } from './accounts/account.entity.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { ErasureProof } from './erasure/erasure-proof.service.js';
import { ErasuresService } from './erasure/erasures.service.js';
import { MyDataController } from './erasure/my-data.controller.js';
import { MyDataService } from './erasure/my-data.service.js';
import { AcceptancesService } from './invitations/acceptances.service.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsEvents } from './invitations/invitations.events.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { EmailVerificationsService } from './links/email-verifications.service.js';
import { LinksController } from './links/links.controller.js';
import { LinksGuard } from './links/links-guard.service.js';
import { LinksService } from './links/links.service.js';
import { PasswordResetsService } from './links/password-resets.service.js';
import { ResetMails } from './links/reset-mails.service.js';
import { MailMetrics } from './mail/mail-metrics.service.js';
import { MailSender } from './mail/mail-sender.service.js';
import { MailsController } from './mail/mails.controller.js';
import { MailsService } from './mail/mails.service.js';
import { Smtp } from './mail/smtp.service.js';
import { CreateAuthTables1764000001000 } from './migrations/1764000001000-create-auth-tables.js';
import { CreateMailAndLinks1764000001100 } from './migrations/1764000001100-create-mail-and-links.js';
import { PasswordHasher } from './passwords/password-hasher.service.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { RemindersEvents } from './reminders/reminders.events.js';
import { RemindersService } from './reminders/reminders.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInGuard } from './sessions/sign-in-guard.service.js';
import { SignInThrottle } from './sessions/sign-in-throttle.service.js';
import { SigningKeysController } from './signing-keys/signing-keys.controller.js';
import { SigningKeysService } from './signing-keys/signing-keys.service.js';
import { HousekeepingService } from './upkeep/housekeeping.service.js';
import { UpkeepService } from './upkeep/upkeep.service.js';

export { AuthConfig, isMailComplete, mailConfigOf, mailSettings } from './config.js';

@Module({
  controllers: [
    AccountsController,
    InvitationsController,
    InvitationsEvents,
    LinksController,
    MailsController,
    MyDataController,
    RemindersController,
    RemindersEvents,
    SessionsController,
    SigningKeysController,
  ],
  providers: [
    AcceptancesService,
    AccountRecords,
    AccountsService,
    EmailVerificationsService,
    ErasureProof,
    ErasuresService,
    HousekeepingService,
    InvitationsService,
    LinksGuard,
    LinksService,
    MailMetrics,
    MailSender,
    MailsService,
    MyDataService,
    PasswordHasher,
    PasswordResetsService,
    RemindersService,
    ResetMails,
    SessionsService,
    SignInGuard,
    SignInThrottle,
    SigningKeysService,
    Smtp,
    UpkeepService,
  ],
})
export class AuthModule implements OnApplicationBootstrap {
  constructor(
    private readonly signingKeys: SigningKeysService,
    private readonly accounts: AccountsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.signingKeys.prepare();
    await this.accounts.ensureAdministrator();
  }
}

export const auth: ServiceDefinition = {
  name: 'auth',
  module: AuthModule,
  entities: [Account],
  migrations: [
    CreatePlatformTables1764000000000,
    CreateMessagingTables,
    CreateAuthTables1764000001000,
    CreateMailAndLinks1764000001100,
  ],
  access,
  groups: ['auth.invitations', 'auth.reminders'],
  ownKeys: (app) => () => app.get(SigningKeysService).publicKeys(),
  standings: (dataSource) => async () => {
    const recent = await rows<{ id: string; tokens_valid_from: Date }>(
      dataSource,
      // Who left has no token that is good, also none of the very second in which they left.
      `SELECT id, tokens_valid_from FROM account WHERE tokens_valid_from > now() - interval '11 minutes' AND version > 1
       UNION ALL
       SELECT account_id, erased_at + interval '1 second' FROM erasure WHERE erased_at > now() - interval '11 minutes'`,
    );
    return recent.map((account): Standing => ({ userId: account.id, tokensValidFrom: account.tokens_valid_from }));
  },
};

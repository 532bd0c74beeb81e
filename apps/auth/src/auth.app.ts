import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CreateMessagingTables } from '#libs/messaging';
import { CreatePlatformTables1764000000000, rows, type ServiceDefinition, type Standing } from '#libs/platform';

import { access } from './access.js';
import { Account } from './accounts/account.entity.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { CreateAuthTables1764000001000 } from './migrations/1764000001000-create-auth-tables.js';
import { PasswordHasher } from './passwords/password-hasher.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInGuard } from './sessions/sign-in-guard.service.js';
import { SignInThrottle } from './sessions/sign-in-throttle.service.js';
import { SigningKeysController } from './signing-keys/signing-keys.controller.js';
import { SigningKeysService } from './signing-keys/signing-keys.service.js';

export { AuthConfig } from './config.js';

@Module({
  controllers: [AccountsController, SessionsController, SigningKeysController],
  providers: [AccountsService, PasswordHasher, SessionsService, SignInGuard, SignInThrottle, SigningKeysService],
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
  migrations: [CreatePlatformTables1764000000000, CreateMessagingTables, CreateAuthTables1764000001000],
  access,
  groups: [],
  ownKeys: (app) => () => app.get(SigningKeysService).publicKeys(),
  standings: (dataSource) => async () => {
    const recent = await rows<{ id: string; tokens_valid_from: Date }>(
      dataSource,
      `SELECT id, tokens_valid_from FROM account WHERE tokens_valid_from > now() - interval '11 minutes' AND version > 1`,
    );
    return recent.map((account): Standing => ({ userId: account.id, tokensValidFrom: account.tokens_valid_from }));
  },
};

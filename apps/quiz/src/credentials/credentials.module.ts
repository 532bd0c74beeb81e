import { Module } from '@nestjs/common';

import { AchievementsEvents } from './achievements.events.js';
import { AchievementsService } from './achievements.service.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { CredentialsController } from './credentials.controller.js';
import { CredentialsService } from './credentials.service.js';
import { IssuerController } from './issuer.controller.js';
import { IssuerService } from './issuer.service.js';
import { SigningService } from './signing.service.js';

@Module({
  controllers: [AchievementsEvents, CredentialsController, IssuerController],
  providers: [AchievementsService, CredentialMetrics, CredentialsService, IssuerService, SigningService],
  exports: [CredentialMetrics, SigningService],
})
export class CredentialsModule {}

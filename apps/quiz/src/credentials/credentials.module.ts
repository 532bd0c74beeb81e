import { Module } from '@nestjs/common';

import { IssuerModule } from '../issuer/issuer.module.js';
import { StatusListsModule } from '../status-lists/status-lists.module.js';
import { AchievementsEvents } from './achievements.events.js';
import { AchievementsService } from './achievements.service.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { CredentialsController } from './credentials.controller.js';
import { CredentialsService } from './credentials.service.js';
import { PicturesService } from './pictures.service.js';
import { RepresentationsService } from './representations.service.js';
import { SigningService } from './signing.service.js';

@Module({
  imports: [IssuerModule, StatusListsModule],
  controllers: [AchievementsEvents, CredentialsController],
  providers: [
    AchievementsService,
    CredentialMetrics,
    CredentialsService,
    PicturesService,
    RepresentationsService,
    SigningService,
  ],
  exports: [CredentialMetrics, SigningService],
})
export class CredentialsModule {}

import { Module } from '@nestjs/common';

import { IssuerModule } from '../issuer/issuer.module.js';
import { StatusListsModule } from '../status-lists/status-lists.module.js';
import { VerifierModule } from '../verifier/verifier.module.js';
import { AchievementsEvents } from './achievements.events.js';
import { AchievementsService } from './achievements.service.js';
import { ChecksService } from './checks.service.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { CredentialsController } from './credentials.controller.js';
import { CredentialsService } from './credentials.service.js';
import { IssuingService } from './issuing.service.js';
import { PicturesService } from './pictures.service.js';
import { RepresentationsService } from './representations.service.js';
import { SigningService } from './signing.service.js';
import { StatusChanges } from './status-changes.service.js';

@Module({
  imports: [IssuerModule, StatusListsModule, VerifierModule],
  controllers: [AchievementsEvents, CredentialsController],
  providers: [
    AchievementsService,
    ChecksService,
    CredentialMetrics,
    CredentialsService,
    IssuingService,
    PicturesService,
    RepresentationsService,
    SigningService,
    StatusChanges,
  ],
  exports: [CredentialMetrics, SigningService, StatusChanges],
})
export class CredentialsModule {}

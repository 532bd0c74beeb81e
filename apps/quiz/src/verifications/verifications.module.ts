import { Module } from '@nestjs/common';

import { IssuerModule } from '../issuer/issuer.module.js';
import { StatusListsModule } from '../status-lists/status-lists.module.js';
import { VerifierModule } from '../verifier/verifier.module.js';
import { EvidenceService } from './evidence.service.js';
import { VerificationLimits } from './verification-limits.service.js';
import { VerificationsController } from './verifications.controller.js';
import { VerificationsService } from './verifications.service.js';

@Module({
  imports: [IssuerModule, StatusListsModule, VerifierModule],
  controllers: [VerificationsController],
  providers: [EvidenceService, VerificationLimits, VerificationsService],
})
export class VerificationsModule {}

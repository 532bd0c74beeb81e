import { Module } from '@nestjs/common';

import { AttemptsModule } from '../attempts/attempts.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ChallengeMetrics } from './challenge-metrics.service.js';
import { ChallengesController } from './challenges.controller.js';
import { ChallengesService } from './challenges.service.js';
import { ResolutionsService } from './resolutions.service.js';

@Module({
  imports: [AttemptsModule, CatalogModule],
  controllers: [ChallengesController],
  providers: [ChallengeMetrics, ChallengesService, ResolutionsService],
})
export class ChallengesModule {}

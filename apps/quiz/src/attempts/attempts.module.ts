import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { AttemptListsService } from './attempt-lists.service.js';
import { AttemptMetrics } from './attempt-metrics.service.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { EndingsService } from './endings.service.js';
import { OpeningsService } from './openings.service.js';
import { PapersService } from './papers.service.js';
import { StartsService } from './starts.service.js';
import { SweepService } from './sweep.service.js';
import { VoidsService } from './voids.service.js';

@Module({
  imports: [CatalogModule, CohortsModule],
  controllers: [AttemptsController],
  providers: [
    AttemptListsService,
    AttemptMetrics,
    AttemptsService,
    EndingsService,
    OpeningsService,
    PapersService,
    StartsService,
    SweepService,
    VoidsService,
  ],
  exports: [AttemptsService, EndingsService, SweepService],
})
export class AttemptsModule {}

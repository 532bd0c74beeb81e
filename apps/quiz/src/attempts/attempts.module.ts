import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { AttemptListsService } from './attempt-lists.service.js';
import { AttemptMetrics } from './attempt-metrics.service.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { DecisionsService } from './decisions.service.js';
import { EndingStoreService } from './ending-store.service.js';
import { EndingsService } from './endings.service.js';
import { OpeningsService } from './openings.service.js';
import { PapersService } from './papers.service.js';
import { RecountsService } from './recounts.service.js';
import { SavesService } from './saves.service.js';
import { StartsService } from './starts.service.js';
import { SweepService } from './sweep.service.js';
import { ViewsService } from './views.service.js';
import { VoidsService } from './voids.service.js';

@Module({
  imports: [CatalogModule, CohortsModule],
  controllers: [AttemptsController],
  providers: [
    AttemptListsService,
    AttemptMetrics,
    AttemptsService,
    DecisionsService,
    EndingStoreService,
    EndingsService,
    OpeningsService,
    PapersService,
    RecountsService,
    SavesService,
    StartsService,
    SweepService,
    ViewsService,
    VoidsService,
  ],
  exports: [AttemptMetrics, AttemptsService, DecisionsService, EndingsService, RecountsService, SweepService],
})
export class AttemptsModule {}

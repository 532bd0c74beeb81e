import { Module } from '@nestjs/common';

import { AttemptsModule } from '../attempts/attempts.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { BatchesService } from './batches.service.js';
import { LateAttemptsService } from './late-attempts.service.js';
import { RegradeJobsService } from './regrade-jobs.service.js';
import { RegradeListsService } from './regrade-lists.service.js';
import { RegradeMetrics } from './regrade-metrics.service.js';
import { RegradesController } from './regrades.controller.js';
import { RegradesEvents } from './regrades.events.js';
import { RegradesService } from './regrades.service.js';
import { RegradingService } from './regrading.service.js';
import { WalksService } from './walks.service.js';

@Module({
  imports: [AttemptsModule, CatalogModule],
  controllers: [RegradesController, RegradesEvents],
  providers: [
    BatchesService,
    LateAttemptsService,
    RegradeJobsService,
    RegradeListsService,
    RegradeMetrics,
    RegradesService,
    RegradingService,
    WalksService,
  ],
})
export class RegradesModule {}

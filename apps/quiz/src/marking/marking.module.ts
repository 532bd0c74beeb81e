import { Module } from '@nestjs/common';

import { AttemptsModule } from '../attempts/attempts.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { MarkingMetrics } from './marking-metrics.service.js';
import { MarkingController } from './marking.controller.js';
import { MarkingService } from './marking.service.js';
import { MarksService } from './marks.service.js';

@Module({
  imports: [AttemptsModule, CatalogModule, CohortsModule],
  controllers: [MarkingController],
  providers: [MarkingMetrics, MarkingService, MarksService],
})
export class MarkingModule {}

import { Module } from '@nestjs/common';

import { CohortMetrics } from './cohort-metrics.service.js';
import { CohortsController } from './cohorts.controller.js';
import { CohortsService } from './cohorts.service.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { EnrolmentsService } from './enrolments.service.js';
import { InstructorsService } from './instructors.service.js';
import { TeachingService } from './teaching.service.js';

@Module({
  controllers: [CohortsController, EnrolmentsController],
  providers: [CohortMetrics, CohortsService, EnrolmentsService, InstructorsService, TeachingService],
  exports: [TeachingService],
})
export class CohortsModule {}

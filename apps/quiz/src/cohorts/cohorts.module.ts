import { Module } from '@nestjs/common';

import { InvitationEndings } from '../invitations/invitation-endings.service.js';
import { CohortAnnouncements } from './announcements.service.js';
import { CohortMetrics } from './cohort-metrics.service.js';
import { CohortRecordsController } from './cohort-records.controller.js';
import { CohortsController } from './cohorts.controller.js';
import { CohortsService } from './cohorts.service.js';
import { DueDatesService } from './due-dates.service.js';
import { HistoryService } from './history.service.js';
import { InstructorsService } from './instructors.service.js';
import { TeachingService } from './teaching.service.js';

@Module({
  controllers: [CohortsController, CohortRecordsController],
  providers: [
    CohortAnnouncements,
    CohortMetrics,
    CohortsService,
    DueDatesService,
    HistoryService,
    InstructorsService,
    InvitationEndings,
    TeachingService,
  ],
  exports: [CohortAnnouncements, CohortMetrics, InvitationEndings, TeachingService],
})
export class CohortsModule {}

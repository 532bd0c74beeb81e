import { Module } from '@nestjs/common';

import { AttemptsModule } from '../attempts/attempts.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { DashboardRevisions } from '../insights/dashboard-revisions.service.js';
import { BoardsService } from './boards.service.js';
import { DashboardController } from './dashboard.controller.js';
import { DashboardService } from './dashboard.service.js';
import { OpenCohortsService } from './open-cohorts.service.js';

@Module({
  imports: [AttemptsModule, CohortsModule],
  controllers: [DashboardController],
  providers: [BoardsService, DashboardRevisions, DashboardService, OpenCohortsService],
  exports: [BoardsService, DashboardRevisions, OpenCohortsService],
})
export class DashboardModule {}

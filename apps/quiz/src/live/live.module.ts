import { Module } from '@nestjs/common';

import { CohortsModule } from '../cohorts/cohorts.module.js';
import { DashboardModule } from '../dashboard/dashboard.module.js';
import { FeedsService } from './feeds.service.js';
import { LiveMetrics } from './live-metrics.service.js';
import { LiveController } from './live.controller.js';
import { LiveService } from './live.service.js';
import { SeatsService } from './seats.service.js';
import { WatchersService } from './watchers.service.js';

@Module({
  imports: [CohortsModule, DashboardModule],
  controllers: [LiveController],
  providers: [FeedsService, LiveMetrics, LiveService, SeatsService, WatchersService],
})
export class LiveModule {}

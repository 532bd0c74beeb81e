import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module.js';
import { DashboardModule } from '../dashboard/dashboard.module.js';
import { ItemsModule } from '../items/items.module.js';
import { DrillDownsController } from './drill-downs.controller.js';
import { InsightsController } from './insights.controller.js';
import { InsightsEvents } from './insights.events.js';
import { InsightsService } from './insights.service.js';
import { LearnerInsightsService } from './learner-insights.service.js';
import { NeedsHelpService } from './needs-help.service.js';
import { OverviewsController } from './overviews.controller.js';
import { OverviewsService } from './overviews.service.js';
import { RecountsService } from './recounts.service.js';
import { SectionInsightsService } from './section-insights.service.js';
import { StandingsService } from './standings.service.js';

@Module({
  imports: [CatalogModule, DashboardModule, ItemsModule],
  controllers: [InsightsController, DrillDownsController, OverviewsController, InsightsEvents],
  providers: [
    InsightsService,
    LearnerInsightsService,
    NeedsHelpService,
    OverviewsService,
    RecountsService,
    SectionInsightsService,
    StandingsService,
  ],
  exports: [DashboardModule],
})
export class InsightsModule {}

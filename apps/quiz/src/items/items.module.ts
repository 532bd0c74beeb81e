import { Module } from '@nestjs/common';

import { AnnouncementsService } from './announcements.service.js';
import { AnnouncementsTicker } from './announcements-ticker.service.js';
import { CountingService } from './counting.service.js';
import { DefinitionsService } from './definitions.service.js';
import { ItemMetrics } from './item-metrics.service.js';
import { ItemsController } from './items.controller.js';
import { ItemsEvents } from './items.events.js';
import { ItemsService } from './items.service.js';
import { RecountsService } from './recounts.service.js';

@Module({
  controllers: [ItemsController, ItemsEvents],
  providers: [
    AnnouncementsService,
    AnnouncementsTicker,
    CountingService,
    DefinitionsService,
    ItemMetrics,
    ItemsService,
    RecountsService,
  ],
  exports: [ItemsService],
})
export class ItemsModule {}

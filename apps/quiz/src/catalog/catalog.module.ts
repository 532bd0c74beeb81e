import { Module } from '@nestjs/common';

import { CatalogController } from './catalog.controller.js';
import { CatalogEvents } from './catalog.events.js';
import { CatalogService } from './catalog.service.js';
import { PublicationsService } from './publications.service.js';

@Module({
  controllers: [CatalogController, CatalogEvents],
  providers: [CatalogService, PublicationsService],
  exports: [CatalogService],
})
export class CatalogModule {}

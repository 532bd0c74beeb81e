import { Module } from '@nestjs/common';

import { CatalogController } from './catalog.controller.js';
import { CatalogEvents } from './catalog.events.js';
import { CatalogService } from './catalog.service.js';
import { OwnershipService } from './ownership.service.js';
import { QuestionVersionsService } from './question-versions.service.js';
import { PublicationsService } from './publications.service.js';

@Module({
  controllers: [CatalogController, CatalogEvents],
  providers: [CatalogService, OwnershipService, PublicationsService, QuestionVersionsService],
  exports: [CatalogService, OwnershipService, QuestionVersionsService],
})
export class CatalogModule {}

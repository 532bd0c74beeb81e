import { Module } from '@nestjs/common';

import { IssuerModule } from '../issuer/issuer.module.js';
import { PublishedDocumentsService } from './published-documents.service.js';
import { StatusListsController } from './status-lists.controller.js';
import { StatusListsService } from './status-lists.service.js';

@Module({
  imports: [IssuerModule],
  controllers: [StatusListsController],
  providers: [PublishedDocumentsService, StatusListsService],
  exports: [PublishedDocumentsService, StatusListsService],
})
export class StatusListsModule {}

import { Module } from '@nestjs/common';

import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CredentialsModule } from './credentials.module.js';
import { DecisionListsService } from './decision-lists.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';

@Module({
  imports: [CohortsModule, CredentialsModule],
  controllers: [DecisionsController],
  providers: [DecisionListsService, DecisionsService],
})
export class DecisionsModule {}

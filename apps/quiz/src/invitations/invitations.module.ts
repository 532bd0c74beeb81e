import { Module } from '@nestjs/common';

import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Forgetting } from './forgetting.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { Sendings } from './sendings.service.js';

@Module({
  imports: [CohortsModule],
  controllers: [InvitationsController],
  providers: [Forgetting, InvitationsService, Sendings],
  exports: [Sendings],
})
export class InvitationsModule {}

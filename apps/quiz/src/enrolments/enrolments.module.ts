import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { Admissions } from './admissions.service.js';
import { Arrivals } from './arrivals.service.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { EnrolmentsEvents } from './enrolments.events.js';
import { EnrolmentsService } from './enrolments.service.js';
import { EnteringService } from './entering.service.js';
import { LearnersService } from './learners.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { MyCohortsController } from './my-cohorts.controller.js';
import { MyCohortsService } from './my-cohorts.service.js';
import { Roster } from './roster.service.js';

@Module({
  imports: [CatalogModule, CohortsModule, InvitationsModule],
  controllers: [EnrolmentsController, EnrolmentsEvents, LinksController, MyCohortsController],
  providers: [
    Admissions,
    Arrivals,
    EnrolmentsService,
    EnteringService,
    LearnersService,
    LinksService,
    MyCohortsService,
    Roster,
  ],
  exports: [Arrivals],
})
export class EnrolmentsModule {}

import { Module } from '@nestjs/common';

import { PeopleEvents } from './people.events.js';
import { PeopleService } from './people.service.js';
import { WelcomesService } from './welcomes.service.js';
import { ErasuresModule } from '../erasures/erasures.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';

@Module({
  imports: [EnrolmentsModule, ErasuresModule],
  controllers: [PeopleEvents],
  providers: [PeopleService, WelcomesService],
})
export class PeopleModule {}

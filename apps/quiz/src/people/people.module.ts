import { Module } from '@nestjs/common';

import { PeopleEvents } from './people.events.js';
import { PeopleService } from './people.service.js';

@Module({ controllers: [PeopleEvents], providers: [PeopleService] })
export class PeopleModule {}

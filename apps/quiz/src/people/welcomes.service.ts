import { Injectable } from '@nestjs/common';
import type { DataOf, UserChanged } from '#libs/contracts';
import type { EntityManager } from 'typeorm';

import { Arrivals } from '../enrolments/arrivals.service.js';
import { PeopleService } from './people.service.js';

/** An account that is new or changed, and the cohorts that wait for its address: one transaction, so that neither is missed. */
@Injectable()
export class WelcomesService {
  constructor(
    private readonly people: PeopleService,
    private readonly arrivals: Arrivals,
  ) {}

  async keep(manager: EntityManager, user: DataOf<typeof UserChanged>): Promise<void> {
    await this.arrivals.expect(manager, user);
    if (await this.people.keep(manager, user)) await this.arrivals.welcome(manager, user);
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { UserChanged, UserErased } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { ErasuresService } from '../erasures/erasures.service.js';
import { WelcomesService } from './welcomes.service.js';

@Controller()
export class PeopleEvents {
  constructor(
    private readonly welcomes: WelcomesService,
    private readonly erasures: ErasuresService,
  ) {}

  @OnEvent('quiz.people', UserChanged)
  keep(@Payload() { event, manager }: Delivery<typeof UserChanged>): Promise<void> {
    return this.welcomes.keep(manager, event.data);
  }

  /** In the group of `keep`, so that the two come in the order of the account's events. */
  @OnEvent('quiz.people', UserErased)
  erase(@Payload() { event, manager }: Delivery<typeof UserErased>): Promise<void> {
    return this.erasures.erase(manager, event.data);
  }
}

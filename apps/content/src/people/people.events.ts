import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { UserChanged, UserErased } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { PeopleService } from './people.service.js';

@Controller()
export class PeopleEvents {
  constructor(private readonly people: PeopleService) {}

  @OnEvent('content.people', UserChanged)
  keep(@Payload() { event, manager }: Delivery<typeof UserChanged>): Promise<void> {
    return this.people.keep(manager, event.data);
  }

  @OnEvent('content.people', UserErased)
  forget(@Payload() { event, manager }: Delivery<typeof UserErased>): Promise<void> {
    return this.people.forget(manager, event.data);
  }
}

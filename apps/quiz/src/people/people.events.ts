import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { UserChanged } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { WelcomesService } from './welcomes.service.js';

@Controller()
export class PeopleEvents {
  constructor(private readonly welcomes: WelcomesService) {}

  @OnEvent('quiz.people', UserChanged)
  keep(@Payload() { event, manager }: Delivery<typeof UserChanged>): Promise<void> {
    return this.welcomes.keep(manager, event.data);
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { UserErased } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { Arrivals } from './arrivals.service.js';

@Controller()
export class EnrolmentsEvents {
  constructor(private readonly arrivals: Arrivals) {}

  @OnEvent('quiz.enrolments', UserErased)
  farewell(@Payload() { event, manager }: Delivery<typeof UserErased>): Promise<void> {
    return this.arrivals.farewell(manager, event.data);
  }
}

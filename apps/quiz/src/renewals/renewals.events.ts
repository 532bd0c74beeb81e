import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AttemptGraded, AttemptRegraded, AttemptVoided } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { EditionsService } from './editions.service.js';

/** Each says the same: look at this attempt again, if it is a renewal. */
@Controller()
export class RenewalsEvents {
  constructor(private readonly editions: EditionsService) {}

  @OnEvent('quiz.renewals', AttemptGraded)
  graded(@Payload() { event, manager }: Delivery<typeof AttemptGraded>): Promise<void> {
    return this.editions.settle(manager, event.data);
  }

  @OnEvent('quiz.renewals', AttemptRegraded)
  regraded(@Payload() { event, manager }: Delivery<typeof AttemptRegraded>): Promise<void> {
    return this.editions.settle(manager, event.data);
  }

  @OnEvent('quiz.renewals', AttemptVoided)
  voided(@Payload() { event, manager }: Delivery<typeof AttemptVoided>): Promise<void> {
    return this.editions.settle(manager, event.data);
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AttemptGraded, AttemptRegraded, AttemptVoided } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { RecountsService } from './recounts.service.js';

/** Every event says the same: look at this learner's attempts again. */
@Controller()
export class ItemsEvents {
  constructor(private readonly recounts: RecountsService) {}

  @OnEvent('quiz.items', AttemptGraded)
  countGraded(@Payload() { event, manager }: Delivery<typeof AttemptGraded>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }

  @OnEvent('quiz.items', AttemptRegraded)
  countRegraded(@Payload() { event, manager }: Delivery<typeof AttemptRegraded>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }

  @OnEvent('quiz.items', AttemptVoided)
  takeBack(@Payload() { event, manager }: Delivery<typeof AttemptVoided>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }
}

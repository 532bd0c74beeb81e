import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AttemptGraded, AttemptSubmitted } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { LateAttemptsService } from './late-attempts.service.js';

/** Attempts that end after a regrade has begun are told by their own end, which holds up no learner. */
@Controller()
export class RegradesEvents {
  constructor(private readonly late: LateAttemptsService) {}

  @OnEvent('quiz.regrades', AttemptGraded)
  graded(@Payload() { event, manager }: Delivery<typeof AttemptGraded>): Promise<void> {
    return this.late.catchUp(manager, event.data);
  }

  @OnEvent('quiz.regrades', AttemptSubmitted)
  submitted(@Payload() { event, manager }: Delivery<typeof AttemptSubmitted>): Promise<void> {
    return this.late.catchUp(manager, event.data);
  }
}

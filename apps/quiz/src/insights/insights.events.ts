import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  AttemptGraded,
  AttemptRegraded,
  AttemptStarted,
  AttemptSubmitted,
  AttemptVoided,
  CohortChanged,
  CredentialIssued,
  CredentialStatusChanged,
  EnrolmentChanged,
} from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { RecountsService } from './recounts.service.js';

const group = 'quiz.insights';

/** Events of attempts all say the same: look at this learner's attempts at this section again. */
@Controller()
export class InsightsEvents {
  constructor(private readonly recounts: RecountsService) {}

  @OnEvent(group, AttemptStarted)
  started(@Payload() { event, manager }: Delivery<typeof AttemptStarted>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }

  @OnEvent(group, AttemptSubmitted)
  submitted(@Payload() { event, manager }: Delivery<typeof AttemptSubmitted>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }

  @OnEvent(group, AttemptGraded)
  graded(@Payload() { event, manager }: Delivery<typeof AttemptGraded>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }

  @OnEvent(group, AttemptRegraded)
  regraded(@Payload() { event, manager }: Delivery<typeof AttemptRegraded>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }

  @OnEvent(group, AttemptVoided)
  voided(@Payload() { event, manager }: Delivery<typeof AttemptVoided>): Promise<void> {
    return this.recounts.recount(manager, event.data);
  }

  @OnEvent(group, CredentialIssued)
  issued(@Payload() { event, manager }: Delivery<typeof CredentialIssued>): Promise<void> {
    return this.recounts.raise(manager, event.data);
  }

  @OnEvent(group, CredentialStatusChanged)
  statusChanged(@Payload() { event, manager }: Delivery<typeof CredentialStatusChanged>): Promise<void> {
    return this.recounts.raise(manager, { learnerId: event.data.learnerId });
  }

  @OnEvent(group, EnrolmentChanged)
  enrolled(@Payload() { event, manager }: Delivery<typeof EnrolmentChanged>): Promise<void> {
    return this.recounts.raise(manager, event.data);
  }

  @OnEvent(group, CohortChanged)
  cohortChanged(@Payload() { event, manager }: Delivery<typeof CohortChanged>): Promise<void> {
    return this.recounts.raiseGenerally(manager, event.data.cohortId);
  }
}

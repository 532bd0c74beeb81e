import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AttemptGraded, AttemptRegraded, AttemptVoided } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { occasionOfRegrade } from './achievement.js';
import { AchievementsService } from './achievements.service.js';

/** Credentials are signed here, behind our own events, never in a learner's request. */
@Controller()
export class AchievementsEvents {
  constructor(private readonly achievements: AchievementsService) {}

  @OnEvent('quiz.achievements', AttemptGraded)
  award(@Payload() { event, manager }: Delivery<typeof AttemptGraded>): Promise<void> {
    return this.achievements.award(manager, event.data);
  }

  @OnEvent('quiz.achievements', AttemptVoided)
  settle(@Payload() { event, manager }: Delivery<typeof AttemptVoided>): Promise<void> {
    return this.achievements.settle(manager, event.data, { cause: 'voided', causeId: event.data.attemptId });
  }

  @OnEvent('quiz.achievements', AttemptRegraded)
  resettle(@Payload() { event, manager }: Delivery<typeof AttemptRegraded>): Promise<void> {
    return this.achievements.settle(manager, event.data, occasionOfRegrade(event.data));
  }
}

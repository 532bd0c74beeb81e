import { Injectable } from '@nestjs/common';
import { AttemptVoided } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, NotFound, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { TeachingService } from '../cohorts/teaching.service.js';
import type { VoidedAttemptResponse } from './attempts.dto.js';
import { namedPurpose } from './ending-store.service.js';
import { RecountsService } from './recounts.service.js';
import { lockAttempt, type VoidableAttempt, voidAttempt } from './voids.queries.js';

/** Takes an attempt out of every count, for a reason; the first voiding stays. */
@Injectable()
export class VoidsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly teaching: TeachingService,
    private readonly recounts: RecountsService,
  ) {}

  async void(by: Principal, attemptId: string, reason: string): Promise<VoidedAttemptResponse> {
    const voided = await this.dataSource.transaction(async (manager) => {
      const attempt = await lockAttempt(manager, attemptId);
      const mayVoid = attempt !== null && (await this.teaching.answersFor(by, attempt, manager));
      if (!mayVoid) throw new NotFound('attempt');
      if (attempt.voidedAt !== null) return { at: attempt.voidedAt, reason: attempt.reason ?? '' };
      return this.apply(manager, attempt, { by: by.id, reason, at: this.clock.now() });
    });
    this.outbox.wake();
    return { id: attemptId, state: 'voided', voidedAt: voided.at.toISOString(), reason: voided.reason };
  }

  private async apply(
    manager: EntityManager,
    attempt: VoidableAttempt,
    voiding: { at: Date; by: string; reason: string },
  ) {
    const { learnerId, courseId, sectionId, publication } = attempt;
    await voidAttempt(manager, attempt.id, voiding);
    await this.recounts.recountLearner(manager, learnerId, sectionId);
    await this.outbox.add(manager, AttemptVoided, {
      attemptId: attempt.id,
      version: attempt.version + 1,
      learnerId,
      courseId,
      sectionId,
      publication,
      ...namedPurpose(attempt),
      reason: voiding.reason,
      voidedBy: voiding.by,
      voidedAt: voiding.at.toISOString(),
    });
    return voiding;
  }
}

import { Injectable } from '@nestjs/common';
import { type Accommodation, deadlineFor, noAccommodation, renewalPolicyOf } from '#libs/assessment';
import { Clock, NotFound, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { CatalogService } from '../catalog/catalog.service.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { AccommodationResponse, GrantAccommodationRequest } from './accommodations.dto.js';
import {
  findAccommodation,
  isKnown,
  lengthenAttempt,
  runningAttempts,
  upsertAccommodation,
} from './accommodations.queries.js';

/** A learner's standing extra time and attempts, and no waiting in between: granted once, it holds for every quiz. */
@Injectable()
export class AccommodationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
    private readonly teaching: TeachingService,
  ) {}

  async grant(by: Principal, learnerId: string, request: GrantAccommodationRequest): Promise<AccommodationResponse> {
    const at = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      await this.requireLearnerOf(by, learnerId, manager);
      await upsertAccommodation(manager, learnerId, request, { by: by.id, at });
      await this.lengthen(manager, { learnerId, accommodation: request, now: at });
    });
    return this.own(learnerId);
  }

  async get(by: Principal, learnerId: string): Promise<AccommodationResponse> {
    await this.requireLearnerOf(by, learnerId, this.dataSource);
    return this.own(learnerId);
  }

  async own(learnerId: string): Promise<AccommodationResponse> {
    const found = await findAccommodation(this.dataSource, learnerId);
    const { timeFactor, extraAttempts, waivesCooldown } = found ?? noAccommodation;
    return { learnerId, timeFactor, extraAttempts, waivesCooldown, grantedAt: found?.grantedAt.toISOString() ?? null };
  }

  /** A running attempt gets the longer time at once: it must not matter whether the grant came a minute early or late. */
  private async lengthen(
    manager: EntityManager,
    { learnerId, accommodation, now }: { learnerId: string; accommodation: Accommodation; now: Date },
  ): Promise<void> {
    for (const attempt of await runningAttempts(manager, learnerId, now)) {
      const section = await this.catalog.section(attempt.courseId, attempt.publication, attempt.sectionId);
      const isExam = attempt.purpose === 'exam';
      const policy = isExam ? section.policy : renewalPolicyOf(section.policy, section.questions.length);
      const until = deadlineFor(policy, accommodation, attempt.startedAt);
      if (until !== null) await lengthenAttempt(manager, attempt.id, { until, now });
    }
  }

  private async requireLearnerOf(by: Principal, learnerId: string, manager: EntityManager | DataSource): Promise<void> {
    const answers = await this.teaching.answersFor(by, { learnerId }, manager);
    if (!answers || !(await isKnown(manager, learnerId))) throw new NotFound('learner');
  }
}

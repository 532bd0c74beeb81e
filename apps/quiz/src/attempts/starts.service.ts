import { Injectable } from '@nestjs/common';
import { eligibility } from '#libs/assessment';
import type { PublishedSection } from '#libs/contracts';
import { Clock, NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';

import { CatalogService } from '../catalog/catalog.service.js';
import type { AttemptResponse } from './attempts.dto.js';
import { AttemptBusy, AttemptNotAllowed, CourseArchivedRefusal } from './attempts.errors.js';
import { AttemptsService } from './attempts.service.js';
import { OpeningsService } from './openings.service.js';
import { pastAttempt } from './past-attempt.js';
import { startSituation, type StartSituation } from './starts.queries.js';

/** A lost race means that another start of the same learner won: the next look finds that attempt. */
const triesMax = 20;

export interface StartRequest {
  readonly learnerId: string;
  readonly sectionId: string;
  /** The caller's Idempotency-Key. */
  readonly key: string | null;
}

export interface Started {
  readonly attempt: AttemptResponse;
  readonly isNew: boolean;
}

/** Starting an attempt: idempotent, and within the limits however many starts come at once. */
@Injectable()
export class StartsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
    private readonly attempts: AttemptsService,
    private readonly openings: OpeningsService,
  ) {}

  async start(request: StartRequest): Promise<Started> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const started = await this.tryStart(request);
      if (started !== null) return started;
    }
    throw new AttemptBusy();
  }

  /** Null when the situation changed while we looked: another start won, or an attempt found open has just ended. */
  private async tryStart(request: StartRequest): Promise<Started | null> {
    const { learnerId, sectionId, key } = request;
    const [situation] = await startSituation(this.dataSource, [learnerId, sectionId]);
    if (situation === undefined) throw new NotFound('section');
    const repeated = situation.attempts.find((attempt) => key !== null && attempt.startKey === key);
    const open = repeated ?? situation.attempts.find((attempt) => attempt.state === 'in_progress');
    if (open !== undefined) {
      const attempt = await this.attempts.read(learnerId, open.id);
      const isAnswer = attempt.state === 'in_progress' || open === repeated;
      return isAnswer ? { attempt, isNew: false } : null;
    }
    const section = await this.catalog.section(situation.courseId, situation.publication, sectionId);
    const now = this.clock.now();
    await this.requireEligible(situation, section, now);
    const attempt = await this.openings.open({ request, situation, section }, now);
    return attempt === null ? null : { attempt, isNew: true };
  }

  private async requireEligible(situation: StartSituation, section: PublishedSection, now: Date): Promise<void> {
    if (situation.isArchived) throw new CourseArchivedRefusal();
    const { isAllowed, reasons } = eligibility({
      policy: section.policy,
      pastAttempts: situation.attempts.map(pastAttempt),
      accommodation: situation,
      prerequisites: await this.catalog.prerequisites(section, situation),
      now,
    });
    if (!isAllowed) throw new AttemptNotAllowed(reasons);
  }
}

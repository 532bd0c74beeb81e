import { Injectable } from '@nestjs/common';
import { renewalPolicyOf, renewalSizeOf } from '#libs/assessment';
import { Clock } from '#libs/platform';
import { DataSource } from 'typeorm';

import { CatalogService } from '../catalog/catalog.service.js';
import { renewalOpensAt, renewalOpensDays } from './renewal.js';
import type { RenewalResponse, RenewalsResponse } from './renewals.dto.js';
import { missingBadges, type RenewableRow, renewablesOf } from './renewals.queries.js';
import { renewalEligibility } from './renewals.service.js';

const dayMs = 86_400_000;
/** More credentials than anybody has end within 90 days. */
const shownMax = 200;

/** What a learner can renew now. */
@Injectable()
export class RenewalListsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
  ) {}

  async list(learnerId: string): Promise<RenewalsResponse> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + renewalOpensDays * dayMs);
    const found = await renewablesOf(this.dataSource, [learnerId, until, shownMax]);
    return { items: await Promise.all(found.map((row) => this.view(row, now))) };
  }

  private async view(row: RenewableRow, now: Date): Promise<RenewalResponse> {
    const { id: credentialId, kind, title, courseId, sectionId, expiresAt } = row;
    return {
      ...{ credentialId, kind, title, courseId, sectionId },
      expiresAt: expiresAt?.toISOString() ?? null,
      isExpired: expiresAt !== null && expiresAt <= now,
      opensAt: expiresAt === null ? null : renewalOpensAt(expiresAt).toISOString(),
      openAttemptId: row.attempts.find(({ state }) => state === 'in_progress' || state === 'submitted')?.id ?? null,
      ...(await this.quizOf(row, now)),
      waitsFor:
        kind === 'course_certificate' && expiresAt !== null
          ? await missingBadges(this.dataSource, { ...row, expiresAt }, now)
          : [],
    };
  }

  private async quizOf(row: RenewableRow, now: Date) {
    const { courseId, publication, sectionId, isArchived } = row;
    if (publication === null || sectionId === null || isArchived)
      return { questionCount: null, timeLimitSeconds: null, canStartAt: null };
    const section = await this.catalog.section(courseId, publication, sectionId);
    const { length } = section.questions;
    return {
      questionCount: renewalSizeOf(section.policy, length),
      timeLimitSeconds: renewalPolicyOf(section.policy, length).timeLimitSeconds,
      canStartAt: renewalEligibility(row, section, now).canStartAt?.toISOString() ?? null,
    };
  }
}

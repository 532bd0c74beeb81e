import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { CredentialIssued } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import type { EntityManager } from 'typeorm';

import { StatusListsService } from '../status-lists/status-lists.service.js';
import { type Achievement, expiryOf } from './achievement.js';
import { type Cause, insertCredential, type StandingRow } from './achievements.queries.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { AchievementSubjectUnknown } from './credentials.errors.js';
import { SigningService } from './signing.service.js';

export interface Earned {
  readonly achievement: Achievement;
  readonly standing: StandingRow;
  readonly cause: Cause;
}

/** New credentials: signed, given their place in the status lists, kept and announced. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly signing: SigningService,
    private readonly statusLists: StatusListsService,
    private readonly outbox: Outbox,
    private readonly metrics: CredentialMetrics,
  ) {}

  /** In the caller's transaction, behind the lock of the learner. The new credential's id. */
  async issue(manager: EntityManager, { achievement, standing, cause }: Earned, issuedAt: Date): Promise<string> {
    const { learnerName, email, courseTitle } = standing;
    // `auth.users` and `quiz.attempts` are read by different groups: the learner may simply not have arrived yet.
    if (learnerName === null || email === null) throw new AchievementSubjectUnknown('learner', cause.learnerId);
    const id = randomUUID();
    const isBadge = achievement.kind === 'section_badge';
    const title = isBadge ? standing.sectionTitle : courseTitle;
    const days = isBadge ? standing.badgeValidDays : standing.certificateValidDays;
    const times = { validFrom: issuedAt, validUntil: expiryOf(issuedAt, days), awardedDate: issuedAt };
    const place = await this.statusLists.place(manager);
    const percent = isBadge && standing.percent !== null ? String(standing.percent) : null;
    const { passMark } = standing;
    const about = { id, achievement, title, courseTitle };
    const signed = await this.signing.sign(
      manager,
      { ...about, email, passMark, percent, attemptId: cause.attemptId, place },
      times,
    );
    await insertCredential(manager, { ...about, cause, learnerName, place, times, signed });
    await this.outbox.add(manager, CredentialIssued, {
      credentialId: id,
      version: 1,
      learnerId: cause.learnerId,
      achievementId: achievement.id,
      kind: achievement.kind,
      courseId: cause.courseId,
      issuedAt: issuedAt.toISOString(),
      expiresAt: times.validUntil?.toISOString() ?? null,
    });
    this.metrics.issued(achievement.kind);
    return id;
  }
}

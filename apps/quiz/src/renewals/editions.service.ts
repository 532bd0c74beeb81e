import { Injectable } from '@nestjs/common';
import { CredentialRenewed } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { courseCertificate, heldAs, sectionBadge } from '../credentials/achievement.js';
import { lockLearner, recordDecision } from '../credentials/achievements.queries.js';
import { CredentialMetrics } from '../credentials/credential-metrics.service.js';
import { AchievementSubjectUnknown } from '../credentials/credentials.errors.js';
import { type CredentialContent, SigningService } from '../credentials/signing.service.js';
import { StatusChanges } from '../credentials/status-changes.service.js';
import {
  type EditionContentRow,
  type EditionRow,
  endingCertificate,
  readEdition,
  readEditionContent,
  readRenewal,
  storeEdition,
} from './editions.queries.js';
import { renewalEffect, renewalOpensDays, renewedUntil } from './renewal.js';
import { missingBadges } from './renewals.queries.js';

const dayMs = 86_400_000;

/** Newer editions of credentials: signed in a consumer or a task, never in a request, and once for each renewal. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly clock: Clock,
    private readonly signing: SigningService,
    private readonly outbox: Outbox,
    private readonly metrics: CredentialMetrics,
    private readonly statusChanges: StatusChanges,
  ) {}

  /** What a renewal attempt came to, as it is now, done to the credential that it is for. */
  async settle(manager: EntityManager, { attemptId, learnerId, purpose }: EndedAttempt): Promise<void> {
    if (purpose !== 'renewal') return;
    await lockLearner(manager, learnerId);
    const renewal = await readRenewal(manager, attemptId);
    const edition = renewal === null ? null : await readEdition(manager, renewal.credentialId);
    if (renewal === null || edition === null) return;
    switch (renewalEffect(heldAs(edition), renewal)) {
      case 'none':
        return;
      case 'suspend':
        return this.changeStatus(manager, edition, { status: 'suspended', causeId: attemptId });
      case 'reinstate':
        return this.changeStatus(manager, edition, { status: 'active', causeId: attemptId });
      case 'renew':
        return this.renewBadge(manager, edition, attemptId);
    }
  }

  /**
   * Renews the certificate of a course once every required badge is in force and outlasts it, from 90 days before its end on. True
   * when it was renewed.
   */
  async followBadges(manager: EntityManager, who: { learnerId: string; courseId: string }): Promise<boolean> {
    await lockLearner(manager, who.learnerId);
    const now = this.clock.now();
    const certificate = await endingCertificate(manager, who, new Date(now.getTime() + renewalOpensDays * dayMs));
    if (certificate === null) return false;
    if ((await missingBadges(manager, certificate, now)).length > 0) return false;
    return this.renew(manager, certificate, { causeId: null, reason: 'Every required badge was renewed.' });
  }

  private async renewBadge(manager: EntityManager, edition: EditionRow, attemptId: string): Promise<void> {
    const wasLost = heldAs(edition) === 'suspended_with_renewal';
    const isRenewed = await this.renew(manager, edition, {
      causeId: attemptId,
      reason: 'The renewal quiz was passed.',
    });
    if (!isRenewed) return;
    const renewed = await readEdition(manager, edition.id);
    if (wasLost && renewed !== null)
      await this.changeStatus(manager, renewed, { status: 'active', causeId: attemptId });
    await this.followBadges(manager, edition);
  }

  /** False where nothing can be renewed any more: the section is gone from the course, or the account. */
  private async renew(
    manager: EntityManager,
    edition: EditionRow,
    { causeId, reason }: { causeId: string | null; reason: string },
  ): Promise<boolean> {
    const content = await readEditionContent(manager, edition);
    if (content === null || content.isErased) return false;
    const now = this.clock.now();
    const validUntil = renewedUntil(now, edition.expiresAt, content.validDays);
    const times = { validFrom: now, validUntil, awardedDate: edition.awardedAt };
    await storeEdition(
      manager,
      edition.id,
      times,
      await this.signing.sign(manager, contentOf(edition, content), times),
    );
    await recordDecision(manager, edition.id, { decision: 'renewed', reason, cause: 'renewed', causeId, at: now });
    await this.outbox.add(manager, CredentialRenewed, {
      ...announced(edition),
      kind: edition.kind,
      courseId: edition.courseId,
      renewedAt: now.toISOString(),
      expiresAt: validUntil?.toISOString() ?? null,
    });
    this.metrics.renewed(edition.kind);
    return true;
  }

  private async changeStatus(
    manager: EntityManager,
    edition: EditionRow,
    { status, causeId }: { status: 'active' | 'suspended'; causeId: string },
  ): Promise<void> {
    const reason =
      status === 'suspended'
        ? 'Its renewal does not count any more: the attempt was voided or marked anew.'
        : 'The renewal quiz was passed.';
    const decided = { reason, cause: 'renewed' as const, causeId, at: this.clock.now() };
    await this.statusChanges.make(manager, edition.id, { status, ...decided });
  }
}

interface EndedAttempt {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly purpose?: 'exam' | 'renewal';
}

function announced({ id, version, learnerId, achievementId }: EditionRow) {
  return { credentialId: id, version: version + 1, learnerId, achievementId };
}

/** Titles stay as they were when it was issued: a credential is not rewritten. */
function contentOf(edition: EditionRow, { email, passMark, percent }: EditionContentRow): CredentialContent {
  const { id, courseId, sectionId, title, courseTitle, attemptId, list, index } = edition;
  if (email === null) throw new AchievementSubjectUnknown('learner', edition.learnerId);
  return {
    id,
    achievement: sectionId === null ? courseCertificate(courseId) : sectionBadge(courseId, sectionId),
    title,
    courseTitle,
    email,
    passMark: passMark ?? 0,
    percent: percent === null ? null : String(percent),
    attemptId,
    place: { list, index },
  };
}

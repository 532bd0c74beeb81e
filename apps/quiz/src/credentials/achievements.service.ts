import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { CredentialIssued, CredentialStatusChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import {
  type Achievement,
  courseCertificate,
  sectionBadge,
  type Verdict,
  verdictOnBadge,
  verdictOnCertificate,
} from './achievement.js';
import {
  type Cause,
  findLive,
  insertCredential,
  lockLearner,
  readStanding,
  revokeCredential,
  type StandingRow,
} from './achievements.queries.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { AchievementSubjectUnknown } from './credentials.errors.js';
import { SigningService } from './signing.service.js';

const lostReason = 'The attempt that earned it was voided.';

/** Brings a learner's badges and certificate in line with what is passed; asked as often as you like, it acts once. */
@Injectable()
export class AchievementsService {
  constructor(
    private readonly clock: Clock,
    private readonly signing: SigningService,
    private readonly outbox: Outbox,
    private readonly metrics: CredentialMetrics,
  ) {}

  /** After a passing grade: the section's badge, and the certificate with the last required section. */
  async award(manager: EntityManager, cause: Cause & { readonly hasPassed: boolean }): Promise<void> {
    if (cause.hasPassed) await this.settle(manager, cause);
  }

  /** What is true of the section now decides, not what the event said: events of two attempts may overtake each other. */
  async settle(manager: EntityManager, cause: Cause): Promise<void> {
    await lockLearner(manager, cause.learnerId);
    const standing = await readStanding(manager, cause);
    if (standing === null) throw new AchievementSubjectUnknown('section', cause.sectionId);
    const { courseId, sectionId } = cause;
    const judged: [Achievement, Verdict][] = [
      [sectionBadge(courseId, sectionId), verdictOnBadge(standing, sectionId)],
      [courseCertificate(courseId), verdictOnCertificate(standing, sectionId)],
    ];
    for (const [achievement, verdict] of judged) await this.apply(manager, { achievement, verdict, standing, cause });
  }

  private async apply(manager: EntityManager, { achievement, verdict, standing, cause }: Judgement): Promise<void> {
    if (verdict === 'unchanged') return;
    const live = await findLive(manager, cause.learnerId, achievement.id);
    if (verdict === 'earned' && live === null) await this.issue(manager, { achievement, standing, cause });
    if (verdict === 'lost' && live !== null) await this.revoke(manager, { achievement, cause, live });
  }

  private async issue(manager: EntityManager, { achievement, standing, cause }: Omit<Judgement, 'verdict'>) {
    const { learnerName, email, courseTitle } = standing;
    // `auth.users` and `quiz.attempts` are read by different groups: the learner may simply not have arrived yet.
    if (learnerName === null || email === null) throw new AchievementSubjectUnknown('learner', cause.learnerId);
    const issuedAt = this.clock.now();
    const id = randomUUID();
    const title = achievement.kind === 'section_badge' ? standing.sectionTitle : courseTitle;
    const { passMark } = standing;
    const document = await this.signing.sign({ id, achievement, title, courseTitle, email, passMark }, issuedAt);
    await insertCredential(manager, { id, achievement, cause, title, courseTitle, learnerName, document, issuedAt });
    await this.outbox.add(manager, CredentialIssued, {
      credentialId: id,
      version: 1,
      learnerId: cause.learnerId,
      achievementId: achievement.id,
      kind: achievement.kind,
      courseId: cause.courseId,
      issuedAt: issuedAt.toISOString(),
    });
    this.metrics.issued(achievement.kind);
  }

  private async revoke(
    manager: EntityManager,
    { achievement, cause, live }: Pick<Judgement, 'achievement' | 'cause'> & { live: { id: string; version: number } },
  ) {
    await revokeCredential(manager, live.id, lostReason);
    await this.outbox.add(manager, CredentialStatusChanged, {
      credentialId: live.id,
      version: live.version + 1,
      learnerId: cause.learnerId,
      achievementId: achievement.id,
      status: 'revoked',
      reason: lostReason,
      changedAt: this.clock.now().toISOString(),
    });
  }
}

interface Judgement {
  readonly achievement: Achievement;
  readonly verdict: Verdict;
  readonly standing: StandingRow;
  readonly cause: Cause;
}

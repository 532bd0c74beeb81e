import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { CredentialIssued, CredentialStatusChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import {
  type Achievement,
  courseCertificate,
  effectOf,
  expiryOf,
  heldAs,
  type Occasion,
  reasonFor,
  sectionBadge,
  type Status,
  type Verdict,
  verdictOnBadge,
  verdictOnCertificate,
} from './achievement.js';
import {
  type Cause,
  findHeld,
  type HeldCredential,
  insertCredential,
  lockLearner,
  passedSince,
  readStanding,
  recordDecision,
  setStatus,
  type StandingRow,
} from './achievements.queries.js';
import { StatusListsService } from '../status-lists/status-lists.service.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { AchievementSubjectUnknown } from './credentials.errors.js';
import { SigningService } from './signing.service.js';

/** Brings a learner's badges and certificate in line with what is passed; asked as often as you like, it acts once. */
@Injectable()
export class AchievementsService {
  constructor(
    private readonly clock: Clock,
    private readonly signing: SigningService,
    private readonly statusLists: StatusListsService,
    private readonly outbox: Outbox,
    private readonly metrics: CredentialMetrics,
  ) {}

  /** After a passing grade: the section's badge, and the certificate with the last required section. */
  async award(manager: EntityManager, cause: Cause & Purpose & { readonly hasPassed: boolean }): Promise<void> {
    if (cause.hasPassed) await this.settle(manager, cause, { cause: 'graded', causeId: cause.attemptId });
  }

  /** What is true of the section now decides, not what the event said: events of two attempts may overtake each other. */
  async settle(manager: EntityManager, cause: Cause & Purpose, occasion: Occasion): Promise<void> {
    // A renewal earns nothing and loses nothing; what it means for the badge it renews is asked elsewhere.
    if (cause.purpose === 'renewal') return;
    await lockLearner(manager, cause.learnerId);
    const standing = await readStanding(manager, cause);
    if (standing === null) throw new AchievementSubjectUnknown('section', cause.sectionId);
    // What became of the credentials was decided with the account.
    if (standing.isErased) return;
    const { courseId, sectionId } = cause;
    const judged: [Achievement, Verdict][] = [
      [sectionBadge(courseId, sectionId), verdictOnBadge(standing, sectionId)],
      [courseCertificate(courseId), verdictOnCertificate(standing, sectionId)],
    ];
    for (const [achievement, verdict] of judged) {
      await this.apply(manager, { achievement, verdict, standing, cause, occasion });
    }
  }

  private async apply(manager: EntityManager, judgement: Judgement): Promise<void> {
    const { achievement, verdict, standing, cause, occasion } = judgement;
    const held = await findHeld(manager, cause.learnerId, achievement.id);
    const isPassedAgain = await this.isPassedAgain(manager, judgement, held);
    const effect = effectOf(verdict, held === null ? 'nothing' : heldAs(held), { ...occasion, isPassedAgain });
    if (effect === 'none') return;
    const at = this.clock.now();
    const reason = reasonFor(occasion, effect, standing.sectionTitle);
    const decided = { reason, cause: occasion.cause, causeId: occasion.causeId, at };
    if (held === null || effect === 'issue') {
      const id = await this.issue(manager, judgement, at);
      return recordDecision(manager, id, { ...decided, decision: 'issued' });
    }
    if (effect === 'keep') return recordDecision(manager, held.id, { ...decided, decision: 'kept' });
    const status = effect === 'reinstate' ? 'active' : effect === 'suspend' ? 'suspended' : 'revoked';
    await recordDecision(manager, held.id, { ...decided, decision: status === 'active' ? 'reinstated' : status });
    await this.change(manager, { ...judgement, held }, { status, reason, at });
  }

  /** After a person's revocation only a pass that was taken later earns anew: a certificate, one of every required section. */
  private async isPassedAgain(
    manager: EntityManager,
    { achievement, standing, cause }: Judgement,
    held: HeldCredential | null,
  ): Promise<boolean> {
    if (held === null || heldAs(held) !== 'revoked_by_hand' || held.statusChangedAt === null) return false;
    const passed = await passedSince(manager, cause, held.statusChangedAt);
    const needed = achievement.kind === 'section_badge' ? [achievement.sectionId] : standing.required;
    return needed.every((section) => passed.includes(section));
  }

  /** The new credential's id. */
  private async issue(manager: EntityManager, judgement: Judgement, issuedAt: Date): Promise<string> {
    const { achievement, standing, cause } = judgement;
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

  private async change(
    manager: EntityManager,
    { achievement, cause, occasion, held }: Judgement & { held: HeldCredential },
    { status, reason, at }: { status: Status; reason: string; at: Date },
  ): Promise<void> {
    const why = { reason: status === 'active' ? null : reason, cause: occasion.cause, at };
    await setStatus(manager, held.id, { status, ...why });
    await this.outbox.add(manager, CredentialStatusChanged, {
      credentialId: held.id,
      version: held.version + 1,
      learnerId: cause.learnerId,
      achievementId: achievement.id,
      ...{ title: held.title, kind: achievement.kind, status, reason },
      changedAt: at.toISOString(),
    });
    this.metrics.changed(status);
  }
}

interface Purpose {
  readonly purpose?: 'exam' | 'renewal';
}

interface Judgement {
  readonly achievement: Achievement;
  readonly verdict: Verdict;
  readonly standing: StandingRow;
  readonly cause: Cause;
  readonly occasion: Occasion;
}

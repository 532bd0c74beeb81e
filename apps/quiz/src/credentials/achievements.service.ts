import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import {
  type Achievement,
  courseCertificate,
  effectOf,
  heldAs,
  type Occasion,
  reasonFor,
  sectionBadge,
  type Verdict,
  verdictOnBadge,
  verdictOnCertificate,
} from './achievement.js';
import {
  type Cause,
  findHeld,
  type HeldCredential,
  lockLearner,
  passedSince,
  readStanding,
  recordDecision,
  type StandingRow,
} from './achievements.queries.js';
import { AchievementSubjectUnknown } from './credentials.errors.js';
import { IssuingService } from './issuing.service.js';
import { StatusChanges } from './status-changes.service.js';

/** Brings a learner's badges and certificate in line with what is passed; asked as often as you like, it acts once. */
@Injectable()
export class AchievementsService {
  constructor(
    private readonly clock: Clock,
    private readonly issuing: IssuingService,
    private readonly statusChanges: StatusChanges,
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
      const id = await this.issuing.issue(manager, judgement, at);
      return recordDecision(manager, id, { ...decided, decision: 'issued' });
    }
    if (effect === 'keep') return recordDecision(manager, held.id, { ...decided, decision: 'kept' });
    const status = effect === 'reinstate' ? 'active' : effect === 'suspend' ? 'suspended' : 'revoked';
    return this.statusChanges.make(manager, held.id, { ...decided, status });
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

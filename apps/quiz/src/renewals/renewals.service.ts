import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { eligibility, renewalPolicyOf, startRenewal } from '#libs/assessment';
import { AttemptStarted, type PublishedSection } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';

import { AttemptBusy, AttemptNotAllowed, CourseArchivedRefusal } from '../attempts/attempts.errors.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import { pastAttempt } from '../attempts/past-attempt.js';
import { uuidV7 } from '../attempts/uuid-v7.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { heldAs } from '../credentials/achievement.js';
import { CredentialRevoked } from '../credentials/decisions.errors.js';
import { renewalOpensAt, type RenewalRefusal, renewalRefusal } from './renewal.js';
import {
  CertificateFollowsBadges,
  CredentialSuspended,
  RenewalNotNeeded,
  RenewalNotOpen,
  RenewalSectionGone,
} from './renewals.errors.js';
import { insertRenewal, type RenewableRow, renewalSituation } from './renewals.queries.js';

/** A lost race means that another start of the same learner won: the next look finds that attempt. */
const triesMax = 20;
const seedBytes = 16;

export interface RenewRequest {
  readonly learnerId: string;
  readonly credentialId: string;
  /** The caller's Idempotency-Key. */
  readonly key: string | null;
}

export interface RenewalStarted {
  readonly attempt: AttemptResponse;
  readonly isNew: boolean;
}

/** Starting the shorter quiz that renews a badge; what is open, or waits for marks, is returned and no second one begun. */
@Injectable()
export class RenewalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
    private readonly attempts: AttemptsService,
    private readonly outbox: Outbox,
  ) {}

  async start(request: RenewRequest): Promise<RenewalStarted> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const started = await this.tryStart(request);
      if (started !== null) return started;
    }
    throw new AttemptBusy();
  }

  private async tryStart(request: RenewRequest): Promise<RenewalStarted | null> {
    const { learnerId, credentialId, key } = request;
    const [situation] = await renewalSituation(this.dataSource, [credentialId, learnerId]);
    if (situation === undefined) throw new NotFound('credential');
    const repeated = situation.attempts.find((attempt) => key !== null && attempt.startKey === key);
    const open = repeated ?? situation.attempts.find(isUnderWay);
    if (open !== undefined) {
      const attempt = await this.attempts.read(learnerId, open.id);
      const isAnswer = isUnderWay(attempt) || open === repeated;
      return isAnswer ? { attempt, isNew: false } : null;
    }
    const section = await this.requireSection(situation);
    const now = this.clock.now();
    requireRenewable(situation, section, now);
    return this.open(request, { situation, section }, now);
  }

  private async requireSection(situation: RenewableRow): Promise<PublishedSection> {
    const { kind, courseId, publication, sectionId } = situation;
    if (kind === 'course_certificate') throw refusalOf('certificate', situation);
    if (situation.isArchived) throw new CourseArchivedRefusal();
    if (publication === null || sectionId === null) throw new RenewalSectionGone();
    return this.catalog.section(courseId, publication, sectionId);
  }

  /** Null when another start of the learner was first. */
  private async open(
    { learnerId, credentialId, key }: RenewRequest,
    { situation, section }: { situation: RenewableRow; section: PublishedSection },
    now: Date,
  ): Promise<RenewalStarted | null> {
    const seed = randomBytes(seedBytes).toString('base64url');
    const { questions, policy } = section;
    const { deadlineAt, paper } = startRenewal({ questions, policy, accommodation: situation, seed }, now);
    const id = uuidV7(now, randomBytes(10));
    const number = (situation.attempts[0]?.number ?? 0) + 1;
    const { courseId } = situation;
    const { sectionId } = section;
    const publication = situation.publication ?? section.publication;
    const pinned = { attemptId: id, version: 1, learnerId, courseId, sectionId, publication, number };
    const started = { ...pinned, purpose: 'renewal' as const, startedAt: now.toISOString() };
    const [begun] = await insertRenewal(this.dataSource, [
      id,
      learnerId,
      courseId,
      sectionId,
      publication,
      number,
      credentialId,
      key,
      now,
      deadlineAt,
      seed,
      JSON.stringify(paper),
      ...this.outbox.parameters(AttemptStarted, started),
    ]);
    if (begun === undefined) return null;
    this.outbox.wake();
    return { attempt: await this.attempts.read(learnerId, id), isNew: true };
  }
}

function isUnderWay({ state }: { readonly state: string }): boolean {
  return state === 'in_progress' || state === 'submitted';
}

function requireRenewable(situation: RenewableRow, section: PublishedSection, now: Date): void {
  const refusal = renewalRefusal({ ...situation, held: heldAs(situation) }, now);
  if (refusal !== null) throw refusalOf(refusal, situation);
  const { isAllowed, reasons } = renewalEligibility(situation, section, now);
  if (!isAllowed) throw new AttemptNotAllowed(reasons);
}

/** Renewals among themselves: no limit, no window, and the section's break after a failed one. */
export function renewalEligibility(situation: RenewableRow, { policy, questions }: PublishedSection, now: Date) {
  return eligibility({
    policy: renewalPolicyOf(policy, questions.length),
    pastAttempts: situation.attempts.map(pastAttempt),
    accommodation: situation,
    prerequisites: [],
    now,
  });
}

function refusalOf(refusal: RenewalRefusal, { expiresAt }: RenewableRow) {
  switch (refusal) {
    case 'revoked':
      return new CredentialRevoked();
    case 'suspended':
      return new CredentialSuspended();
    case 'certificate':
      return new CertificateFollowsBadges();
    case 'never_expires':
      return new RenewalNotNeeded();
    case 'too_early':
      return expiresAt === null ? new RenewalNotNeeded() : new RenewalNotOpen(renewalOpensAt(expiresAt));
  }
}

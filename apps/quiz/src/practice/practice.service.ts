import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { drawPaper, eligibility, noAccommodation } from '#libs/assessment';
import type { PublishedSection } from '#libs/contracts';
import { Clock, NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';

import { CourseArchivedRefusal } from '../attempts/attempts.errors.js';
import { uuidV7 } from '../attempts/uuid-v7.js';
import { CatalogService } from '../catalog/catalog.service.js';
import type { PracticeSessionResponse } from './practice.dto.js';
import { PracticeLimit, PracticeNotAllowed, PracticeNotOffered, PracticePaused } from './practice.errors.js';
import {
  finishSession,
  hasOpenAttempt,
  insertSession,
  loadSession,
  openSession,
  type PracticeSituation,
  practiceSituation,
  recentSessions,
  type SessionRow,
} from './practice.queries.js';
import { isAskedBy, openPractice, type Practice, viewPractice } from './practice-view.js';

const daySeconds = 86_400;
/** Per learner: whoever tries to see a whole bank by starting anew runs into it, whoever learns does not. */
const sessionsPerDayMax = 50;
/** Per learner, besides open ones; older ones go when a new one begins. */
const finishedKeptMax = 100;
const triesMax = 5;

interface Started {
  readonly session: PracticeSessionResponse;
  readonly isNew: boolean;
}

/** Working through the questions of a section with immediate feedback. Nothing of it counts anywhere. */
@Injectable()
export class PracticeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
  ) {}

  /** The open session of the learner while its questions are still asked as they are, or a new one on a paper of its own. */
  async start(learnerId: string, sectionId: string): Promise<Started> {
    const { situation, section } = await this.requireAllowed(learnerId, sectionId);
    for (let tries = 0; tries < triesMax; tries += 1) {
      const [open] = await openSession(this.dataSource, [learnerId, sectionId]);
      if (open !== undefined) {
        const practice = await this.practiceOf(open);
        const isCurrent = [...practice.items.values()].every(({ question }) => isAskedBy(section, question));
        if (isCurrent) return { session: viewPractice(practice), isNew: false };
        await finishSession(this.dataSource, [open.id, learnerId, this.clock.now()]);
        continue;
      }
      const record = await this.open(learnerId, situation, section);
      if (record !== null) return { session: viewPractice(openPractice(record, section)), isNew: true };
    }
    throw new RangeError('A practice session was started and finished by others, over and over.');
  }

  async read(learnerId: string, sessionId: string): Promise<PracticeSessionResponse> {
    const practice = await this.load(learnerId, sessionId);
    const { sectionId } = practice.record;
    const [open] = await hasOpenAttempt(this.dataSource, [learnerId, sectionId, this.clock.now()]);
    if (open !== undefined) throw new PracticePaused();
    return viewPractice(practice);
  }

  async finish(learnerId: string, sessionId: string): Promise<PracticeSessionResponse> {
    await this.read(learnerId, sessionId);
    await finishSession(this.dataSource, [sessionId, learnerId, this.clock.now()]);
    return this.read(learnerId, sessionId);
  }

  /** @throws NotFound for a foreign session just as for one that does not exist. */
  async load(learnerId: string, sessionId: string): Promise<Practice> {
    const [session] = await loadSession(this.dataSource, [sessionId, learnerId]);
    if (session === undefined) throw new NotFound('practice session');
    return this.practiceOf(session);
  }

  async practiceOf(session: SessionRow): Promise<Practice> {
    const { courseId, publication, sectionId } = session;
    return openPractice(session, await this.catalog.section(courseId, publication, sectionId));
  }

  /** Prerequisites and window hold as for the quiz; its limits and its cooldown do not. */
  async requireAllowed(learnerId: string, sectionId: string) {
    const now = this.clock.now();
    const [situation] = await practiceSituation(this.dataSource, [learnerId, sectionId, now]);
    if (situation === undefined) throw new NotFound('section');
    const section = await this.catalog.section(situation.courseId, situation.publication, sectionId);
    if (situation.isArchived) throw new CourseArchivedRefusal();
    if (!section.policy.practice) throw new PracticeNotOffered();
    const { reasons } = eligibility({
      policy: { ...section.policy, attemptsMax: null, cooldownSeconds: 0 },
      pastAttempts: [],
      accommodation: noAccommodation,
      prerequisites: await this.catalog.prerequisites(section, situation),
      now,
    });
    if (reasons.length > 0) throw new PracticeNotAllowed(reasons);
    if (situation.hasOpenAttempt) throw new PracticePaused();
    return { situation, section };
  }

  private async open(learnerId: string, situation: PracticeSituation, section: PublishedSection) {
    const startedAt = this.clock.now();
    await this.requireBelowLimit(learnerId, startedAt);
    const { questions, policy, courseId, sectionId } = section;
    const id = uuidV7(startedAt, randomBytes(10));
    const places = drawPaper({ questions, policy, seed: randomBytes(16).toString('base64url') });
    const row = [id, learnerId, courseId, sectionId, situation.publication, JSON.stringify(places), startedAt];
    const [inserted] = await insertSession(this.dataSource, [...row, finishedKeptMax]);
    return inserted === undefined ? null : { id, courseId, sectionId, places, startedAt, finishedAt: null, tries: [] };
  }

  private async requireBelowLimit(learnerId: string, now: Date): Promise<void> {
    const since = new Date(now.getTime() - daySeconds * 1_000);
    const [recent] = await recentSessions(this.dataSource, [learnerId, since]);
    if (recent === undefined || recent.oldest === null || recent.count < sessionsPerDayMax) return;
    const retryAfter = Math.ceil((recent.oldest.getTime() - since.getTime()) / 1_000);
    throw new PracticeLimit(sessionsPerDayMax, Math.max(1, retryAfter));
  }
}

import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { startAttempt } from '#libs/assessment';
import { AttemptStarted, type PublishedSection } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { DataSource } from 'typeorm';

import { openPaper, type Paper, untouched } from './attempt.js';
import { AttemptMetrics } from './attempt-metrics.service.js';
import { viewAttempt } from './attempt-view.js';
import type { AttemptResponse } from './attempts.dto.js';
import { PapersService } from './papers.service.js';
import { insertAttempt, type StartSituation } from './starts.queries.js';
import { uuidV7 } from './uuid-v7.js';

const seedBytes = 16;

interface Opening {
  readonly request: { readonly learnerId: string; readonly sectionId: string; readonly key: string | null };
  readonly situation: StartSituation;
  readonly section: PublishedSection;
}

/** Draws a paper and opens the attempt on it. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly papers: PapersService,
    private readonly outbox: Outbox,
    private readonly metrics: AttemptMetrics,
  ) {}

  /** Null when another start of the learner was first. */
  async open({ request, situation, section }: Opening, now: Date): Promise<AttemptResponse | null> {
    const seed = randomBytes(seedBytes).toString('base64url');
    const { questions, policy } = section;
    const { deadlineAt, paper: places } = startAttempt({ questions, policy, accommodation: situation, seed }, now);
    const pin = {
      id: uuidV7(now, randomBytes(10)),
      learnerId: request.learnerId,
      courseId: situation.courseId,
      sectionId: request.sectionId,
      publication: situation.publication,
      number: (situation.attempts[0]?.number ?? 0) + 1,
      purpose: 'exam' as const,
      startedAt: now,
      deadlineAt,
    };
    const paper = openPaper(pin, places, section);
    const [begun] = await insertAttempt(this.dataSource, [
      pin.id,
      pin.learnerId,
      pin.courseId,
      pin.sectionId,
      pin.publication,
      pin.number,
      request.key,
      now,
      deadlineAt,
      seed,
      JSON.stringify(places),
      ...this.outbox.parameters(AttemptStarted, started(paper)),
    ]);
    if (begun === undefined) return null;
    this.outbox.wake();
    this.metrics.started();
    return viewAttempt(this.papers.keep(paper), untouched(paper), { now });
  }
}

function started({ id, learnerId, courseId, sectionId, publication, number, startedAt }: Paper) {
  const attempt = { attemptId: id, version: 1, learnerId, courseId, sectionId, publication };
  return { ...attempt, number, startedAt: startedAt.toISOString() };
}

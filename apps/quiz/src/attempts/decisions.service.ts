import { Injectable } from '@nestjs/common';
import type { Grade } from '#libs/assessment';
import { AttemptGraded, AttemptRegraded } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import type { AttemptRecord, Paper } from './attempt.js';
import { loadAnyAttempt, lockRecord } from './attempts.queries.js';
import { type Decision, gradeWith } from './decision.js';
import { type GradeRow, storeDecision, storedGradeOf, storeGrade } from './decisions.queries.js';
import { type StoredGrade, storedGrade, storedScore } from './ending.js';
import { announced } from './ending-store.service.js';
import { PapersService } from './papers.service.js';
import { RecountsService } from './recounts.service.js';

/** An ended attempt with all that its grade rests on. */
export interface Decidable {
  readonly record: AttemptRecord;
  readonly paper: Paper;
  readonly regraded: Awaited<ReturnType<PapersService['regraded']>>;
}

/** A grade that nobody waits for any more. */
export interface FirstGrade extends StoredGrade {
  readonly endedBy: 'submitted' | 'expired';
}

/** What a person decides about an answer, and what follows from it: the grade, the progress, the announcement. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly papers: PapersService,
    private readonly recounts: RecountsService,
    private readonly outbox: Outbox,
  ) {}

  /** Null for an attempt that does not exist. Whether the caller may see it is for the caller to find out. */
  async read(attemptId: string): Promise<Decidable | null> {
    const [record] = await loadAnyAttempt(this.dataSource, [attemptId]);
    return record === undefined ? null : this.withPaper(record);
  }

  /** As `read`; nobody else changes the attempt until the transaction ends. */
  async lock(manager: EntityManager, attemptId: string): Promise<Decidable | null> {
    const record = await lockRecord(manager, attemptId);
    return record === null ? null : this.withPaper(record);
  }

  /** Takes a decision into the grade of an ended attempt that the caller holds locked; the first grade, if it was that. */
  async decide(manager: EntityManager, decidable: Decidable, decision: Decision): Promise<FirstGrade | null> {
    const { record } = decidable;
    const before = await storedGradeOf(manager, record.id);
    const grade = gradeWith(decidable, record, decision);
    await this.storeResponse(manager, record, { grade, decision });
    if (grade.pendingCount > 0) return null;
    const after = storedGrade(grade);
    if (before !== null && isSame(before, after)) return null;
    const now = this.clock.now();
    await storeGrade(manager, record.id, after, now);
    await this.recounts.recountLearner(manager, record.learnerId, record.sectionId);
    if (before === null) await this.announceGrade(manager, record, { after, now });
    else await this.announceChange(manager, record, { before, after, now });
    return before === null ? { ...after, endedBy: record.endedBy ?? 'submitted' } : null;
  }

  private async withPaper(record: AttemptRecord): Promise<Decidable> {
    const paper = await this.papers.of(record);
    return { record, paper, regraded: await this.papers.regraded(paper, record) };
  }

  private async storeResponse(
    manager: EntityManager,
    record: AttemptRecord,
    { grade, decision }: { grade: Grade; decision: Decision },
  ): Promise<void> {
    const graded = grade.perQuestion.find(({ questionId }) => questionId === decision.questionId);
    if (graded === undefined) throw new RangeError(`Attempt ${record.id} has no question ${decision.questionId}.`);
    const { questionId, score, outcome } = graded;
    const share = decision.share.toString();
    await storeDecision(manager, record.id, { questionId, share, score: storedScore(score), outcome });
  }

  private async announceGrade(
    manager: EntityManager,
    record: AttemptRecord,
    { after, now }: { after: GradeRow; now: Date },
  ): Promise<void> {
    const { score, scoreMax, hasPassed } = after;
    const endedBy = record.endedBy ?? 'submitted';
    const grade = { score, scoreMax, hasPassed, endedBy, gradedAt: now.toISOString() };
    await this.outbox.add(manager, AttemptGraded, { ...announced(record), ...grade });
  }

  private async announceChange(
    manager: EntityManager,
    record: AttemptRecord,
    { before, after, now }: { before: GradeRow; after: GradeRow; now: Date },
  ): Promise<void> {
    const { score, scoreMax, hasPassed } = after;
    await this.outbox.add(manager, AttemptRegraded, {
      ...announced(record),
      cause: 'mark',
      regradeId: null,
      before,
      after: { score, scoreMax, hasPassed },
      credentials: 'suspend',
      reason: 'An answer was marked anew.',
      regradedAt: now.toISOString(),
    });
  }
}

function isSame(before: GradeRow, after: GradeRow): boolean {
  return before.score === after.score && before.scoreMax === after.scoreMax && before.hasPassed === after.hasPassed;
}

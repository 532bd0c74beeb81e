import { Injectable } from '@nestjs/common';
import { AttemptGraded, AttemptRegraded } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { RecountsService } from '../attempts/recounts.service.js';
import { type AttemptChange, isListed, type LearnerChange } from './batch.js';
import { type Batch, BatchesService } from './batches.service.js';
import { type Announcement, announceAll, insertChanges, writeAttempts, writeResponses } from './changes.queries.js';
import type { Counts } from './counts.js';
import type { RegradeRow } from './regrades.queries.js';

/** What was done for a few learners, or would be. */
export interface Done {
  readonly counts: Counts;
  /** Attempts that have ended, with the question or without it. */
  readonly ended: number;
  /** Attempts that have a new grade, and an event that says so; wake the relay after the commit. */
  readonly announced: number;
}

/** Regrades a few learners: lists the changes, and, unless it is a dry run, writes everything that follows from them. */
@Injectable()
export class RegradingService {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly batches: BatchesService,
    private readonly recounts: RecountsService,
  ) {}

  async run(manager: EntityManager, job: RegradeRow, learnerIds: readonly string[]): Promise<Done> {
    const isDryRun = job.state === 'previewing';
    const { learners, counts, ended } = await this.batches.workOut(manager, job, { learnerIds, isLocked: !isDryRun });
    const changes = learners.flatMap((learner) => learner.changes);
    const listed = changes.filter(isListed);
    const now = this.clock.now();
    if (listed.length > 0) await insertChanges(manager, job, listed, now);
    const announced = isDryRun ? 0 : await this.write(manager, { job, learners, changes }, now);
    return { counts, ended, announced };
  }

  private async write(
    manager: EntityManager,
    { job, learners, changes }: { job: RegradeRow; learners: Batch['learners']; changes: readonly AttemptChange[] },
    now: Date,
  ): Promise<number> {
    if (changes.length > 0) await writeResponses(manager, changes);
    const graded = changes.filter(({ after }) => after !== null);
    if (graded.length === 0) return 0;
    await writeAttempts(manager, graded, now);
    await this.recount(manager, job.sectionId, learners);
    await announceAll(
      manager,
      graded.map((change) => this.announcement(job, change, now)),
    );
    return graded.length;
  }

  /** Learners under the same rule together. */
  private async recount(manager: EntityManager, sectionId: string, learners: readonly LearnerChange[]): Promise<void> {
    const groups = new Map<string, LearnerChange[]>();
    for (const learner of learners) {
      const key = `${learner.rule.aggregation} ${learner.rule.passMark} ${learner.keepsPass}`;
      groups.set(key, [...(groups.get(key) ?? []), learner]);
    }
    for (const group of groups.values()) {
      const { rule, keepsPass } = group[0]!; // groups are not empty
      const which = { sectionId, learnerIds: group.map(({ learnerId }) => learnerId) };
      if (keepsPass) await this.recounts.adoptRule(manager, which, rule);
      else await this.recounts.recountProgress(manager, which, rule);
    }
  }

  private announcement(job: RegradeRow, { attempt, before, after }: AttemptChange, now: Date): Announcement {
    const { id: attemptId, learnerId, publication, number } = attempt;
    const { courseId, sectionId, credentials, reason, id: regradeId } = job;
    const { score, scoreMax, hasPassed } = after!; // only graded ones are announced
    const version = attempt.version + 1;
    const about = { attemptId, version, learnerId, courseId, sectionId, publication, number };
    const at = now.toISOString();
    const [topic, type, data] =
      before === null
        ? this.outbox.parameters(AttemptGraded, {
            ...about,
            score,
            scoreMax,
            hasPassed,
            endedBy: attempt.endedBy ?? 'submitted',
            gradedAt: at,
          })
        : this.outbox.parameters(AttemptRegraded, {
            ...about,
            cause: 'regrade',
            regradeId,
            before: { score: before.score, scoreMax: before.scoreMax, hasPassed: before.hasPassed },
            after: { score, scoreMax, hasPassed },
            credentials,
            reason,
            regradedAt: at,
          });
    return { topic, type, key: attemptId, data };
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { claimWork, countEnded, finishWalk, moveOn, nextLearners, recordFailure } from './batches.queries.js';
import { readCounts, sumOf } from './counts.js';
import { RegradeMetrics } from './regrade-metrics.service.js';
import type { RegradeRow } from './regrades.queries.js';
import { RegradingService } from './regrading.service.js';

/** Attempts per batch, more or less: a transaction of about a tenth of a second. Whoever writes longer holds up the relay. */
const attemptsPerBatch = 200;
const failuresMax = 5;
const failure = `A part of the work failed ${failuresMax} times in a row; the log of the service says why. What was done stays done.`;

/** Walks through the learners of a section, batch by batch, each one transaction: whatever dies in between, the next goes on. */
@Injectable()
export class WalksService {
  private readonly log = new Logger('quiz.regrades');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly regrading: RegradingService,
    private readonly metrics: RegradeMetrics,
  ) {}

  /** One batch of the regrade that has waited longest; false when there is none that nobody else is at. */
  async step(): Promise<boolean> {
    let claimed: RegradeRow | null = null;
    const stopTimer = this.metrics.timeBatch();
    try {
      const done = await this.dataSource.transaction(async (manager) => {
        claimed = await claimWork(manager, this.clock.now());
        return claimed === null ? null : this.batch(manager, claimed);
      });
      if (done === null) return false;
      this.count(done);
    } catch (error) {
      if (claimed === null) throw error;
      await this.fail(claimed, error);
    }
    stopTimer();
    return true;
  }

  private async batch(manager: EntityManager, job: RegradeRow): Promise<BatchDone> {
    const learnerIds = await nextLearners(manager, job, attemptsPerBatch);
    const last = learnerIds.at(-1);
    if (last === undefined) {
      await finishWalk(manager, job, this.clock.now());
      return { job, announced: 0, isFinished: true };
    }
    const total = job.total ?? (await countEnded(manager, job.sectionId));
    const { counts, ended, announced } = await this.regrading.run(manager, job, learnerIds);
    const before = readCounts(job.state === 'previewing' ? job.previewCounts : job.counts);
    await moveOn(manager, job, { cursor: last, done: job.done + ended, total, counts: sumOf([before, counts]) });
    return { job, announced, isFinished: false };
  }

  private count({ job, announced, isFinished }: BatchDone): void {
    if (announced > 0) this.outbox.wake();
    this.metrics.regraded(announced);
    if (isFinished && job.state === 'applying') this.metrics.applied(job.policy);
  }

  /** Tried again a moment later, and given up after a few times: the next regrade should not wait behind it for ever. */
  private async fail(job: RegradeRow, error: unknown): Promise<void> {
    this.metrics.failed();
    const hasFailed = await recordFailure(this.dataSource, job, { now: this.clock.now(), failuresMax, failure });
    const what = `A batch of regrade ${job.id} failed${hasFailed ? ' for good' : ', and is tried again'}`;
    this.log.error(`${what}: ${error instanceof Error ? error.message : 'no error'}`);
  }
}

interface BatchDone {
  readonly job: RegradeRow;
  readonly announced: number;
  readonly isFinished: boolean;
}

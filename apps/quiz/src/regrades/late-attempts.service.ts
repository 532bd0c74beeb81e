import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { addCounts, regradesFor } from './batches.queries.js';
import { BatchesService } from './batches.service.js';
import { readCounts, sumOf } from './counts.js';
import { RegradeMetrics } from './regrade-metrics.service.js';
import type { RegradeRow } from './regrades.queries.js';
import { RegradingService } from './regrading.service.js';

interface EndedAttempt {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly sectionId: string;
  readonly purpose?: 'exam' | 'renewal';
}

/** Attempts on an older version that end after a regrade has begun, or while its walk is at work. */
@Injectable()
export class LateAttemptsService {
  constructor(
    private readonly batches: BatchesService,
    private readonly regrading: RegradingService,
    private readonly metrics: RegradeMetrics,
  ) {}

  /** Every regrade that holds for the paper is done to it now, in the order in which they were applied. Renewals keep their grade. */
  async catchUp(manager: EntityManager, ended: EndedAttempt): Promise<void> {
    if (ended.purpose === 'renewal') return;
    const jobs = await regradesFor(manager, ended, { isLocked: false });
    if (await this.batches.isSettled(manager, jobs, ended)) return;
    // Only now, for the counts: whoever holds the row of a regrade holds up its walk.
    for (const job of await regradesFor(manager, ended, { isLocked: true })) await this.regrade(manager, job, ended);
  }

  private async regrade(manager: EntityManager, job: RegradeRow, { learnerId }: EndedAttempt): Promise<void> {
    const { counts, announced } = await this.regrading.run(manager, job, [learnerId]);
    if (counts.regraded === 0) return;
    // What is still before the walk it will count by itself.
    const isBehind = job.state === 'applied' || (job.cursor !== null && learnerId <= job.cursor);
    const late = { ...counts, attempts: isBehind ? counts.regraded : 0, waiting: 0 };
    await addCounts(manager, job.id, sumOf([readCounts(job.counts), late]));
    this.metrics.regraded(announced);
  }
}

import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

import { DashboardRevisions } from './dashboard-revisions.service.js';
import { dropOrphans, type Pair, pairsToCount, recount } from './recounts.queries.js';

/** Learners with a section counted in one transaction of a rebuild: a fraction of a second. */
const pairsAtOnce = 500;

/** Keeps what dashboards ask in line with the attempts, after each event about one. */
@Injectable()
export class RecountsService {
  constructor(private readonly revisions: DashboardRevisions) {}

  async recount(
    manager: EntityManager,
    event: Pair & { courseId: string; purpose?: 'exam' | 'renewal' },
  ): Promise<void> {
    if (event.purpose === 'renewal') return;
    await recount(manager, [event]);
    await this.revisions.raise(manager, { learnerId: event.learnerId, courseId: event.courseId });
  }

  raise(
    manager: EntityManager,
    { learnerId, courseId, cohortId }: { learnerId: string; courseId?: string; cohortId?: string },
  ): Promise<void> {
    return this.revisions.raise(manager, { learnerId, courseId, cohortId });
  }

  raiseGenerally(manager: EntityManager, cohortId: string): Promise<void> {
    return this.revisions.raiseGenerally(manager, cohortId);
  }
}

/**
 * Makes the insights anew from the attempts, learner by learner and section by section, in short transactions. Figures that
 * were right stay as they are meanwhile, and what is graded meanwhile is counted once. Stopped half-way it is simply run again.
 */
export async function rebuildInsights(
  dataSource: DataSource,
  onProgress: (pairs: number) => void = () => {},
): Promise<number> {
  await dropOrphans(dataSource);
  let done = 0;
  let after: Pair | null = null;
  for (;;) {
    const page: Pair[] = await pairsToCount(dataSource, after, pairsAtOnce);
    if (page.length > 0) await dataSource.transaction((manager) => recount(manager, page));
    done += page.length;
    onProgress(done);
    const last = page.at(-1);
    if (last === undefined || page.length < pairsAtOnce) return done;
    after = last;
  }
}

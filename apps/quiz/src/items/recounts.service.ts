import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { CountingService } from './counting.service.js';
import { learnersToCount, wipeCounts } from './counts.queries.js';
import { DefinitionsService } from './definitions.service.js';
import { ItemMetrics } from './item-metrics.service.js';

/** Learners counted in one transaction of a rebuild: a fraction of a second. */
const learnersAtOnce = 200;

/** When attempts are counted: after each event about one, or all of them after the counts were wiped. */
@Injectable()
export class RecountsService {
  constructor(
    private readonly counting: CountingService,
    private readonly metrics: ItemMetrics,
  ) {}

  async recount(
    manager: EntityManager,
    { attemptId, learnerId, sectionId }: { attemptId: string; learnerId: string; sectionId: string },
  ): Promise<void> {
    const changed = await this.counting.count(manager, { sectionId, learnerIds: [learnerId], attemptId });
    this.metrics.attemptsCounted(changed);
  }
}

/**
 * Wipes the item statistics and makes them anew from the attempts, in short transactions; attempts that are graded meanwhile
 * are counted once. Until it ends the figures are about the attempts counted so far. Stopped half-way it is simply run again.
 */
export async function rebuildItems(
  dataSource: DataSource,
  onProgress: (attempts: number) => void = () => {},
): Promise<number> {
  const counting = new CountingService(new DefinitionsService());
  await dataSource.transaction(wipeCounts);
  let counted = 0;
  let after: readonly [string, string] | null = null;
  for (;;) {
    const page: { learnerId: string; sectionId: string }[] = await learnersToCount(
      dataSource.manager,
      after,
      learnersAtOnce,
    );
    for (const [sectionId, learnerIds] of bySection(page)) {
      counted += await dataSource.transaction((manager) => counting.count(manager, { sectionId, learnerIds }));
    }
    onProgress(counted);
    const last = page.at(-1);
    if (last === undefined || page.length < learnersAtOnce) return counted;
    after = [last.learnerId, last.sectionId];
  }
}

function bySection(page: readonly { learnerId: string; sectionId: string }[]): Map<string, string[]> {
  const learners = new Map<string, string[]>();
  for (const { learnerId, sectionId } of page) learners.set(sectionId, [...(learners.get(sectionId) ?? []), learnerId]);
  return learners;
}

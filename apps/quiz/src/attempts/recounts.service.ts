import { Injectable } from '@nestjs/common';
import type { Policy } from '#libs/contracts';
import type { EntityManager } from 'typeorm';

import { CatalogService } from '../catalog/catalog.service.js';
import { lockProgress, newestTaken, type ProgressAfter, recount, type Recounted } from './recounts.queries.js';

type Rule = Pick<Policy, 'aggregation' | 'passMark'>;

/** Counts progress anew from the attempts, for whoever changed a grade after the fact. Lock the attempts first. */
@Injectable()
export class RecountsService {
  constructor(private readonly catalog: CatalogService) {}

  /** Of many learners at once, in two statements; how they stand afterwards. */
  async recountProgress(manager: EntityManager, which: Recounted, rule: Rule): Promise<ProgressAfter[]> {
    await lockProgress(manager, which);
    return recount(manager, which, rule, false);
  }

  /** As \`recountProgress\` for one learner, by the policy of the newest publication that they took the section in. */
  async recountLearner(manager: EntityManager, learnerId: string, sectionId: string): Promise<void> {
    const taken = await newestTaken(manager, learnerId, sectionId);
    if (taken === null) return;
    const { policy } = await this.catalog.section(taken.courseId, taken.publication, sectionId);
    await this.recountProgress(manager, { sectionId, learnerIds: [learnerId] }, policy);
  }

  /**
   * Brings a grade that was kept by an older rule under this one. An author's change of mind neither costs nor gives anybody
   * a badge: it is attempts that pass a section.
   */
  async adoptRule(manager: EntityManager, which: Recounted, rule: Rule): Promise<void> {
    await lockProgress(manager, which);
    await recount(manager, which, rule, true);
  }
}

import { Injectable } from '@nestjs/common';
import { hasRole, NotFound, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { type Asker, type CohortRow, findCohort, isTaughtBy, lockCohort } from './teaching.queries.js';

/** Who teaches whom: an instructor sees the cohorts they teach and the learners in them, an admin all of them. */
@Injectable()
export class TeachingService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound for a cohort of somebody else just as for one that does not exist. */
  async cohort(by: Principal, cohortId: string): Promise<CohortRow> {
    const cohort = await findCohort(this.dataSource, askerOf(by), cohortId);
    if (cohort === null) throw new NotFound('cohort');
    return cohort;
  }

  /** As `cohort`, kept from other changes until the transaction ends. */
  async lock(manager: EntityManager, by: Principal, cohortId: string): Promise<CohortRow> {
    const cohort = await lockCohort(manager, askerOf(by), cohortId);
    if (cohort === null) throw new NotFound('cohort');
    return cohort;
  }

  /**
   * Whether `by` decides about this learner, in a course if one is named: an admin, or an instructor of a cohort that the
   * learner is in. Nobody decides about themselves.
   */
  async answersFor(
    by: Principal,
    { learnerId, courseId }: { learnerId: string; courseId?: string },
    manager: EntityManager | DataSource = this.dataSource,
  ): Promise<boolean> {
    if (by.id === learnerId) return false;
    if (hasRole(by, 'admin')) return true;
    return hasRole(by, 'instructor') && isTaughtBy(manager, { learnerId, instructorId: by.id, courseId });
  }
}

export function askerOf(by: Principal): Asker {
  return { id: by.id, isAdmin: hasRole(by, 'admin') };
}

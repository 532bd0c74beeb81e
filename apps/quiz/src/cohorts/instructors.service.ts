import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Principal } from '#libs/platform';
import { DataSource } from 'typeorm';

import { LastInstructor, NotAnInstructor } from './cohorts.errors.js';
import { updateCohort } from './cohorts.queries.js';
import { CohortsService } from './cohorts.service.js';
import { deleteInstructor, insertInstructor, instructorsOf, isActiveInstructor } from './instructors.queries.js';
import { TeachingService } from './teaching.service.js';

/** Who teaches a cohort. */
@Injectable()
export class InstructorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: CohortsService,
    private readonly teaching: TeachingService,
  ) {}

  /** Adding somebody who teaches it already changes and announces nothing. */
  async add(by: Principal, cohortId: string, instructorId: string): Promise<void> {
    const addedAt = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      if (!(await isActiveInstructor(manager, instructorId))) throw new NotAnInstructor();
      if (!(await insertInstructor(manager, { cohortId, instructorId, addedBy: by.id, addedAt }))) return;
      await updateCohort(manager, cohortId, cohort);
      await this.cohorts.announce(manager, cohortId);
    });
  }

  async remove(by: Principal, cohortId: string, instructorId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      const instructors = await instructorsOf(manager, cohortId);
      if (!instructors.includes(instructorId)) throw new NotFound('instructor of this cohort');
      if (instructors.length === 1) throw new LastInstructor();
      await deleteInstructor(manager, cohortId, instructorId);
      await updateCohort(manager, cohortId, cohort);
      await this.cohorts.announce(manager, cohortId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { InstructorLearnsHere, LastInstructor, NoInstructorAtAddress, NotAnInstructor } from './cohorts.errors.js';
import type { InstructorRequest, InstructorResponse } from './cohorts.dto.js';
import { updateCohort } from './cohorts.queries.js';
import { asStored } from './address.js';
import { CohortAnnouncements } from './announcements.service.js';
import type { Act } from './history.js';
import { record } from './history.queries.js';
import {
  deleteInstructor,
  insertInstructor,
  instructorAt,
  instructorsOf,
  isActiveInstructor,
  isLearnerOf,
} from './instructors.queries.js';
import type { CohortRow } from './teaching.queries.js';
import { TeachingService } from './teaching.service.js';

/** Who teaches a cohort. */
@Injectable()
export class InstructorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly announcements: CohortAnnouncements,
    private readonly teaching: TeachingService,
  ) {}

  /** Adding somebody who teaches it already changes and announces nothing. An archived cohort too can get another instructor. */
  async add(by: Principal, cohortId: string, instructorId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      if (!(await isActiveInstructor(manager, instructorId))) throw new NotAnInstructor();
      await this.put(manager, { by, cohort, instructorId });
    });
  }

  /** As `add`, by the address of the account. */
  async addByAddress(by: Principal, cohortId: string, { email }: InstructorRequest): Promise<InstructorResponse> {
    return this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      const instructor = await instructorAt(manager, asStored(email));
      if (instructor === null) throw new NoInstructorAtAddress();
      await this.put(manager, { by, cohort, instructorId: instructor.id });
      return instructor;
    });
  }

  async remove(by: Principal, cohortId: string, instructorId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      const instructors = await instructorsOf(manager, cohortId);
      if (!instructors.includes(instructorId)) throw new NotFound('instructor of this cohort');
      if (instructors.length === 1) throw new LastInstructor();
      await deleteInstructor(manager, cohortId, instructorId);
      await this.changed(manager, cohort, { by, act: 'instructor_removed', personId: instructorId });
    });
  }

  private async put(manager: EntityManager, given: { by: Principal; cohort: CohortRow; instructorId: string }) {
    const { by, cohort, instructorId } = given;
    if (await isLearnerOf(manager, cohort.id, instructorId)) throw new InstructorLearnsHere();
    const addedAt = this.clock.now();
    const isNew = await insertInstructor(manager, { cohortId: cohort.id, instructorId, addedBy: by.id, addedAt });
    if (isNew) await this.changed(manager, cohort, { by, act: 'instructor_added', personId: instructorId });
  }

  private async changed(
    manager: EntityManager,
    cohort: CohortRow,
    { by, act, personId }: { by: Principal; act: Act; personId: string },
  ): Promise<void> {
    await updateCohort(manager, cohort.id, cohort);
    await record(manager, this.clock.now(), [{ cohortId: cohort.id, actorId: by.id, act, personId }]);
    await this.announcements.announce(manager, cohort.id);
  }
}

import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { CohortChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, hasRole, type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { uuidV7 } from '../attempts/uuid-v7.js';
import { CohortMetrics } from './cohort-metrics.service.js';
import type { ChangeCohortRequest, CohortResponse, CreateCohortRequest } from './cohorts.dto.js';
import { CohortCourseUnknown } from './cohorts.errors.js';
import { cohortOfKey, insertCohort, isOpenCourse, listCohorts, readCohort, updateCohort } from './cohorts.queries.js';
import { insertInstructor } from './instructors.queries.js';
import { askerOf, TeachingService } from './teaching.service.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class CohortsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly teaching: TeachingService,
    private readonly metrics: CohortMetrics,
  ) {}

  /** The caller's cohorts, newest first; an admin's are all of them. */
  async list(by: Principal, { limit, cursor }: PageQuery): Promise<Page<CohortResponse>> {
    const after = readCursor('cohorts', cursor, position);
    const found = await listCohorts(this.dataSource, askerOf(by), { after, limit: limit + 1 });
    return toPage('cohorts', found, limit, {
      item: (cohort) => cohort,
      key: (cohort) => [cohort.createdAt, cohort.id],
    });
  }

  async get(by: Principal, cohortId: string): Promise<CohortResponse> {
    await this.teaching.cohort(by, cohortId);
    return readCohort(this.dataSource, cohortId);
  }

  /** A repeat with the key of an earlier creation finds that cohort. Whoever creates one teaches it, if they teach at all. */
  async create(by: Principal, { name, courseId }: CreateCohortRequest, key: string | null): Promise<CohortResponse> {
    const createdAt = this.clock.now();
    const id = uuidV7(createdAt, randomBytes(10));
    const cohort = await this.dataSource.transaction(async (manager) => {
      if (!(await isOpenCourse(manager, courseId))) throw new CohortCourseUnknown();
      const isNew = await insertCohort(manager, { id, name, courseId, createdBy: by.id, createdAt, key });
      if (!isNew) return readCohort(manager, (await cohortOfKey(manager, by.id, key)) ?? id);
      if (hasRole(by, 'instructor')) {
        await insertInstructor(manager, { cohortId: id, instructorId: by.id, addedBy: by.id, addedAt: createdAt });
      }
      return this.announce(manager, id);
    });
    if (cohort.id === id) this.metrics.created();
    return cohort;
  }

  /** What is asked for already changes and announces nothing. */
  async change(by: Principal, cohortId: string, request: ChangeCohortRequest): Promise<CohortResponse> {
    return this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      const { name = cohort.name, isArchived = cohort.isArchived } = request;
      if (name === cohort.name && isArchived === cohort.isArchived) return readCohort(manager, cohortId);
      await updateCohort(manager, cohortId, { name, isArchived });
      return this.announce(manager, cohortId);
    });
  }

  /** Says what the cohort is now, in the transaction that made it so. */
  async announce(manager: EntityManager, cohortId: string): Promise<CohortResponse> {
    const cohort = await readCohort(manager, cohortId);
    const { version, courseId, name, isArchived } = cohort;
    const instructorIds = cohort.instructors.map(({ id }) => id);
    await this.outbox.add(manager, CohortChanged, { cohortId, version, courseId, name, isArchived, instructorIds });
    return cohort;
  }
}

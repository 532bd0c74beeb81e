import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, hasRole, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { uuidV7 } from '../attempts/uuid-v7.js';
import { CohortMetrics } from './cohort-metrics.service.js';
import { CohortAnnouncements } from './announcements.service.js';
import type { ChangeCohortRequest, CohortQuery, CohortResponse, CreateCohortRequest } from './cohorts.dto.js';
import { CohortArchived, CohortCourseUnknown } from './cohorts.errors.js';
import { cohortOfKey, insertCohort, isOpenCourse, listCohorts, readCohort, updateCohort } from './cohorts.queries.js';
import type { Entry } from './history.js';
import { record } from './history.queries.js';
import { insertInstructor } from './instructors.queries.js';
import type { CohortRow } from './teaching.queries.js';
import { askerOf, TeachingService } from './teaching.service.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class CohortsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
    private readonly announcements: CohortAnnouncements,
    private readonly metrics: CohortMetrics,
  ) {}

  /** The caller's cohorts, newest first; an admin's are all of them. */
  async list(by: Principal, { limit, cursor, state, search }: CohortQuery): Promise<Page<CohortResponse>> {
    const after = readCursor('cohorts', cursor, position);
    const found = await listCohorts(this.dataSource, askerOf(by), { state, search, after, limit: limit + 1 });
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
      await record(manager, createdAt, [{ cohortId: id, actorId: by.id, act: 'created' }]);
      if (hasRole(by, 'instructor')) {
        await insertInstructor(manager, { cohortId: id, instructorId: by.id, addedBy: by.id, addedAt: createdAt });
      }
      return this.announcements.announce(manager, id);
    });
    if (cohort.id === id) this.metrics.created();
    return cohort;
  }

  /** What is asked for already changes and announces nothing. Of an archived cohort nothing changes but that it is archived. */
  async change(by: Principal, cohortId: string, request: ChangeCohortRequest): Promise<CohortResponse> {
    const at = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      const wanted = { ...cohort, ...request };
      const entries = entriesOf(cohort, wanted, by.id);
      if (entries.length === 0) return readCohort(manager, cohortId);
      if (cohort.isArchived && wanted.isArchived) throw new CohortArchived();
      await updateCohort(manager, cohortId, wanted);
      await record(manager, at, entries);
      if (wanted.isArchived && !cohort.isArchived)
        await this.announcements.withdrawInvitations(manager, { cohortId, by: by.id, at });
      return this.announcements.announce(manager, cohortId);
    });
  }
}

function entriesOf(before: CohortRow, after: CohortRow, actorId: string): Entry[] {
  const of = { cohortId: before.id, actorId };
  const entries: Entry[] = [];
  if (after.name !== before.name)
    entries.push({ ...of, act: 'renamed', detail: { before: before.name, after: after.name } });
  if (after.selfEnrolment !== before.selfEnrolment)
    entries.push({ ...of, act: after.selfEnrolment ? 'self_enrolment_opened' : 'self_enrolment_closed' });
  if (after.isArchived !== before.isArchived)
    entries.push({ ...of, act: after.isArchived ? 'archived' : 'unarchived' });
  return entries;
}

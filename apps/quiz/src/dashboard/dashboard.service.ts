import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { Clock, type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { EndingsService } from '../attempts/endings.service.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { csvOf } from './csv.js';
import type { DashboardResponse, RawAttemptResponse } from './dashboard.dto.js';
import { dashboardOf } from './matrix.js';
import { readMatrix } from './matrix.queries.js';
import { overdueInCohort, rawAttemptPage } from './raw-attempts.queries.js';

/** Leaves connections to learners who are answering. */
const endedAtOnce = 4;
/** What is beyond it is left to the sweep, which is late already. */
const endedMax = 500;
const position = z.tuple([z.uuid(), z.uuid(), z.int().min(0).max(2_147_483_647)]);

/** How a cohort is doing: as a matrix, as a file, and as the attempts that both can be counted from. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
    private readonly endings: EndingsService,
  ) {}

  async read(by: Principal, cohortId: string): Promise<DashboardResponse> {
    const courseId = await this.openCohort(by, cohortId);
    const matrix = await readMatrix(this.dataSource, { cohortId, courseId, isDetailed: false });
    return dashboardOf(cohortId, matrix, this.clock.now());
  }

  async export(by: Principal, cohortId: string): Promise<Readable> {
    const courseId = await this.openCohort(by, cohortId);
    const matrix = await readMatrix(this.dataSource, { cohortId, courseId, isDetailed: true });
    return Readable.from(csvOf(matrix));
  }

  async attempts(by: Principal, cohortId: string, { limit, cursor }: PageQuery): Promise<Page<RawAttemptResponse>> {
    const after = readCursor('cohort-attempts', cursor, position) ?? [null, null, null];
    const courseId = await this.openCohort(by, cohortId);
    const found = await rawAttemptPage(this.dataSource, [cohortId, courseId, ...after, limit + 1]);
    return toPage('cohort-attempts', found, limit, {
      item: ({ startedAt, submittedAt, ...attempt }) => ({
        ...attempt,
        startedAt: startedAt.toISOString(),
        submittedAt: submittedAt?.toISOString() ?? null,
      }),
      key: ({ learnerId, sectionId, number }) => [learnerId, sectionId, number],
    });
  }

  /** The cohort's course, with every attempt ended whose time is over: nobody sees one as open past its deadline. */
  private async openCohort(by: Principal, cohortId: string): Promise<string> {
    const { courseId } = await this.teaching.cohort(by, cohortId);
    const overdue = await overdueInCohort(this.dataSource, [cohortId, courseId, this.clock.now(), endedMax]);
    for (let at = 0; at < overdue.length; at += endedAtOnce) {
      const batch = overdue.slice(at, at + endedAtOnce);
      await Promise.all(batch.map(({ id, learner_id }) => this.endings.endOverdue(id, learner_id)));
    }
    return courseId;
  }
}

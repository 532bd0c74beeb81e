import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { Clock, type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { csvOf } from './csv.js';
import type { DashboardResponse, RawAttemptResponse } from './dashboard.dto.js';
import { dashboardOf } from './matrix.js';
import { readMatrix } from './matrix.queries.js';
import { OpenCohortsService } from './open-cohorts.service.js';
import { rawAttemptPage } from './raw-attempts.queries.js';

const position = z.tuple([z.uuid(), z.uuid(), z.int().min(0).max(2_147_483_647)]);

/** How a cohort is doing: as a matrix, as a file, and as the attempts that both can be counted from. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
  ) {}

  async read(by: Principal, cohortId: string): Promise<DashboardResponse> {
    const courseId = await this.cohorts.open(by, cohortId);
    return this.figures({ cohortId, courseId });
  }

  /** For whoever was let in already: a live board is read once for all who watch it. */
  async figures({ cohortId, courseId }: { cohortId: string; courseId: string }): Promise<DashboardResponse> {
    const matrix = await readMatrix(this.dataSource, { cohortId, courseId, isDetailed: false });
    return dashboardOf(cohortId, matrix, this.clock.now());
  }

  async export(by: Principal, cohortId: string): Promise<Readable> {
    const courseId = await this.cohorts.open(by, cohortId);
    const matrix = await readMatrix(this.dataSource, { cohortId, courseId, isDetailed: true });
    return Readable.from(csvOf(matrix));
  }

  async attempts(by: Principal, cohortId: string, { limit, cursor }: PageQuery): Promise<Page<RawAttemptResponse>> {
    const after = readCursor('cohort-attempts', cursor, position) ?? [null, null, null];
    const courseId = await this.cohorts.open(by, cohortId);
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
}

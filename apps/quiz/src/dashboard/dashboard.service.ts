import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { Clock, type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { DashboardRevisions } from '../insights/dashboard-revisions.service.js';
import { SharedAnswers } from '../insights/shared-answers.js';
import { type Board, boardOf } from './board.js';
import { boardStanding } from './board.queries.js';
import { csvOf } from './csv.js';
import type { DashboardResponse, RawAttemptResponse } from './dashboard.dto.js';
import { dashboardOf } from './matrix.js';
import { readMatrix } from './matrix.queries.js';
import { OpenCohortsService } from './open-cohorts.service.js';
import { rawAttemptPage } from './raw-attempts.queries.js';

/** Some 4 MB each at 2,000 learners in 14 sections: 80 MB at the very worst, in a school with twenty such cohorts at work. */
const boardsKeptMax = 20;
/** Saves of answers, names and who was active this week change no revision. */
const boardAgeMsMax = 10_000;
const position = z.tuple([z.uuid(), z.uuid(), z.int().min(0).max(2_147_483_647)]);

/** How a cohort is doing: as a matrix, as a file, and as the attempts that both can be counted from. */
@Injectable()
export class DashboardService {
  private readonly boards = new SharedAnswers<Board>(boardsKeptMax, boardAgeMsMax);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cohorts: OpenCohortsService,
    private readonly revisions: DashboardRevisions,
  ) {}

  /**
   * One text for all who ask, worked out when something changed or it has grown old. What was announced and has not reached
   * the revision yet is waited for by nobody: then the figures are worked out anew, so that whoever did something sees it.
   */
  async read(by: Principal, cohortId: string): Promise<Board> {
    const courseId = await this.cohorts.open(by, cohortId);
    const [standing] = await boardStanding(this.dataSource, [cohortId, courseId]);
    const { revision, isPending } = standing!; // sub-selects and no table: always one row
    const make = () => this.workOut({ cohortId, courseId }, revision);
    return isPending ? make() : this.boards.get(cohortId, { revision, now: this.clock.now(), make });
  }

  /** For whoever was let in already: a live board is read once for all who watch it. */
  async figures(cohort: { cohortId: string; courseId: string }): Promise<DashboardResponse> {
    return this.count(cohort, await this.revisions.ofOne(cohort.cohortId));
  }

  /** The revision was read before: the figures are as new or newer. */
  private async count(
    { cohortId, courseId }: { cohortId: string; courseId: string },
    revision: string,
  ): Promise<DashboardResponse> {
    const matrix = await readMatrix(this.dataSource, { cohortId, courseId, isDetailed: false });
    return dashboardOf(matrix, { cohortId, revision, now: this.clock.now() });
  }

  private async workOut(cohort: { cohortId: string; courseId: string }, revision: string): Promise<Board> {
    return boardOf(await this.count(cohort, revision));
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

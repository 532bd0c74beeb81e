import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { etagOf, isKnownBy, type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import type { Board } from './board.js';
import { boardStanding } from './board.queries.js';
import { csvOf } from './csv.js';
import { BoardsService } from './boards.service.js';
import type { RawAttemptResponse } from './dashboard.dto.js';
import { readMatrix } from './matrix.queries.js';
import { OpenCohortsService } from './open-cohorts.service.js';
import { rawAttemptPage } from './raw-attempts.queries.js';

const position = z.tuple([z.uuid(), z.uuid(), z.int().min(0).max(2_147_483_647)]);

interface BoardShown {
  readonly status: 200 | 304;
  readonly headers: Record<string, string>;
  readonly body: Buffer | null;
}

/** How a cohort is doing: as a matrix, as a file, and as the attempts that both can be counted from. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cohorts: OpenCohortsService,
    private readonly boards: BoardsService,
  ) {}

  /** The board as it is sent, or nothing for a reader who has it. */
  async represent(by: Principal, cohortId: string, ifNoneMatch: string | undefined): Promise<BoardShown> {
    const board = await this.read(by, cohortId);
    const etag = etagOf(board.identity());
    if (isKnownBy(etag, ifNoneMatch)) return { status: 304, headers: { etag }, body: null };
    return { status: 200, headers: { etag, 'content-type': 'application/json; charset=utf-8' }, body: board.json() };
  }

  /** What was announced and has not reached the revision yet is read too, so that whoever did something sees it. */
  private async read(by: Principal, cohortId: string): Promise<Board> {
    const courseId = await this.cohorts.open(by, cohortId);
    const [standing] = await boardStanding(this.dataSource, [cohortId, courseId]);
    const { revision, pending } = standing!; // sub-selects and no table: always one row
    const learners = pending.flatMap((learnerId) => learnerId ?? []);
    const seen = { revision, pending: learners.length < pending.length ? null : learners };
    return this.boards.read({ cohortId, courseId }, seen);
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

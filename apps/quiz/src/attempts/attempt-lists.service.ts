import { Injectable } from '@nestjs/common';
import { isPastDeadline } from '#libs/assessment';
import { Clock, type Page, type PageQuery, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { CatalogService } from '../catalog/catalog.service.js';
import { viewScore } from './attempt-view.js';
import type { AttemptSummaryResponse } from './attempts.dto.js';
import { attemptPage, type AttemptSummaryRow } from './attempts.queries.js';
import { EndingsService } from './endings.service.js';

/** What a column of type int holds. */
const numberMax = 2_147_483_647;
const position = z.tuple([z.int().min(0).max(numberMax)]);

/** A learner's earlier attempts. */
@Injectable()
export class AttemptListsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly catalog: CatalogService,
    private readonly endings: EndingsService,
  ) {}

  /** The learner's attempts at a section, newest first. */
  async list(
    learnerId: string,
    sectionId: string,
    { limit, cursor }: PageQuery,
  ): Promise<Page<AttemptSummaryResponse>> {
    const [before] = readCursor('attempts', cursor, position) ?? [numberMax];
    const found = await attemptPage(this.dataSource, [learnerId, sectionId, before, limit + 1]);
    const records = await Promise.all(found.map((attempt) => this.upToDate(attempt)));
    const page = toPage('attempts', records, limit, { item: (each) => each, key: (each) => [each.number] });
    return { ...page, items: await Promise.all(page.items.map((each) => this.summarise(each))) };
  }

  private async upToDate(row: AttemptSummaryRow): Promise<AttemptSummaryRow> {
    const isOver = row.state === 'in_progress' && isPastDeadline(row, this.clock.now());
    return isOver ? this.endings.end(await this.endings.load(row.id, row.learnerId), []) : row;
  }

  private async summarise(row: AttemptSummaryRow): Promise<AttemptSummaryResponse> {
    const { policy } = await this.catalog.section(row.courseId, row.publication, row.sectionId);
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      startedAt: row.startedAt.toISOString(),
      deadlineAt: row.deadlineAt?.toISOString() ?? null,
      submittedAt: row.endedAt?.toISOString() ?? null,
      endedBy: row.endedBy,
      ...viewScore(policy, row, { hasPassedSection: row.hasPassedSection, now: this.clock.now() }),
      hasPassed: row.hasPassed,
    };
  }
}

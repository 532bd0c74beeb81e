import { Injectable } from '@nestjs/common';
import { type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import type { HistoryEntryResponse } from './history.dto.js';
import { listHistory } from './history.queries.js';
import { TeachingService } from './teaching.service.js';

const position = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** Who did what to whom in a cohort. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly teaching: TeachingService,
  ) {}

  async list(by: Principal, cohortId: string, { limit, cursor }: PageQuery): Promise<Page<HistoryEntryResponse>> {
    await this.teaching.cohort(by, cohortId);
    const [before] = readCursor('cohort-history', cursor, position) ?? [null];
    const found = await listHistory(this.dataSource, cohortId, { before, limit: limit + 1 });
    return toPage('cohort-history', found, limit, {
      item: ({ actorId, actorName, personId, personName, ...entry }) => ({
        ...entry,
        at: entry.at.toISOString(),
        actor: { id: actorId, displayName: actorName },
        person: personId === null ? null : { id: personId, displayName: personName },
      }),
      key: ({ id }) => [id],
    });
  }
}

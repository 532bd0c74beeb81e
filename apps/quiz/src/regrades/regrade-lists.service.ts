import { Injectable } from '@nestjs/common';
import { NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { OwnershipService } from '../catalog/ownership.service.js';
import { changePage } from './changes.queries.js';
import type { ChangesQuery, QuestionVersionsResponse, RegradeChangeResponse } from './regrades.dto.js';
import { attemptsBehind, knownVersions, regradeById } from './regrades.queries.js';

const position = z.tuple([z.uuid(), z.int()]);
const stemStartMax = 160;

/** What an author looks at before and after a regrade. */
@Injectable()
export class RegradeListsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ownership: OwnershipService,
  ) {}

  /** By learner and number; a dry run's list grows while it is at work. */
  async changes(by: Principal, regradeId: string, query: ChangesQuery): Promise<Page<RegradeChangeResponse>> {
    const regrade = await regradeById(this.dataSource, regradeId);
    if (regrade === null || !(await this.ownership.owns(by, regrade.courseId))) throw new NotFound('regrade');
    const { limit, cursor, only } = query;
    const after = readCursor('regrade-changes', cursor, position);
    const found = await changePage(this.dataSource, regrade, { only, after, limit: limit + 1 });
    return toPage('regrade-changes', found, limit, { item: (row) => row, key: (row) => [row.learnerId, row.number] });
  }

  async versions(by: Principal, sectionId: string, questionId: string): Promise<QuestionVersionsResponse> {
    await this.ownership.requireSection(by, sectionId);
    const versions = await knownVersions(this.dataSource, sectionId, questionId);
    if (versions.length === 0) throw new NotFound('question in this section');
    const behind = await attemptsBehind(this.dataSource, sectionId, questionId);
    const items = versions.map(({ question, publications, isLive }) => ({
      version: question.version,
      type: question.type,
      stemStart: question.stem.slice(0, stemStartMax),
      isLive,
      publications,
      attempts: behind
        .filter(({ publication }) => publications.includes(publication))
        .reduce((sum, { attempts }) => sum + attempts, 0),
    }));
    return { items };
  }
}

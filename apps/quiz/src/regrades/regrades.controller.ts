import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  action,
  Allow,
  CurrentUser,
  IdempotencyKey,
  type Page,
  pageQuery,
  type PageQuery,
  type Principal,
  Returns,
} from '#libs/platform';
import { z } from 'zod';

import { RegradeListsService } from './regrade-lists.service.js';
import {
  changesQuery,
  type ChangesQuery,
  makeRegradeRequest,
  type MakeRegradeRequest,
  questionVersions,
  type QuestionVersionsResponse,
  regrade,
  regradeChangePage,
  type RegradeChangeResponse,
  regradePageResponse,
  type RegradeResponse,
  versionsQuery,
} from './regrades.dto.js';
import { RegradesService } from './regrades.service.js';

const id = z.uuid();

@Controller()
export class RegradesController {
  constructor(
    private readonly regrades: RegradesService,
    private readonly lists: RegradeListsService,
  ) {}

  @Post('sections/:id/regrades')
  @Allow('regrade.make')
  @Returns(201, regrade, 'A regrade whose dry run has begun; no grade changes before it is applied')
  make(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Body({ schema: makeRegradeRequest }) request: MakeRegradeRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<RegradeResponse> {
    return this.regrades.make(user, sectionId, { request, key });
  }

  @Get('sections/:id/regrades')
  @Allow('regrade.read')
  @Returns(200, regradePageResponse, 'The regrades of a section, newest first')
  list(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<RegradeResponse>> {
    return this.regrades.list(user, sectionId, query);
  }

  @Get('sections/:id/question-versions')
  @Allow('regrade.read')
  @Returns(200, questionVersions, 'The published versions of a question, with the attempts behind each')
  versions(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Query({ schema: versionsQuery }) { questionId }: z.output<typeof versionsQuery>,
  ): Promise<QuestionVersionsResponse> {
    return this.lists.versions(user, sectionId, questionId);
  }

  @Get('regrades/:id')
  @Allow('regrade.read')
  @Returns(200, regrade, 'The regrade, how far it is, and what it changes')
  read(@CurrentUser() user: Principal, @Param('id', { schema: id }) regradeId: string): Promise<RegradeResponse> {
    return this.regrades.read(user, regradeId);
  }

  @Get('regrades/:id/changes')
  @Allow('regrade.read')
  @Returns(200, regradeChangePage, 'Every attempt that changes, by learner; of the dry run until applying begins')
  changes(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) regradeId: string,
    @Query({ schema: changesQuery }) query: ChangesQuery,
  ): Promise<Page<RegradeChangeResponse>> {
    return this.lists.changes(user, regradeId, query);
  }

  @Post(action('regrades/:id', 'apply'))
  @Allow('regrade.apply')
  @Returns(200, regrade, 'The regrade under way; the same on every repeat')
  apply(@CurrentUser() user: Principal, @Param('id', { schema: id }) regradeId: string): Promise<RegradeResponse> {
    return this.regrades.apply(user, regradeId);
  }

  @Post(action('regrades/:id', 'discard'))
  @Allow('regrade.discard')
  @Returns(200, regrade, 'The discarded regrade')
  discard(@CurrentUser() user: Principal, @Param('id', { schema: id }) regradeId: string): Promise<RegradeResponse> {
    return this.regrades.discard(user, regradeId);
  }
}

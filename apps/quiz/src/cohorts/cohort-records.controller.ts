import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Allow, CurrentUser, type Page, pageQuery, type PageQuery, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import { type DueDatesRequest, dueDatesRequest, type DueDatesResponse, dueDatesResponse } from './due-dates.dto.js';
import { DueDatesService } from './due-dates.service.js';
import { type HistoryEntryResponse, historyPageResponse } from './history.dto.js';
import { HistoryService } from './history.service.js';

const id = z.uuid();

@Controller('cohorts/:id')
export class CohortRecordsController {
  constructor(
    private readonly dueDates: DueDatesService,
    private readonly records: HistoryService,
  ) {}

  @Get('due-dates')
  @Allow('cohort.read')
  @Returns(200, dueDatesResponse, 'When each section is due in this cohort; null where nothing is said')
  readDueDates(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
  ): Promise<DueDatesResponse> {
    return this.dueDates.read(user, cohortId);
  }

  @Put('due-dates')
  @Allow('cohort.change')
  @Returns(200, dueDatesResponse, 'The dates after the change; they are shown to learners and lock nothing')
  saveDueDates(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: dueDatesRequest }) request: DueDatesRequest,
  ): Promise<DueDatesResponse> {
    return this.dueDates.save(user, cohortId, request);
  }

  @Get('history')
  @Allow('cohort.read')
  @Returns(
    200,
    historyPageResponse,
    'Who did what to whom in this cohort, newest first; nothing is ever taken out of it',
  )
  history(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<HistoryEntryResponse>> {
    return this.records.list(user, cohortId, query);
  }
}

import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import {
  Allow,
  AlsoReturns,
  CurrentUser,
  type Page,
  pageQuery,
  type PageQuery,
  type Principal,
  Returns,
} from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { dashboardResponse, type RawAttemptResponse, rawAttemptPageResponse } from './dashboard.dto.js';
import { DashboardService } from './dashboard.service.js';

const id = z.uuid();

@Controller('cohorts/:id')
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  @Get('dashboard')
  @Allow('dashboard.read')
  @Returns(200, dashboardResponse, 'The learners of the cohort by the sections of its course')
  @AlsoReturns(304, null, 'Nothing has changed since the ETag that If-None-Match names')
  async read(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.dashboard.represent(user, cohortId, known);
    await reply.status(shown.status).headers(shown.headers).send(shown.body);
  }

  @Get('export.csv')
  @Allow('dashboard.export')
  @Returns(200, null, 'CSV: one row per learner and section, with the numbers of the dashboard')
  async export(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const csv = await this.dashboard.export(user, cohortId);
    void reply.header('content-disposition', `attachment; filename="cohort-${cohortId}.csv"`);
    await reply.header('content-type', 'text/csv; charset=utf-8').send(csv);
  }

  @Get('attempts')
  @Allow('dashboard.read')
  @Returns(200, rawAttemptPageResponse, 'Every attempt that the dashboard counts, and the voided ones that it does not')
  attempts(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<RawAttemptResponse>> {
    return this.dashboard.attempts(user, cohortId, query);
  }
}

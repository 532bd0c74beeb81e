import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentUser, type Page, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { sendCsv } from '../dashboard/csv-reply.js';
import {
  type InsightsResponse,
  insightsResponse,
  needsHelpPageResponse,
  type NeedsHelpQuery,
  needsHelpQuery,
  type NeedsHelpResponse,
  type PeriodQuery,
  periodQuery,
} from './insights.dto.js';
import { InsightsService } from './insights.service.js';
import { NeedsHelpService } from './needs-help.service.js';

const id = z.uuid();
const wantedReason = needsHelpQuery.pick({ reason: true });

@Controller('cohorts/:id')
export class InsightsController {
  constructor(
    private readonly insights: InsightsService,
    private readonly help: NeedsHelpService,
  ) {}

  @Get('insights')
  @Allow('dashboard.read')
  @Returns(200, insightsResponse, 'How the cohort gets on: by section, by grade and by day (UTC)')
  read(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: periodQuery }) query: PeriodQuery,
  ): Promise<InsightsResponse> {
    return this.insights.read(user, cohortId, query);
  }

  @Get('insights.csv')
  @Allow('dashboard.export')
  @Returns(200, null, 'CSV: one row per section with its funnel, grades and time to pass')
  async sectionsCsv(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: periodQuery }) query: PeriodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCsv(reply, `cohort-${cohortId}-sections`, await this.insights.sectionsCsv(user, cohortId, query));
  }

  @Get('activity.csv')
  @Allow('dashboard.export')
  @Returns(200, null, 'CSV: one row per day of the period (UTC)')
  async activityCsv(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: periodQuery }) query: PeriodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCsv(reply, `cohort-${cohortId}-activity`, await this.insights.activityCsv(user, cohortId, query));
  }

  @Get('needs-help')
  @Allow('dashboard.read')
  @Returns(200, needsHelpPageResponse, 'Learners who may need help, by name, each with the reasons')
  needsHelp(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: needsHelpQuery }) query: NeedsHelpQuery,
  ): Promise<Page<NeedsHelpResponse>> {
    return this.help.list(user, cohortId, query);
  }

  @Get('needs-help.csv')
  @Allow('dashboard.export')
  @Returns(200, null, 'CSV: one row per learner who may need help and reason')
  async needsHelpCsv(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: wantedReason }) query: z.output<typeof wantedReason>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCsv(reply, `cohort-${cohortId}-needs-help`, await this.help.csv(user, cohortId, query));
  }
}

import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { sendCsv } from '../dashboard/csv-reply.js';
import {
  type CourseOverviewResponse,
  courseOverviewResponse,
  type OverviewResponse,
  overviewResponse,
  type PeriodQuery,
  periodQuery,
} from './insights.dto.js';
import { OverviewsService } from './overviews.service.js';

const id = z.uuid();

@Controller()
export class OverviewsController {
  constructor(private readonly overviews: OverviewsService) {}

  @Get('overview')
  @Allow('overview.read')
  @Returns(200, overviewResponse, 'The whole platform, at most a minute old')
  platform(@Query({ schema: periodQuery }) query: PeriodQuery): Promise<OverviewResponse> {
    return this.overviews.platform(query);
  }

  @Get('overview.csv')
  @Allow('overview.read')
  @Returns(200, null, 'CSV: one row per figure of the platform')
  async platformCsv(@Query({ schema: periodQuery }) query: PeriodQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendCsv(reply, 'overview', await this.overviews.platformCsv(query));
  }

  @Get('overview/activity.csv')
  @Allow('overview.read')
  @Returns(200, null, 'CSV: one row per day of the period (UTC)')
  async activityCsv(@Query({ schema: periodQuery }) query: PeriodQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendCsv(reply, 'activity', await this.overviews.activityCsv(query));
  }

  @Get('courses/:id/overview')
  @Allow('course-overview.read')
  @Returns(200, courseOverviewResponse, 'Which sections lose people and which questions fail, at most a minute old')
  course(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) courseId: string,
  ): Promise<CourseOverviewResponse> {
    return this.overviews.course(user, courseId);
  }

  @Get('courses/:id/overview.csv')
  @Allow('course-overview.read')
  @Returns(200, null, 'CSV: one row per section and per question that fails')
  async courseCsv(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) courseId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCsv(reply, `course-${courseId}`, await this.overviews.courseCsv(user, courseId));
  }
}

import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentUser, type Page, pageQuery, type PageQuery, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { sendCsv } from '../dashboard/csv-reply.js';
import {
  type LearnerInsightResponse,
  learnerInsightResponse,
  type SectionInsightResponse,
  sectionInsightResponse,
  sectionLearnerPageResponse,
  type SectionLearnerResponse,
  type SectionLearnersQuery,
  sectionLearnersQuery,
  type TimelineEntry,
  timelinePageResponse,
} from './insights.dto.js';
import { LearnerInsightsService } from './learner-insights.service.js';
import { SectionInsightsService } from './section-insights.service.js';

const learnerAddress = z.object({ id: z.uuid(), learnerId: z.uuid() });
type LearnerAddress = z.output<typeof learnerAddress>;
const sectionAddress = z.object({ id: z.uuid(), sectionId: z.uuid() });
type SectionAddress = z.output<typeof sectionAddress>;
const wantedState = sectionLearnersQuery.pick({ state: true });

/** From the figures of a cohort down to one learner, or to one section. */
@Controller('cohorts/:id')
export class DrillDownsController {
  constructor(
    private readonly ofLearner: LearnerInsightsService,
    private readonly ofSection: SectionInsightsService,
  ) {}

  @Get('learners/:learnerId')
  @Allow('dashboard.read')
  @Returns(200, learnerInsightResponse, 'One learner of the cohort, section by section')
  learner(
    @CurrentUser() user: Principal,
    @Param({ schema: learnerAddress }) { id: cohortId, learnerId }: LearnerAddress,
  ): Promise<LearnerInsightResponse> {
    return this.ofLearner.read(user, cohortId, learnerId);
  }

  @Get('learners/:learnerId/timeline')
  @Allow('dashboard.read')
  @Returns(200, timelinePageResponse, 'What happened to the learner in the course, newest first')
  timeline(
    @CurrentUser() user: Principal,
    @Param({ schema: learnerAddress }) { id: cohortId, learnerId }: LearnerAddress,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<TimelineEntry>> {
    return this.ofLearner.timeline(user, { cohortId, learnerId }, query);
  }

  @Get('learners/:learnerId/timeline.csv')
  @Allow('dashboard.export')
  @Returns(200, null, 'CSV: the timeline, newest first')
  async timelineCsv(
    @CurrentUser() user: Principal,
    @Param({ schema: learnerAddress }) { id: cohortId, learnerId }: LearnerAddress,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCsv(reply, `learner-${learnerId}`, await this.ofLearner.timelineCsv(user, cohortId, learnerId));
  }

  @Get('sections/:sectionId')
  @Allow('dashboard.read')
  @Returns(200, sectionInsightResponse, 'One section of the course, for the learners of the cohort')
  section(
    @CurrentUser() user: Principal,
    @Param({ schema: sectionAddress }) { id: cohortId, sectionId }: SectionAddress,
  ): Promise<SectionInsightResponse> {
    return this.ofSection.read(user, cohortId, sectionId);
  }

  @Get('sections/:sectionId/learners')
  @Allow('dashboard.read')
  @Returns(200, sectionLearnerPageResponse, 'The learners of the cohort in this section, by name')
  sectionLearners(
    @CurrentUser() user: Principal,
    @Param({ schema: sectionAddress }) { id: cohortId, sectionId }: SectionAddress,
    @Query({ schema: sectionLearnersQuery }) query: SectionLearnersQuery,
  ): Promise<Page<SectionLearnerResponse>> {
    return this.ofSection.learners(user, { cohortId, sectionId }, query);
  }

  @Get('sections/:sectionId/learners.csv')
  @Allow('dashboard.export')
  @Returns(200, null, 'CSV: one row per learner of the cohort in this section')
  async sectionLearnersCsv(
    @CurrentUser() user: Principal,
    @Param({ schema: sectionAddress }) { id: cohortId, sectionId }: SectionAddress,
    @Query({ schema: wantedState }) query: z.output<typeof wantedState>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCsv(reply, `section-${sectionId}`, await this.ofSection.csv(user, { cohortId, sectionId }, query));
  }
}

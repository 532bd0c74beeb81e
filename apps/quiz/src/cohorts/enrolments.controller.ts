import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentUser, type Page, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import {
  type EnrolledLearnerResponse,
  enrolmentPageResponse,
  type EnrolmentQuery,
  enrolmentQuery,
  type EnrolmentReport,
  enrolmentReport,
  type EnrolRequest,
  enrolRequest,
} from './enrolments.dto.js';
import { EnrolmentsService } from './enrolments.service.js';

const id = z.uuid();

@Controller('cohorts/:id/enrolments')
export class EnrolmentsController {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @Get()
  @Allow('enrolment.read')
  @Returns(200, enrolmentPageResponse, 'The learners of the cohort by name')
  list(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: enrolmentQuery }) query: EnrolmentQuery,
  ): Promise<Page<EnrolledLearnerResponse>> {
    return this.enrolments.list(user, cohortId, query);
  }

  @Post()
  @Allow('enrolment.change')
  @Returns(200, enrolmentReport, 'What became of each address; a repeat changes nothing')
  enrol(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: enrolRequest }) request: EnrolRequest,
  ): Promise<EnrolmentReport> {
    return this.enrolments.enrol(user, cohortId, request);
  }

  @Delete(':learnerId')
  @Allow('enrolment.change')
  @Returns(204, null, 'The learner is not in the cohort; what they achieved stays theirs')
  remove(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Param('learnerId', { schema: id }) learnerId: string,
  ): Promise<void> {
    return this.enrolments.remove(user, cohortId, learnerId);
  }
}

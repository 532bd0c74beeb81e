import { Body, Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  action,
  Allow,
  CurrentUser,
  FileBody,
  IdempotencyKey,
  type Page,
  type Principal,
  Returns,
  type SentFile,
  TakesFile,
} from '#libs/platform';
import type { FastifyReply } from 'fastify';
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
  type ImportQuery,
  importQuery,
  type ImportReport,
  importReport,
  type RemoveReport,
  removeReport,
  type RemoveRequest,
  removeRequest,
  type TransferReport,
  transferReport,
  type TransferRequest,
  transferRequest,
} from './enrolments.dto.js';
import { EnrolmentsService } from './enrolments.service.js';
import { LearnersService } from './learners.service.js';
import { rosterBytesMax } from './roster-file.js';

const id = z.uuid();

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly learners: LearnersService,
  ) {}

  @Get('cohorts/:id/enrolments')
  @Allow('enrolment.read')
  @Returns(200, enrolmentPageResponse, 'The learners of the cohort by name')
  list(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: enrolmentQuery }) query: EnrolmentQuery,
  ): Promise<Page<EnrolledLearnerResponse>> {
    return this.learners.list(user, cohortId, query);
  }

  @Post('cohorts/:id/enrolments')
  @Allow('enrolment.change')
  @Returns(200, enrolmentReport, 'What became of each address; a repeat changes nothing')
  enrol(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: enrolRequest }) request: EnrolRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<EnrolmentReport> {
    return this.enrolments.enrol(user, cohortId, { request, key });
  }

  @Get('cohorts/:id/enrolments.csv')
  @Allow('enrolment.read')
  @Returns(200, null, 'The learners of the cohort as a CSV file that an import takes')
  async export(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const csv = await this.learners.export(user, cohortId);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="learners.csv"')
      .send(csv);
  }

  @Post(action('cohorts/:id/enrolments', 'import'))
  @Allow('enrolment.change')
  @TakesFile(['text/csv', 'application/octet-stream'], rosterBytesMax)
  @Returns(
    200,
    importReport,
    'What became of each row of the CSV file, or with `dryRun` what would; a repeat changes nothing',
  )
  import(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: importQuery }) query: ImportQuery,
    @FileBody() { bytes }: SentFile,
    @IdempotencyKey() key: string | null,
  ): Promise<ImportReport> {
    return this.enrolments.import(user, cohortId, { bytes, query, key });
  }

  @Post(action('cohorts/:id/enrolments', 'transfer'))
  @Allow('enrolment.change')
  @Returns(200, transferReport, 'What became of each; progress, badges and accommodations go with the learner')
  transfer(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: transferRequest }) request: TransferRequest,
  ): Promise<TransferReport> {
    return this.learners.transfer(user, cohortId, request);
  }

  @Post(action('cohorts/:id/enrolments', 'remove'))
  @Allow('enrolment.change')
  @Returns(200, removeReport, 'They are not in the cohort; what they achieved stays theirs')
  removeAll(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: removeRequest }) { learnerIds }: RemoveRequest,
  ): Promise<RemoveReport> {
    return this.learners.removeAll(user, cohortId, learnerIds);
  }

  @Delete('cohorts/:id/enrolments/:learnerId')
  @Allow('enrolment.change')
  @Returns(204, null, 'The learner is not in the cohort; what they achieved stays theirs')
  remove(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Param('learnerId', { schema: id }) learnerId: string,
  ): Promise<void> {
    return this.learners.remove(user, cohortId, learnerId);
  }
}

import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentUser, IdempotencyKey, type Page, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import {
  type ChangeCohortRequest,
  changeCohortRequest,
  cohortPageResponse,
  type CohortQuery,
  cohortQuery,
  type CohortResponse,
  cohortResponse,
  type CreateCohortRequest,
  createCohortRequest,
  type InstructorRequest,
  instructorRequest,
  type InstructorResponse,
  instructorResponse,
} from './cohorts.dto.js';
import { CohortsService } from './cohorts.service.js';
import { InstructorsService } from './instructors.service.js';

const id = z.uuid();

@Controller('cohorts')
export class CohortsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly instructors: InstructorsService,
  ) {}

  @Get()
  @Allow('cohort.read')
  @Returns(200, cohortPageResponse, 'The cohorts you teach, newest first')
  list(
    @CurrentUser() user: Principal,
    @Query({ schema: cohortQuery }) query: CohortQuery,
  ): Promise<Page<CohortResponse>> {
    return this.cohorts.list(user, query);
  }

  @Post()
  @Allow('cohort.create')
  @Returns(201, cohortResponse, 'A cohort that you teach')
  create(
    @CurrentUser() user: Principal,
    @Body({ schema: createCohortRequest }) request: CreateCohortRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<CohortResponse> {
    return this.cohorts.create(user, request, key);
  }

  @Get(':id')
  @Allow('cohort.read')
  @Returns(200, cohortResponse, 'A cohort that you teach')
  get(@CurrentUser() user: Principal, @Param('id', { schema: id }) cohortId: string): Promise<CohortResponse> {
    return this.cohorts.get(user, cohortId);
  }

  @Patch(':id')
  @Allow('cohort.change')
  @Returns(200, cohortResponse, 'The changed cohort')
  change(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: changeCohortRequest }) request: ChangeCohortRequest,
  ): Promise<CohortResponse> {
    return this.cohorts.change(user, cohortId, request);
  }

  @Post(':id/instructors')
  @Allow('cohort.change-instructors')
  @Returns(200, instructorResponse, 'The person with this address teaches the cohort')
  addInstructorByAddress(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: instructorRequest }) request: InstructorRequest,
  ): Promise<InstructorResponse> {
    return this.instructors.addByAddress(user, cohortId, request);
  }

  @Put(':id/instructors/:userId')
  @Allow('cohort.change-instructors')
  @Returns(204, null, 'The person teaches the cohort')
  addInstructor(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Param('userId', { schema: id }) instructorId: string,
  ): Promise<void> {
    return this.instructors.add(user, cohortId, instructorId);
  }

  @Delete(':id/instructors/:userId')
  @Allow('cohort.change-instructors')
  @Returns(204, null, 'The person teaches the cohort no more')
  removeInstructor(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Param('userId', { schema: id }) instructorId: string,
  ): Promise<void> {
    return this.instructors.remove(user, cohortId, instructorId);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentUser, type Page, type PageQuery, type Principal, Returns } from '#libs/platform';

import { courseIdOrSlug } from '../catalog/catalog.dto.js';
import {
  myCohortPageResponse,
  type MyCohortResponse,
  myCohortsQuery,
  openCohortPageResponse,
  type OpenCohortResponse,
} from './my-cohorts.dto.js';
import { MyCohortsService } from './my-cohorts.service.js';

@Controller()
export class MyCohortsController {
  constructor(private readonly cohorts: MyCohortsService) {}

  @Get('me/cohorts')
  @Allow('cohort.read-own')
  @Returns(200, myCohortPageResponse, 'The cohorts you learn in, with what is due when')
  mine(
    @CurrentUser() user: Principal,
    @Query({ schema: myCohortsQuery }) query: PageQuery,
  ): Promise<Page<MyCohortResponse>> {
    return this.cohorts.mine(user, query);
  }

  @Get('courses/:id/open-cohorts')
  @Allow('cohort.read-own')
  @Returns(200, openCohortPageResponse, 'Cohorts of the course that you may join by yourself, by name')
  open(
    @CurrentUser() user: Principal,
    @Param('id', { schema: courseIdOrSlug }) course: string,
    @Query({ schema: myCohortsQuery }) query: PageQuery,
  ): Promise<Page<OpenCohortResponse>> {
    return this.cohorts.open(user, course, query);
  }
}

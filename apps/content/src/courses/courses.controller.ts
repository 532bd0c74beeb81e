import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  action,
  Allow,
  CurrentUser,
  IdempotencyKey,
  IfMatch,
  type Page,
  type Principal,
  Returns,
  SendsETag,
} from '#libs/platform';
import { z } from 'zod';

import {
  type ChangeCourseRequest,
  changeCourseRequest,
  coursePage,
  type CourseQuery,
  courseQuery,
  type CourseResponse,
  courseResponse,
  type CourseSummary,
  type CreateCourseRequest,
  createCourseRequest,
} from './courses.dto.js';
import { CoursesService } from './courses.service.js';

@Controller()
export class CoursesController {
  constructor(private readonly courses: CoursesService) {}

  @Get('courses')
  @Allow('course.list')
  @Returns(200, coursePage, 'The courses of the caller, newest change first')
  list(
    @CurrentUser() author: Principal,
    @Query({ schema: courseQuery }) query: CourseQuery,
  ): Promise<Page<CourseSummary>> {
    return this.courses.list(author, query);
  }

  @Post('courses')
  @Allow('course.create')
  @Returns(201, courseResponse, 'An empty draft')
  @SendsETag()
  create(
    @CurrentUser() author: Principal,
    @Body({ schema: createCourseRequest }) request: CreateCourseRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<CourseResponse> {
    return this.courses.create(author, request, key);
  }

  @Get('courses/:id')
  @Allow('course.read')
  @Returns(200, courseResponse, 'The draft with its sections')
  @SendsETag()
  get(@CurrentUser() author: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<CourseResponse> {
    return this.courses.get(author, id);
  }

  @Patch('courses/:id')
  @Allow('course.change')
  @Returns(200, courseResponse, 'The changed draft')
  @SendsETag()
  change(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Body({ schema: changeCourseRequest }) request: ChangeCourseRequest,
  ): Promise<CourseResponse> {
    return this.courses.change(author, id, version, request);
  }

  @Post(action('courses/:id', 'archive'))
  @Allow('course.archive')
  @Returns(200, courseResponse, 'The archived course; learners no longer find it')
  @SendsETag()
  archive(@CurrentUser() author: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<CourseResponse> {
    return this.courses.archive(author, id);
  }
}

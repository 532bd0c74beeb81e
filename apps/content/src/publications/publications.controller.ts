import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  action,
  Allow,
  CurrentUser,
  IfMatch,
  type Page,
  type PageQuery,
  pageQuery,
  type Principal,
  Returns,
} from '#libs/platform';
import { z } from 'zod';

import {
  publicationPage,
  type PublicationResponse,
  publicationResponse,
  type PublicationSummary,
} from './publications.dto.js';
import { PublicationsService } from './publications.service.js';

@Controller()
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Post(action('courses/:id', 'publish'))
  @Allow('course.publish')
  @Returns(201, publicationResponse, 'The draft is frozen and on its way to learners')
  publish(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) courseId: string,
    @IfMatch() version: number,
  ): Promise<PublicationResponse> {
    return this.publications.publish(author, courseId, version);
  }

  @Get('courses/:id/publications')
  @Allow('publication.list')
  @Returns(200, publicationPage, 'Publications of the course, newest first')
  list(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) courseId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<PublicationSummary>> {
    return this.publications.list(author, courseId, query);
  }
}

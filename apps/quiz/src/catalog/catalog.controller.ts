import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, type Page, pageQuery, type PageQuery, Returns } from '#libs/platform';

import {
  courseIdOrSlug,
  courseOutline,
  type CourseOutlineResponse,
  coursePageResponse,
  type CourseSummaryResponse,
} from './catalog.dto.js';
import { CatalogService } from './catalog.service.js';

@Controller('courses')
export class CatalogController {
  constructor(private readonly catalog: CatalogService) {}

  @Get()
  @Allow('catalog.read')
  @Returns(200, coursePageResponse, 'Published courses by title')
  list(@Query({ schema: pageQuery }) query: PageQuery): Promise<Page<CourseSummaryResponse>> {
    return this.catalog.list(query);
  }

  @Get(':id')
  @Allow('catalog.read')
  @Returns(200, courseOutline, 'The live publication of a course, by id or slug; never its questions')
  outline(@Param('id', { schema: courseIdOrSlug }) id: string): Promise<CourseOutlineResponse> {
    return this.catalog.outline(id);
  }
}

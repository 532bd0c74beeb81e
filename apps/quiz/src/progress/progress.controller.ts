import { Controller, Get, Param } from '@nestjs/common';
import { Allow, CurrentUser, type Principal, Returns } from '#libs/platform';

import { courseIdOrSlug } from '../catalog/catalog.dto.js';
import { courseProgress, type CourseProgressResponse } from './progress.dto.js';
import { ProgressService } from './progress.service.js';

@Controller('courses')
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get(':id/progress')
  @Allow('progress.read-own')
  @Returns(200, courseProgress, 'Your progress; each locked section says why and until when')
  read(
    @CurrentUser() user: Principal,
    @Param('id', { schema: courseIdOrSlug }) id: string,
  ): Promise<CourseProgressResponse> {
    return this.progress.read(user.id, id);
  }
}

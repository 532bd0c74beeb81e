import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { Allow, CurrentUser, IdempotencyKey, IfMatch, type Principal, Returns, SendsETag } from '#libs/platform';
import { z } from 'zod';

import {
  type AddSectionRequest,
  addSectionRequest,
  type ChangeSectionRequest,
  changeSectionRequest,
  type SectionResponse,
  sectionResponse,
} from './sections.dto.js';
import { SectionsService } from './sections.service.js';

@Controller()
export class SectionsController {
  constructor(private readonly sections: SectionsService) {}

  @Post('courses/:id/sections')
  @Allow('section.change')
  @Returns(201, sectionResponse, 'A section at the end of the course, with the default policy')
  @SendsETag()
  add(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) courseId: string,
    @Body({ schema: addSectionRequest }) request: AddSectionRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<SectionResponse> {
    return this.sections.add(author, courseId, request, key);
  }

  @Patch('sections/:id')
  @Allow('section.change')
  @Returns(200, sectionResponse, 'The changed section')
  @SendsETag()
  change(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Body({ schema: changeSectionRequest }) request: ChangeSectionRequest,
  ): Promise<SectionResponse> {
    return this.sections.change(author, id, version, request);
  }

  @Delete('sections/:id')
  @Allow('section.change')
  @Returns(204, null, 'The section and its questions left the draft; publications keep them')
  remove(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.sections.remove(author, id, version);
  }
}

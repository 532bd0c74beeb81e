import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { action, Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CourseFoldersService } from './course-folders.service.js';
import { type ExportQuestionsQuery, exportQuestionsQuery, exportReport } from './imports.dto.js';
import { type Exported, QuestionExportsService } from './question-exports.service.js';

@Controller()
export class ExportsController {
  constructor(
    private readonly questions: QuestionExportsService,
    private readonly folders: CourseFoldersService,
  ) {}

  @Get(action('courses/:id', 'export'))
  @Allow('course.read')
  @Returns(200, null, 'The course as a packed folder of YAML files and pictures')
  async exportCourse(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) courseId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const packed = await this.folders.export(author, courseId);
    await send(reply, { ...packed, mediaType: 'application/zip' });
  }

  @Get(action('sections/:id/questions', 'export'))
  @Allow('question.read')
  @Returns(200, exportReport, 'The file; with `report=true` what it could not hold, question by question')
  async exportQuestions(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @Query({ schema: exportQuestionsQuery }) query: ExportQuestionsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.questions.export(author, sectionId, query));
  }
}

/** A download never opens inside the page that asked for it. */
async function send(reply: FastifyReply, exported: Exported): Promise<void> {
  if ('report' in exported) return void (await reply.send(exported.report));
  void reply.header('content-disposition', `attachment; filename="${exported.fileName}"`);
  await reply.header('content-type', exported.mediaType).send(Buffer.from(exported.bytes));
}

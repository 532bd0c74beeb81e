import { Body, Controller, Param, Post, Query, Res } from '@nestjs/common';
import {
  action,
  Allow,
  AlsoReturns,
  BodyLimit,
  CurrentUser,
  FileBody,
  IdempotencyKey,
  type Principal,
  Returns,
  type SentFile,
  TakesFile,
} from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { type ImportFolderResponse, importFolderResponse } from './course-folders.dto.js';
import { CourseFoldersService } from './course-folders.service.js';
import {
  fileBytesMax,
  importBytesMax,
  type ImportCourseRequest,
  importCourseRequest,
  type ImportCourseResponse,
  importCourseResponse,
  type ImportFileQuery,
  importFileQuery,
  type ImportQuestionsQuery,
  importQuestionsQuery,
  type ImportQuestionsRequest,
  importQuestionsRequest,
  type ImportQuestionsResponse,
  importQuestionsResponse,
} from './imports.dto.js';
import { QuestionImportsService } from './question-imports.service.js';
import { RoadmapImportsService } from './roadmap-imports.service.js';

@Controller()
export class ImportsController {
  constructor(
    private readonly roadmaps: RoadmapImportsService,
    private readonly questions: QuestionImportsService,
    private readonly folders: CourseFoldersService,
  ) {}

  @Post(action('courses', 'import'))
  @Allow('course.import')
  @BodyLimit(importBytesMax)
  @Returns(201, importCourseResponse, 'A new draft made of the roadmap')
  @AlsoReturns(200, importCourseResponse, 'The draft named by `courseId`, renewed')
  async importCourse(
    @CurrentUser() author: Principal,
    @Body({ schema: importCourseRequest }) request: ImportCourseRequest,
    @IdempotencyKey() key: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportCourseResponse> {
    void reply.status(request.courseId === undefined ? 201 : 200);
    return this.roadmaps.import(author, request, key);
  }

  @Post(action('courses', 'import-folder'))
  @Allow('course.import')
  @TakesFile(['application/zip', 'application/octet-stream'], fileBytesMax)
  @Returns(201, importFolderResponse, 'A new draft made of the folder, and what became of each file')
  importFolder(
    @CurrentUser() author: Principal,
    @FileBody() { bytes }: SentFile,
    @IdempotencyKey() key: string | null,
  ): Promise<ImportFolderResponse> {
    return this.folders.import(author, bytes, key);
  }

  @Post(action('sections/:id/questions', 'import'))
  @Allow('question.import')
  @BodyLimit(importBytesMax)
  @Returns(200, importQuestionsResponse, 'What became of each item of the file')
  importQuestions(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @Body({ schema: importQuestionsRequest }) request: ImportQuestionsRequest,
    @Query({ schema: importQuestionsQuery }) query: ImportQuestionsQuery,
  ): Promise<ImportQuestionsResponse> {
    return this.questions.import(author, sectionId, request, query);
  }

  @Post(action('sections/:id/questions', 'import-file'))
  @Allow('question.import')
  @TakesFile(['application/octet-stream', 'application/zip'], fileBytesMax)
  @Returns(200, importQuestionsResponse, 'What became of each item of the file')
  importFile(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @FileBody() { bytes }: SentFile,
    @Query({ schema: importFileQuery }) query: ImportFileQuery,
  ): Promise<ImportQuestionsResponse> {
    return this.questions.importFile(author, sectionId, bytes, query);
  }
}

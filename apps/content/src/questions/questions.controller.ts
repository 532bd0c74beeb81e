import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  action,
  Allow,
  CurrentUser,
  IdempotencyKey,
  IfMatch,
  type Page,
  type PageQuery,
  pageQuery,
  type Principal,
  Returns,
  SendsETag,
} from '#libs/platform';
import { z } from 'zod';

import { previewOf } from './question-preview.js';
import { type PreviewRequest, previewRequest, type PreviewResponse, previewResponse } from './question-previews.dto.js';
import {
  listedQuestionPage,
  type ListedQuestionResponse,
  questionPage,
  type QuestionQuery,
  questionQuery,
  type QuestionRequest,
  questionRequest,
  type QuestionResponse,
  questionResponse,
  type TagsResponse,
  tagsResponse,
} from './questions.dto.js';
import { QuestionsService } from './questions.service.js';

@Controller()
export class QuestionsController {
  constructor(private readonly questions: QuestionsService) {}

  @Get('sections/:id/questions')
  @Allow('question.read')
  @Returns(200, listedQuestionPage, 'Questions of the section with their keys, in the order they came')
  list(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @Query({ schema: questionQuery }) query: QuestionQuery,
  ): Promise<Page<ListedQuestionResponse>> {
    return this.questions.list(author, sectionId, query);
  }

  @Post('sections/:id/questions')
  @Allow('question.change')
  @Returns(201, questionResponse, 'The new question, version 1')
  @SendsETag()
  add(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @Body({ schema: questionRequest }) request: QuestionRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<QuestionResponse> {
    return this.questions.add(author, sectionId, request, key);
  }

  @Get('questions/:id')
  @Allow('question.read')
  @Returns(200, questionResponse, 'The current version of the question')
  @SendsETag()
  get(@CurrentUser() author: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<QuestionResponse> {
    return this.questions.get(author, id);
  }

  @Get('sections/:id/tags')
  @Allow('question.read')
  @Returns(200, tagsResponse, 'Counts by tag, difficulty and type, for filters and pools')
  tags(@CurrentUser() author: Principal, @Param('id', { schema: z.uuid() }) sectionId: string): Promise<TagsResponse> {
    return this.questions.tags(author, sectionId);
  }

  @Post(action('questions', 'preview'))
  @Allow('question.preview')
  @Returns(200, previewResponse, 'The question as a learner would meet it; nothing is stored')
  preview(@Body({ schema: previewRequest }) { question, ...asked }: PreviewRequest): PreviewResponse {
    return previewOf({ body: question, ...asked });
  }

  @Post(action('questions/:id', 'duplicate'))
  @Allow('question.change')
  @Returns(201, questionResponse, 'A copy at the end of the section, version 1')
  @SendsETag()
  duplicate(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IdempotencyKey() key: string | null,
  ): Promise<QuestionResponse> {
    return this.questions.duplicate(author, id, key);
  }

  @Put('questions/:id')
  @Allow('question.change')
  @Returns(200, questionResponse, 'The new version; the old one stays as it was')
  @SendsETag()
  change(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Body({ schema: questionRequest }) request: QuestionRequest,
  ): Promise<QuestionResponse> {
    return this.questions.change(author, id, version, request);
  }

  @Delete('questions/:id')
  @Allow('question.change')
  @Returns(204, null, 'The question left the draft; publications keep it')
  remove(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.questions.remove(author, id, version);
  }

  @Get('questions/:id/versions')
  @Allow('question.read')
  @Returns(200, questionPage, 'Every version of the question, newest first')
  versions(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<QuestionResponse>> {
    return this.questions.versions(author, id, query);
  }
}

import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { action, Allow, CurrentUser, IfMatch, type Principal, Returns, SendsETag } from '#libs/platform';
import { z } from 'zod';

import {
  type BatchResponse,
  batchResponse,
  type MoveQuestionRequest,
  moveQuestionRequest,
  type MoveQuestionsRequest,
  moveQuestionsRequest,
  type RemoveQuestionsRequest,
  removeQuestionsRequest,
  type TagQuestionsRequest,
  tagQuestionsRequest,
} from './question-batches.dto.js';
import { QuestionBatchesService } from './question-batches.service.js';
import { type QuestionResponse, questionResponse } from './questions.dto.js';

@Controller()
export class QuestionBatchesController {
  constructor(private readonly batches: QuestionBatchesService) {}

  @Patch('questions/:id')
  @Allow('question.change')
  @Returns(200, questionResponse, 'The question in its new section, with its id and version')
  @SendsETag()
  move(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Body({ schema: moveQuestionRequest }) { sectionId }: MoveQuestionRequest,
  ): Promise<QuestionResponse> {
    return this.batches.moveOne(author, id, version, sectionId);
  }

  @Post(action('sections/:id/questions', 'move'))
  @Allow('question.change')
  @Returns(200, batchResponse, 'The questions are in their new section')
  moveMany(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @Body({ schema: moveQuestionsRequest }) request: MoveQuestionsRequest,
  ): Promise<BatchResponse> {
    return this.batches.move(author, sectionId, request);
  }

  @Post(action('sections/:id/questions', 'remove'))
  @Allow('question.change')
  @Returns(200, batchResponse, 'The questions left the draft; publications keep them')
  removeMany(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @Body({ schema: removeQuestionsRequest }) request: RemoveQuestionsRequest,
  ): Promise<BatchResponse> {
    return this.batches.remove(author, sectionId, request);
  }

  @Post(action('sections/:id/questions', 'tag'))
  @Allow('question.change')
  @Returns(200, batchResponse, 'The questions with the versions that they have now')
  tagMany(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) sectionId: string,
    @Body({ schema: tagQuestionsRequest }) request: TagQuestionsRequest,
  ): Promise<BatchResponse> {
    return this.batches.tag(author, sectionId, request);
  }
}

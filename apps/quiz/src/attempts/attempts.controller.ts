import { Body, Controller, Get, HttpStatus, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  action,
  Allow,
  AlsoReturns,
  CurrentUser,
  IdempotencyKey,
  type Page,
  pageQuery,
  type PageQuery,
  type Principal,
  Returns,
} from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { AttemptListsService } from './attempt-lists.service.js';
import {
  attemptPageResponse,
  attemptResponse,
  type AttemptResponse,
  type AttemptSummaryResponse,
  savedAnswer,
  type SavedAnswerResponse,
  saveAnswerRequest,
  type SaveAnswerRequest,
  submitAttemptRequest,
  type SubmitAttemptRequest,
  voidAttemptRequest,
  type VoidAttemptRequest,
  voidedAttempt,
  type VoidedAttemptResponse,
} from './attempts.dto.js';
import { AttemptsService } from './attempts.service.js';
import { SavesService } from './saves.service.js';
import { StartsService } from './starts.service.js';
import { VoidsService } from './voids.service.js';

const id = z.uuid();

@Controller()
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly starts: StartsService,
    private readonly lists: AttemptListsService,
    private readonly voids: VoidsService,
    private readonly saves: SavesService,
  ) {}

  @Post('sections/:id/attempts')
  @Allow('attempt.start')
  @Returns(201, attemptResponse, 'A new attempt with its paper')
  @AlsoReturns(200, attemptResponse, 'The attempt that was open already')
  async start(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @IdempotencyKey() key: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttemptResponse> {
    const { attempt, isNew } = await this.starts.start({ learnerId: user.id, sectionId, key });
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return attempt;
  }

  @Get('sections/:id/attempts')
  @Allow('attempt.read-own')
  @Returns(200, attemptPageResponse, 'Your attempts at a section, newest first')
  list(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<AttemptSummaryResponse>> {
    return this.lists.list(user.id, sectionId, query);
  }

  @Get('attempts/:id')
  @Allow('attempt.read-own')
  @Returns(200, attemptResponse, 'The paper while it is open; result and review as the policy allows')
  read(@CurrentUser() user: Principal, @Param('id', { schema: id }) attemptId: string): Promise<AttemptResponse> {
    return this.attempts.read(user.id, attemptId);
  }

  @Put('attempts/:id/answers/:questionId')
  @Allow('attempt.answer')
  @Returns(200, savedAnswer, 'What is stored: this answer, or a newer one')
  save(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) attemptId: string,
    @Param('questionId', { schema: id }) questionId: string,
    @Body({ schema: saveAnswerRequest }) request: SaveAnswerRequest,
  ): Promise<SavedAnswerResponse> {
    return this.saves.save(user.id, attemptId, { ...request, questionId });
  }

  @Post(action('attempts/:id', 'submit'))
  @Allow('attempt.submit')
  @Returns(200, attemptResponse, 'The graded attempt; the same on every repeat')
  submit(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) attemptId: string,
    @Body({ schema: submitAttemptRequest }) request: SubmitAttemptRequest,
  ): Promise<AttemptResponse> {
    return this.attempts.submit(user.id, attemptId, request);
  }

  @Post(action('attempts/:id', 'void'))
  @Allow('attempt.void')
  @Returns(200, voidedAttempt, 'The attempt counts nowhere any more')
  void(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) attemptId: string,
    @Body({ schema: voidAttemptRequest }) request: VoidAttemptRequest,
  ): Promise<VoidedAttemptResponse> {
    return this.voids.void(user, attemptId, request.reason);
  }
}

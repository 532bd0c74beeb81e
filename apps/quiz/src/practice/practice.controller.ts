import { Body, Controller, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { action, Allow, AlsoReturns, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import {
  practiceAddress,
  type PracticeAddress,
  practiceSession,
  type PracticeSessionResponse,
  practiceState,
  type PracticeStateResponse,
  tryRequest,
  type TryRequest,
} from './practice.dto.js';
import { PracticeService } from './practice.service.js';
import { TriesService } from './tries.service.js';

const id = z.uuid();

@Controller()
export class PracticeController {
  constructor(
    private readonly practice: PracticeService,
    private readonly tries: TriesService,
  ) {}

  @Post('sections/:id/practice')
  @Allow('practice.start')
  @Returns(201, practiceSession, 'A new practice session; nothing of it counts')
  @AlsoReturns(200, practiceSession, 'The session that was open already')
  async start(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PracticeSessionResponse> {
    const { session, isNew } = await this.practice.start(user.id, sectionId);
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return session;
  }

  @Get('practice/:id')
  @Allow('practice.read-own')
  @Returns(200, practiceSession, 'The questions, and how far you are with each')
  read(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sessionId: string,
  ): Promise<PracticeSessionResponse> {
    return this.practice.read(user.id, sessionId);
  }

  @Post('practice/:id/questions/:questionId/tries')
  @Allow('practice.try')
  @Returns(200, practiceState, 'What became of the try, as far as the policy shows it at once')
  add(
    @CurrentUser() user: Principal,
    @Param({ schema: practiceAddress }) address: PracticeAddress,
    @Body({ schema: tryRequest }) request: TryRequest,
  ): Promise<PracticeStateResponse> {
    return this.tries.add(user.id, address, request);
  }

  @Post(action('practice/:id', 'finish'))
  @Allow('practice.try')
  @Returns(200, practiceSession, 'The finished session; it stays readable')
  finish(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sessionId: string,
  ): Promise<PracticeSessionResponse> {
    return this.practice.finish(user.id, sessionId);
  }
}

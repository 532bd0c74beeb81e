import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Allow, CurrentUser, IfMatch, type Page, type Principal, Returns, SendsETag } from '#libs/platform';

import {
  answerAddress,
  type AnswerAddress,
  type MarkingItemResponse,
  markingPageResponse,
  markingQuery,
  type MarkingQuery,
  markRequest,
  type MarkRequest,
  markResponse,
  type MarkResponse,
} from './marking.dto.js';
import { MarkingService } from './marking.service.js';
import { MarksService } from './marks.service.js';

@Controller('marking')
export class MarkingController {
  constructor(
    private readonly marking: MarkingService,
    private readonly marks: MarksService,
  ) {}

  @Get()
  @Allow('mark.read')
  @Returns(200, markingPageResponse, 'Answers that wait for a mark, longest wait first; or marked ones, newest first')
  list(
    @CurrentUser() user: Principal,
    @Query({ schema: markingQuery }) query: MarkingQuery,
  ): Promise<Page<MarkingItemResponse>> {
    return this.marking.list(user, query);
  }

  @Get(':attemptId/:questionId')
  @Allow('mark.read')
  @SendsETag()
  @Returns(200, markResponse, 'The answer with its question, rubric and mark; the ETag is the version of the mark')
  read(
    @CurrentUser() user: Principal,
    @Param({ schema: answerAddress }) { attemptId, questionId }: AnswerAddress,
  ): Promise<MarkResponse> {
    return this.marking.read(user, attemptId, questionId);
  }

  @Put(':attemptId/:questionId')
  @Allow('mark.give')
  @SendsETag()
  @Returns(200, markResponse, 'The mark; the attempt is graded when nothing waits any more')
  mark(
    @CurrentUser() user: Principal,
    @Param({ schema: answerAddress }) address: AnswerAddress,
    @IfMatch() version: number,
    @Body({ schema: markRequest }) request: MarkRequest,
  ): Promise<MarkResponse> {
    return this.marks.mark(user, { ...address, version }, request);
  }
}

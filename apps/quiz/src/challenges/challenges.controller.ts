import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { action, Allow, CurrentUser, IdempotencyKey, type Page, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import {
  challengePageResponse,
  challengesQuery,
  type ChallengesQuery,
  makeChallengeRequest,
  type MakeChallengeRequest,
  ownChallenge,
  type OwnChallengeResponse,
  ownChallenges,
  type OwnChallengesResponse,
  resolveChallengeRequest,
  type ResolveChallengeRequest,
  sectionChallenge,
  type SectionChallengeResponse,
} from './challenges.dto.js';
import { ChallengesService } from './challenges.service.js';
import { ResolutionsService } from './resolutions.service.js';

const id = z.uuid();

@Controller()
export class ChallengesController {
  constructor(
    private readonly challenges: ChallengesService,
    private readonly resolutions: ResolutionsService,
  ) {}

  @Post('attempts/:id/questions/:questionId/challenge')
  @Allow('challenge.make')
  @Returns(201, ownChallenge, 'Your challenge, for the author of the course')
  make(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) attemptId: string,
    @Param('questionId', { schema: id }) questionId: string,
    @Body({ schema: makeChallengeRequest }) request: MakeChallengeRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<OwnChallengeResponse> {
    return this.challenges.make(user.id, { attemptId, questionId, key }, request);
  }

  @Get('attempts/:id/challenges')
  @Allow('challenge.read-own')
  @Returns(200, ownChallenges, 'Your challenges of this attempt, and what became of them')
  ofAttempt(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) attemptId: string,
  ): Promise<OwnChallengesResponse> {
    return this.challenges.ofAttempt(user.id, attemptId);
  }

  @Get('sections/:id/challenges')
  @Allow('challenge.read')
  @Returns(200, challengePageResponse, 'What learners say is wrong with the questions of a section, newest first')
  list(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Query({ schema: challengesQuery }) query: ChallengesQuery,
  ): Promise<Page<SectionChallengeResponse>> {
    return this.resolutions.list(user, sectionId, query);
  }

  @Post(action('challenges/:id', 'resolve'))
  @Allow('challenge.resolve')
  @Returns(200, sectionChallenge, 'The answered challenge; its learner sees outcome and reply')
  resolve(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) challengeId: string,
    @Body({ schema: resolveChallengeRequest }) request: ResolveChallengeRequest,
  ): Promise<SectionChallengeResponse> {
    return this.resolutions.resolve(user, challengeId, request);
  }
}

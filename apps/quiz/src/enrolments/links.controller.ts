import { Body, Controller, Delete, Get, Header, Ip, Param, Post } from '@nestjs/common';
import { action, Allow, CurrentUser, IdempotencyKey, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import { EnteringService } from './entering.service.js';
import {
  type JoinedResponse,
  joinedResponse,
  linksResponse,
  type LinksResponse,
  linkToken,
  type LinkViewResponse,
  linkViewResponse,
  type MadeLinkResponse,
  madeLinkResponse,
  type MakeLinkRequest,
  makeLinkRequest,
} from './links.dto.js';
import { LinksService } from './links.service.js';

const id = z.uuid();

@Controller()
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly entering: EnteringService,
  ) {}

  @Get('cohorts/:id/links')
  @Allow('enrolment.read')
  @Returns(200, linksResponse, 'The links by which learners come in; their addresses are not kept')
  list(@CurrentUser() user: Principal, @Param('id', { schema: id }) cohortId: string): Promise<LinksResponse> {
    return this.links.list(user, cohortId);
  }

  @Post('cohorts/:id/links')
  @Allow('enrolment.change')
  @Header('cache-control', 'no-store')
  @Returns(201, madeLinkResponse, 'A link with its address, which is shown this once')
  make(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Body({ schema: makeLinkRequest }) request: MakeLinkRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<MadeLinkResponse> {
    return this.links.make(user, cohortId, { request, key });
  }

  @Delete('cohorts/:id/links/:linkId')
  @Allow('enrolment.change')
  @Returns(204, null, 'Nobody comes in by the link any more; those who did stay')
  revoke(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Param('linkId', { schema: id }) linkId: string,
  ): Promise<void> {
    return this.links.revoke(user, cohortId, linkId);
  }

  @Get('cohort-links/:token')
  @Allow('cohort-link.read')
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex')
  @Returns(200, linkViewResponse, 'What the link is for; reading it takes no place')
  look(@Param('token', { schema: linkToken }) token: string, @Ip() from: string): Promise<LinkViewResponse> {
    return this.entering.look(token, from);
  }

  @Post('cohort-links/:token(^[0-9A-Za-z_-]+)::redeem')
  @Allow('cohort-link.redeem')
  @Returns(200, joinedResponse, 'You are in the cohort; a repeat takes no second place')
  redeem(
    @CurrentUser() user: Principal,
    @Param('token', { schema: linkToken }) token: string,
    @Ip() from: string,
  ): Promise<JoinedResponse> {
    return this.entering.redeem(user, token, from);
  }

  @Post(action('cohorts/:id', 'join'))
  @Allow('cohort.join')
  @Returns(200, joinedResponse, 'You are in the cohort; a repeat changes nothing')
  join(@CurrentUser() user: Principal, @Param('id', { schema: id }) cohortId: string): Promise<JoinedResponse> {
    return this.entering.join(user, cohortId);
  }

  @Post(action('cohorts/:id', 'leave'))
  @Allow('cohort.leave')
  @Returns(204, null, 'You are not in the cohort; what you achieved stays yours')
  leave(@CurrentUser() user: Principal, @Param('id', { schema: id }) cohortId: string): Promise<void> {
    return this.entering.leave(user, cohortId);
  }
}

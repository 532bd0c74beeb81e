import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AuthConfig } from '../config.js';
import {
  clearRefreshCookie,
  clientOf,
  readRefreshCookie,
  requireSameSite,
  setRefreshCookie,
} from './refresh-cookie.js';
import {
  sessionPage,
  type SessionPage,
  sessionResponse,
  type SessionResponse,
  signInRequest,
  type SignInRequest,
} from './sessions.dto.js';
import { SessionEnded } from './sessions.errors.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';

/** Carries the refresh token between cookie and service; it is never in a body. */
@Controller('sessions')
export class SessionsController {
  private readonly isHttps: boolean;

  constructor(
    private readonly sessions: SessionsService,
    config: AuthConfig,
  ) {
    this.isHttps = config.publicUrl.startsWith('https:');
  }

  @Post()
  @Allow('session.start')
  @Returns(200, sessionResponse, 'Signed in; the refresh token is in a cookie')
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: signInRequest }) body: SignInRequest,
  ): Promise<SessionResponse> {
    requireSameSite(request);
    return this.answer(reply, await this.sessions.signIn(body, clientOf(request)));
  }

  @Post('refresh')
  @Allow('session.refresh')
  @Returns(200, sessionResponse, 'A new access token; the refresh token was replaced')
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    requireSameSite(request);
    const token = readRefreshCookie(request, this.isHttps);
    if (token === null) throw new SessionEnded();
    return this.answer(reply, await this.sessions.refresh(token, clientOf(request)));
  }

  @Delete('current')
  @Allow('session.end')
  @Returns(204, null, 'Signed out here')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    requireSameSite(request);
    clearRefreshCookie(reply, this.isHttps);
    void reply.header('clear-site-data', '"cache"');
    await this.sessions.signOut(readRefreshCookie(request, this.isHttps));
  }

  @Delete()
  @Allow('session.end-all-own')
  @Returns(204, null, 'Signed out everywhere, within a minute')
  async signOutEverywhere(
    @CurrentUser() user: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    clearRefreshCookie(reply, this.isHttps);
    await this.sessions.signOutEverywhere(user.id);
  }

  @Get()
  @Allow('session.list-own')
  @Returns(200, sessionPage, 'Where you are signed in')
  list(@CurrentUser() user: Principal, @Req() request: FastifyRequest): Promise<SessionPage> {
    return this.sessions.list(user.id, readRefreshCookie(request, this.isHttps));
  }

  private answer(reply: FastifyReply, { response, refreshToken, endsAt }: OpenedSession): SessionResponse {
    setRefreshCookie(reply, refreshToken, { isHttps: this.isHttps, endsAt });
    return response;
  }
}

import { Body, Controller, Param, Post, Put, Req } from '@nestjs/common';
import { Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyRequest } from 'fastify';

import { clientOf } from '../sessions/refresh-cookie.js';
import {
  askResetRequest,
  type AskResetRequest,
  resetPasswordRequest,
  type ResetPasswordRequest,
  token,
  verifyEmailRequest,
  type VerifyEmailRequest,
} from './links.dto.js';
import { LinksGuard } from './links-guard.service.js';

@Controller()
export class LinksController {
  constructor(private readonly guard: LinksGuard) {}

  @Post('me/email-verification')
  @Allow('email.verify-own')
  @Returns(202, null, 'A link is on its way to your address')
  askVerification(@CurrentUser() user: Principal, @Req() request: FastifyRequest): Promise<void> {
    return this.guard.askVerification(user.id, clientOf(request));
  }

  @Post('email-verifications')
  @Allow('email.verify')
  @Returns(204, null, 'The address is confirmed')
  verify(
    @Body({ schema: verifyEmailRequest }) body: VerifyEmailRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.guard.verify(body.token, clientOf(request));
  }

  @Post('password-resets')
  @Allow('password.ask-reset')
  @Returns(202, null, 'If the address has an account, a link is on its way to it')
  askReset(@Body({ schema: askResetRequest }) body: AskResetRequest, @Req() request: FastifyRequest): Promise<void> {
    return this.guard.askReset(body.email, clientOf(request));
  }

  @Put('password-resets/:token')
  @Allow('password.reset')
  @Returns(204, null, 'The password is changed; every session has ended')
  reset(
    @Param('token', { schema: token }) resetToken: string,
    @Body({ schema: resetPasswordRequest }) body: ResetPasswordRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.guard.reset({ token: resetToken, password: body.password }, clientOf(request));
  }
}

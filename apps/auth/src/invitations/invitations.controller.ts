import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { action, Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyRequest } from 'fastify';

import { token } from '../links/links.dto.js';
import { clientOf } from '../sessions/refresh-cookie.js';
import { AcceptancesService } from './acceptances.service.js';
import {
  acceptedInvitation,
  type AcceptedInvitation,
  acceptInvitationRequest,
  type AcceptInvitationRequest,
  invitationResponse,
  type InvitationResponse,
} from './invitations.dto.js';

@Controller()
export class InvitationsController {
  constructor(private readonly acceptances: AcceptancesService) {}

  @Get('invitations/:token')
  @Allow('invitation.read')
  @Returns(200, invitationResponse, 'What the link is for; looking does not use it')
  show(@Param('token', { schema: token }) link: string, @Req() request: FastifyRequest): Promise<InvitationResponse> {
    return this.acceptances.show(link, clientOf(request));
  }

  @Post(action('invitations/:token', 'accept'))
  @Allow('invitation.accept')
  @Returns(200, acceptedInvitation, 'Accepted: with a new account, or with yours; you are enrolled within a moment')
  accept(
    @Param('token', { schema: token }) link: string,
    @CurrentUser() user: Principal | null,
    @Req() request: FastifyRequest,
    @Body({ schema: acceptInvitationRequest }) body: AcceptInvitationRequest,
  ): Promise<AcceptedInvitation> {
    return this.acceptances.accept({ token: link, user, client: clientOf(request) }, body);
  }
}

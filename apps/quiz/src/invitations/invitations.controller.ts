import { Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { action, Allow, CurrentUser, type Page, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import {
  type InvitationLimitsResponse,
  invitationLimitsResponse,
  invitationPageResponse,
  type InvitationQuery,
  invitationQuery,
  type InvitationResponse,
  invitationResponse,
} from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';

const id = z.uuid();

@Controller('cohorts/:id/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Allow('enrolment.read')
  @Returns(200, invitationPageResponse, 'Addresses without an account that were invited, newest first')
  list(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: invitationQuery }) query: InvitationQuery,
  ): Promise<Page<InvitationResponse>> {
    return this.invitations.list(user, cohortId, query);
  }

  @Get('limits')
  @Allow('enrolment.read')
  @Returns(200, invitationLimitsResponse, 'How many invitations may leave, and how many did')
  limits(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
  ): Promise<InvitationLimitsResponse> {
    return this.invitations.limits(user, cohortId);
  }

  @Post(action(':invitationId', 'resend'))
  @Allow('enrolment.change')
  @Returns(200, invitationResponse, 'A new message is on its way; the link sent before holds no more')
  resend(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Param('invitationId', { schema: id }) invitationId: string,
  ): Promise<InvitationResponse> {
    return this.invitations.resend(user, cohortId, invitationId);
  }

  @Delete(':invitationId')
  @Allow('enrolment.change')
  @Returns(204, null, 'The invitation holds no more')
  withdraw(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Param('invitationId', { schema: id }) invitationId: string,
  ): Promise<void> {
    return this.invitations.withdraw(user, cohortId, invitationId);
  }
}

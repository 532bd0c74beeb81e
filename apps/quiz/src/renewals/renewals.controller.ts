import { Controller, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { action, Allow, AlsoReturns, CurrentUser, IdempotencyKey, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { attemptResponse, type AttemptResponse } from '../attempts/attempts.dto.js';
import { RenewalListsService } from './renewal-lists.service.js';
import { renewalsResponse, type RenewalsResponse } from './renewals.dto.js';
import { RenewalsService } from './renewals.service.js';

const id = z.uuid();

@Controller()
export class RenewalsController {
  constructor(
    private readonly renewals: RenewalsService,
    private readonly lists: RenewalListsService,
  ) {}

  @Get('me/renewals')
  @Allow('credential.list-own')
  @Returns(200, renewalsResponse, 'What of yours ends within 90 days or has ended, the first to end first')
  list(@CurrentUser() user: Principal): Promise<RenewalsResponse> {
    return this.lists.list(user.id);
  }

  @Post(action('credentials/:id', 'renew'))
  @Allow('credential.renew')
  @Returns(201, attemptResponse, 'A new attempt at the shorter quiz that renews the badge; it counts for nothing else')
  @AlsoReturns(200, attemptResponse, 'The renewal that was open already, or waits for marks')
  async renew(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) credentialId: string,
    @IdempotencyKey() key: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttemptResponse> {
    const { attempt, isNew } = await this.renewals.start({ learnerId: user.id, credentialId, key });
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return attempt;
  }
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Allow, type AuthenticatedRequest, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { LiveService } from './live.service.js';
import { streamHeaders, untilClosed } from './watch-stream.js';

const id = z.uuid();

@Controller('cohorts/:id')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get('live')
  @Allow('dashboard.read')
  @Returns(
    200,
    null,
    'text/event-stream: `figures` with the dashboard, then with what changed; `Last-Event-ID` is a `revision`',
  )
  async watch(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stream = await this.live.open(user, { cohortId, request });
    await reply.headers(streamHeaders).send(untilClosed(stream, reply.raw));
  }
}

import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import type { StatusPurpose } from '#libs/credentials';
import { Allow, AlsoReturns, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';

import { listNumber, purpose, statusList, statusListQuery, type StatusListQuery } from './status-lists.dto.js';
import { StatusListsService } from './status-lists.service.js';

@Controller('status-lists')
export class StatusListsController {
  constructor(private readonly statusLists: StatusListsService) {}

  @Get(':list/:purpose')
  @Allow('status-list.read')
  @Header('x-robots-tag', 'noindex')
  @Header('vary', 'accept')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Returns(200, statusList, 'A signed Bitstring Status List; as JWT by `format=jwt` or by Accept: application/jwt')
  @AlsoReturns(304, null, 'The edition that If-None-Match names is still the newest')
  @AlsoReturns(404, null, 'No credential is in such a list')
  async read(
    @Param('list', { schema: listNumber }) list: number,
    @Param('purpose', { schema: purpose }) which: StatusPurpose,
    @Query({ schema: statusListQuery }) query: StatusListQuery,
    @Headers() headers: Partial<Record<'accept' | 'if-none-match', string>>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.statusLists.represent(list, which, { ...query, ...headers });
    await reply.status(shown.status).headers(shown.headers).send(shown.body);
  }
}

import { createHash } from 'node:crypto';

import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import type { StatusPurpose } from '#libs/credentials';
import { Allow, AlsoReturns, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';

import { listNumber, purpose, statusList, statusListQuery, type StatusListQuery } from './status-lists.dto.js';
import { type StatusListEdition, StatusListsService } from './status-lists.service.js';

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
    const edition = await this.statusLists.read(list, which);
    const shown = shownAs(
      query.format ?? (/\bapplication\/(vc\+)?jwt\b/i.test(headers.accept ?? '') ? 'jwt' : 'json-ld'),
      edition,
    );
    void reply
      .header('cache-control', `public, max-age=${this.statusLists.secondsKept(edition)}`)
      .header('etag', shown.etag);
    if (headers['if-none-match']?.includes(shown.etag)) await reply.status(304).send();
    // As bytes: to text Fastify would add a charset, which the media types of credentials do not have.
    else await reply.header('content-type', shown.contentType).send(Buffer.from(shown.body));
  }
}

function shownAs(format: 'json-ld' | 'jwt', { document, jwt }: StatusListEdition) {
  const body = format === 'jwt' ? jwt : document;
  const contentType = format === 'jwt' ? 'application/jwt' : 'application/vc+ld+json';
  return { body, contentType, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

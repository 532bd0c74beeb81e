import type { IncomingHttpHeaders } from 'node:http';

import { Body, Controller, Get, Header, Headers, Param, Patch, Query, Res } from '@nestjs/common';
import { Allow, AlsoReturns, CurrentUser, type Page, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { ChecksService } from './checks.service.js';
import {
  credentialPageResponse,
  credentialQuery,
  type CredentialQuery,
  credentialView,
  type CredentialViewResponse,
  ownCredentialsQuery,
  type OwnCredentialsQuery,
  publicCredential,
  showCredentialRequest,
  type ShowCredentialRequest,
  verification,
  type VerificationResponse,
} from './credentials.dto.js';
import { CredentialsService } from './credentials.service.js';
import { formatFor } from './representation.js';
import { type Representation, RepresentationsService } from './representations.service.js';

const id = z.uuid();
/** Whatever stands in the address: what is no id gets the page too, which says that nothing is there. */
const pageName = z.string().max(200);

@Controller()
export class CredentialsController {
  constructor(
    private readonly checks: ChecksService,
    private readonly credentials: CredentialsService,
    private readonly representations: RepresentationsService,
  ) {}

  @Get('me/credentials')
  @Allow('credential.list-own')
  @Returns(200, credentialPageResponse, 'Your badges and certificates, newest first')
  list(
    @CurrentUser() user: Principal,
    @Query({ schema: ownCredentialsQuery }) query: OwnCredentialsQuery,
  ): Promise<Page<CredentialViewResponse>> {
    return this.credentials.list(user.id, query);
  }

  @Patch('me/credentials/:id')
  @Allow('credential.show')
  @Returns(200, credentialView, 'The credential with what others see of it from now on')
  show(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) credentialId: string,
    @Body({ schema: showCredentialRequest }) request: ShowCredentialRequest,
  ): Promise<CredentialViewResponse> {
    return this.credentials.show(user.id, credentialId, request);
  }

  @Get('credentials/:id')
  @Allow('credential.read')
  @Header('x-robots-tag', 'noindex')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Returns(
    200,
    publicCredential,
    'By the Accept header or `format`: JSON, the signed document (JSON-LD or JWT), the picture with the document inside (SVG, PNG), or a certificate (PDF)',
  )
  @AlsoReturns(404, null, 'There is no such credential, or not in this form')
  async read(
    @Param('id', { schema: id }) credentialId: string,
    @Query({ schema: credentialQuery }) { format, size }: CredentialQuery,
    @Headers() { accept, 'if-none-match': ifNoneMatch }: IncomingHttpHeaders,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = { format: format ?? formatFor(accept), size, ifNoneMatch };
    await send(reply, await this.representations.represent(credentialId, wanted));
  }

  @Get('credentials/:id/social.png')
  @Allow('credential.read')
  @Header('x-robots-tag', 'noindex')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Returns(200, null, 'The picture that other sites show beside a link to the credential: 1200 x 630, PNG')
  @AlsoReturns(404, null, 'There is no such credential')
  async social(
    @Param('id', { schema: id }) credentialId: string,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.representations.social(credentialId, ifNoneMatch));
  }

  @Get('c/:id')
  @Allow('credential.read')
  @Header('x-robots-tag', 'noindex')
  @Returns(200, null, 'The page for people, with the words that other sites show beside a link to it')
  @AlsoReturns(404, null, 'There is no such credential; the page says so')
  async page(@Param('id', { schema: pageName }) credentialId: string, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.representations.page(credentialId));
  }

  @Get('credentials/:id/verification')
  @Allow('credential.read')
  @Header('x-robots-tag', 'noindex')
  @Returns(200, verification, 'Whether the credential is valid today, and what each check found')
  @AlsoReturns(429, null, 'Too many credentials are being verified at this moment')
  verify(@Param('id', { schema: id }) credentialId: string): Promise<VerificationResponse> {
    return this.checks.verify(credentialId);
  }
}

/** As bytes: to text Fastify would add a charset, which the media types of credentials do not have. */
async function send(reply: FastifyReply, { status, headers, body }: Representation): Promise<void> {
  await reply
    .code(status)
    .headers(headers)
    .send(status === 304 ? undefined : Buffer.from(body));
}

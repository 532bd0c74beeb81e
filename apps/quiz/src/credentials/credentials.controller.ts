import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import {
  Allow,
  AlsoReturns,
  CurrentUser,
  type Page,
  pageQuery,
  type PageQuery,
  type Principal,
  Returns,
} from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import {
  credentialPageResponse,
  credentialQuery,
  type CredentialQuery,
  type CredentialViewResponse,
  publicCredential,
  verification,
  type VerificationResponse,
} from './credentials.dto.js';
import { CredentialsService } from './credentials.service.js';
import { formatFor } from './representation.js';

const id = z.uuid();
const pictureOnly = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

@Controller()
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

  @Get('me/credentials')
  @Allow('credential.list-own')
  @Returns(200, credentialPageResponse, 'Your badges and certificates, newest first')
  list(
    @CurrentUser() user: Principal,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<CredentialViewResponse>> {
    return this.credentials.list(user.id, query);
  }

  @Get('credentials/:id')
  @Allow('credential.read')
  @Header('x-robots-tag', 'noindex')
  @Header('vary', 'accept')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('content-security-policy', pictureOnly)
  @Returns(
    200,
    publicCredential,
    'By the Accept header or `format`: JSON, the signed document (JSON-LD), or the picture (SVG)',
  )
  @AlsoReturns(404, null, 'There is no such credential')
  async read(
    @Param('id', { schema: id }) credentialId: string,
    @Query({ schema: credentialQuery }) { format }: CredentialQuery,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.credentials.represent(credentialId, format ?? formatFor(accept));
    // As bytes: to text Fastify would add a charset, which the media types of credentials do not have.
    await reply.header('content-type', shown.contentType).send(Buffer.from(shown.body));
  }

  @Get('credentials/:id/verification')
  @Allow('credential.read')
  @Header('x-robots-tag', 'noindex')
  @Returns(200, verification, 'Whether the credential is valid today, and what each check found')
  verify(@Param('id', { schema: id }) credentialId: string): Promise<VerificationResponse> {
    return this.credentials.verify(credentialId);
  }
}

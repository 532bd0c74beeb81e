import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { action, Allow, CurrentUser, IdempotencyKey, type Principal, Returns } from '#libs/platform';

import { IssuerKeysService } from './issuer-keys.service.js';
import {
  issuerKeys,
  type IssuerKeyResponse,
  jsonLdDocument,
  keySetResponse,
  kidShape,
  rotateKeysRequest,
  type RotateKeysRequest,
} from './issuer.dto.js';
import { IssuerService } from './issuer.service.js';

/** As long as `keysKeptMs`: a new key is published for twice that time before it signs. */
const kept = 'public, max-age=300';

@Controller()
export class IssuerController {
  constructor(
    private readonly issuer: IssuerService,
    private readonly keys: IssuerKeysService,
  ) {}

  @Get('issuer')
  @Allow('issuer.read')
  @Header('content-type', 'application/ld+json')
  @Header('cache-control', kept)
  @Returns(200, jsonLdDocument, 'Who issues the credentials: an Open Badges profile with its keys')
  profile(): Promise<object> {
    return this.issuer.document();
  }

  @Get('issuer/keys')
  @Allow('issuer-key.read')
  @Returns(200, issuerKeys, 'Every key there was, newest first: which signs, which waits, which is retired')
  list(): Promise<{ items: IssuerKeyResponse[] }> {
    return this.keys.list();
  }

  @Post(action('issuer/keys', 'rotate'))
  @Allow('issuer-key.rotate')
  @Returns(201, issuerKeys, 'New keys are published, and sign from the moment stated; old ones verify for ever')
  rotate(
    @CurrentUser() user: Principal,
    @Body({ schema: rotateKeysRequest }) request: RotateKeysRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<{ items: IssuerKeyResponse[] }> {
    return this.keys.rotate(user, { request, key });
  }

  @Get('issuer/keys/:kid')
  @Allow('issuer.read')
  @Header('content-type', 'application/json')
  @Header('cache-control', kept)
  @Returns(200, jsonLdDocument, 'A public key that signed credentials: a Multikey, or a JWK')
  key(@Param('kid', { schema: kidShape }) kid: string): Promise<object> {
    return this.issuer.keyDocument(kid);
  }

  @Get('.well-known/jwks.json')
  @Allow('issuer.read')
  @Header('content-type', 'application/jwk-set+json')
  @Header('cache-control', kept)
  @Returns(200, keySetResponse, 'The public keys of credentials as JWT, retired ones included')
  keySet(): Promise<object> {
    return this.issuer.keySet();
  }

  @Get('.well-known/did.json')
  @Allow('issuer.read')
  @Header('content-type', 'application/did+json')
  @Header('cache-control', kept)
  @Returns(200, jsonLdDocument, 'The issuer as did:web, with all of its keys')
  didDocument(): Promise<object> {
    return this.issuer.didDocument();
  }
}

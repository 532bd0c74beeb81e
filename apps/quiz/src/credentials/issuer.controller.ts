import { Controller, Get, Header, Param } from '@nestjs/common';
import { Allow, Returns } from '#libs/platform';

import { jsonLdDocument, kidShape } from './credentials.dto.js';
import { IssuerService } from './issuer.service.js';

@Controller('issuer')
export class IssuerController {
  constructor(private readonly issuer: IssuerService) {}

  @Get()
  @Allow('issuer.read')
  @Header('content-type', 'application/ld+json')
  @Header('cache-control', 'public, max-age=300')
  @Returns(200, jsonLdDocument, 'Who issues the credentials: an Open Badges profile with its keys')
  profile(): Promise<object> {
    return this.issuer.document();
  }

  @Get('keys/:kid')
  @Allow('issuer.read')
  @Header('content-type', 'application/ld+json')
  @Header('cache-control', 'public, max-age=300')
  @Returns(200, jsonLdDocument, 'A public key that signed credentials: a Multikey')
  key(@Param('kid', { schema: kidShape }) kid: string): Promise<object> {
    return this.issuer.keyDocument(kid);
  }
}

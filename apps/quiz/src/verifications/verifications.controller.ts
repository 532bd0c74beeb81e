import { Body, Controller, Header, Ip, Post } from '@nestjs/common';
import { action, Allow, AlsoReturns, FileBody, Returns, type SentFile, TakesFile } from '#libs/platform';

import {
  verificationResponse,
  type VerificationResponse,
  verifyRequest,
  type VerifyRequest,
} from './verifications.dto.js';
import { VerificationsService } from './verifications.service.js';

/** Pictures with a credential inside are small; the credential itself is held to 64 KiB. */
const fileBytesMax = 1024 * 1024;

@Controller()
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  @Post('verifications')
  @Allow('credential.verify')
  @Header('cache-control', 'no-store')
  @Returns(200, verificationResponse, 'What each check found, for a credential of any issuer')
  @AlsoReturns(400, null, 'There is no credential in it, or the address gives none')
  @AlsoReturns(429, null, 'Too many at this moment, or from this network')
  verify(
    @Body({ schema: verifyRequest }) request: VerifyRequest,
    @Ip() address: string,
  ): Promise<VerificationResponse> {
    return this.verifications.verify(request, address);
  }

  @Post(action('verifications', 'file'))
  @Allow('credential.verify')
  @Header('cache-control', 'no-store')
  @TakesFile(['image/png', 'application/octet-stream'], fileBytesMax)
  @Returns(
    200,
    verificationResponse,
    'The same for a file: JSON, JWT, or a PNG or SVG picture with a credential inside',
  )
  @AlsoReturns(400, null, 'There is no credential in it')
  @AlsoReturns(413, null, 'The file is larger than 1 MiB')
  @AlsoReturns(429, null, 'Too many at this moment, or from this network')
  verifyFile(@FileBody() file: SentFile, @Ip() address: string): Promise<VerificationResponse> {
    return this.verifications.verifyFile(file.bytes, address);
  }
}

import { Controller, Get, Header, Post } from '@nestjs/common';
import { Allow, type PublicJwk, Returns } from '#libs/platform';
import { z } from 'zod';

import { SigningKeysService } from './signing-keys.service.js';

const rotated = z.object({ kid: z.string(), createdAt: z.string() });
const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

@Controller()
export class SigningKeysController {
  constructor(private readonly signingKeys: SigningKeysService) {}

  @Post('signing-keys')
  @Allow('signing-key.rotate')
  @Returns(201, rotated, 'The new key; it signs once every service has had time to fetch it')
  rotate(): Promise<z.output<typeof rotated>> {
    return this.signingKeys.rotate();
  }

  @Get('.well-known/jwks.json')
  @Allow('signing-key.read-public')
  @Header('content-type', 'application/jwk-set+json')
  @Header('cache-control', 'public, max-age=60')
  @Returns(200, keySet, 'The public keys that verify access tokens')
  async publish(): Promise<{ keys: PublicJwk[] }> {
    return { keys: await this.signingKeys.publicKeys() };
  }
}

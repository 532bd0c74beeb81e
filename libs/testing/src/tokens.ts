import { randomUUID } from 'node:crypto';

import type { Role } from '#libs/contracts';
import { accessTokenSecondsMax, accessTokenType, type KeyFetcher, tokenRules } from '#libs/platform';
import jwt from 'jsonwebtoken';

import { tokenKeys } from './token-keys.js';

export interface TokenHolder {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Stands in for `auth`: signs access tokens with a key of its own, and gives services the public half. */
export class TokenIssuer {
  private readonly kid = `test-${randomUUID()}`;

  private constructor(
    private readonly clock: { now(): Date },
    private readonly keys: Awaited<ReturnType<typeof tokenKeys>>,
    private readonly publicUrl: string,
  ) {}

  static async open(clock: { now(): Date }, publicUrl = 'http://localhost:3000'): Promise<TokenIssuer> {
    return new TokenIssuer(clock, await tokenKeys(), publicUrl);
  }

  readonly fetchKeys: KeyFetcher = () =>
    Promise.resolve([{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: this.kid, use: 'sig', alg: 'RS256' }]);

  /** A token like those of `auth`, issued now; `claims` replaces any claim. */
  tokenOf({ id, roles }: TokenHolder, claims: Record<string, unknown> = {}): string {
    const { issuer, audience } = tokenRules(this.publicUrl);
    const iat = Math.floor(this.clock.now().getTime() / 1_000);
    const payload = { iss: issuer, aud: audience, sub: id, roles, iat, exp: iat + accessTokenSecondsMax };
    return jwt.sign({ ...payload, jti: randomUUID(), ...claims }, this.keys.privateKey, {
      algorithm: 'RS256',
      header: { alg: 'RS256', typ: accessTokenType, kid: this.kid },
    });
  }
}

import { createHash } from 'node:crypto';

import { roles as knownRoles, type Role } from '#libs/contracts';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy, type StrategyOptionsWithRequest, type VerifiedCallback } from 'passport-jwt';
import { z } from 'zod';

import type { Principal } from './access.js';
import type { Clock } from './clock.js';
import type { KeySource } from './key-source.js';
import { SignInRequired } from './refusal.js';
import type { Revocations } from './revocations.js';

export const accessTokenType = 'at+jwt';
export const accessTokenSecondsMax = 600;
const clockToleranceSeconds = 5;
const tokenBytesMax = 8_192;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
}

/**
 * Claims of an access token. The JWT library alone lets through tokens without `exp` or `sub`, with any `typ`, and with
 * any lifetime, so all of them are checked here.
 */
const claims = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  sub: z.uuid(),
  exp: z.int(),
  iat: z.int(),
  jti: z.string().min(1),
  roles: z.array(z.enum(knownRoles)),
});

const header = z.object({ alg: z.literal('RS256'), typ: z.literal(accessTokenType), kid: z.string().min(1).max(100) });

interface Verified {
  principal: Principal;
  issuedAt: Date;
}

/**
 * Turns a Bearer token into a principal through passport-jwt. A signature that was good stays good, so verified tokens
 * are remembered (by hash, bounded) until they end; expiry and revocation are still checked on each request.
 */
export class TokenVerifier {
  private readonly strategy: Strategy;
  private readonly verified = new Map<string, Verified>();
  private readonly rememberedMax = 20_000;

  constructor(
    private readonly keys: KeySource,
    rules: TokenRules,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
  ) {
    if (!rules.issuer || !rules.audience) throw new Error('issuer and audience of access tokens must be configured');
    const options: StrategyOptionsWithRequest = {
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request, token: string, done) => this.keyOf(token, done),
      algorithms: ['RS256'],
      issuer: rules.issuer,
      audience: rules.audience,
      passReqToCallback: true,
      // Expiry is judged below by the injected clock, on every request, also for remembered tokens.
      ignoreExpiration: true,
    };
    this.strategy = new Strategy(options, (_request: unknown, payload: unknown, done: VerifiedCallback) =>
      done(null, payload as object),
    );
  }

  /** @throws SignInRequired with the reason in its code; never says which claim was wrong. */
  async authenticate(request: FastifyRequest): Promise<Principal> {
    const token = bearerToken(request);
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(digest) ?? this.remember(digest, await this.verify(request));
    const now = this.clock.now();
    if (known.principal.expiresAt.getTime() + clockToleranceSeconds * 1_000 <= now.getTime()) {
      this.verified.delete(digest);
      throw new SignInRequired('token_expired', 'The access token has ended. Refresh it and try again.');
    }
    if (this.revocations.covers(known.principal.id, known.issuedAt)) {
      throw new SignInRequired('token_revoked', 'This session was ended. Sign in again.');
    }
    return known.principal;
  }

  private remember(digest: string, verified: Verified): Verified {
    if (this.verified.size >= this.rememberedMax) {
      const oldest = this.verified.keys().next();
      if (!oldest.done) this.verified.delete(oldest.value);
    }
    this.verified.set(digest, verified);
    return verified;
  }

  private async verify(request: FastifyRequest): Promise<Verified> {
    const parsed = claims.safeParse(await this.runStrategy(request));
    if (!parsed.success) throw invalid();
    const { sub, exp, iat, roles } = parsed.data;
    if (exp - iat > accessTokenSecondsMax || exp <= iat) throw invalid();
    if (iat * 1_000 > this.clock.now().getTime() + clockToleranceSeconds * 1_000) throw invalid();
    return {
      principal: { id: sub, roles: roles as Role[], expiresAt: new Date(exp * 1_000) },
      issuedAt: new Date(iat * 1_000),
    };
  }

  /** Passport strategies report through callbacks on themselves; a copy per request keeps concurrent requests apart. */
  private runStrategy(request: FastifyRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const run = Object.create(this.strategy) as Strategy &
        Record<'success' | 'fail' | 'error', (value?: unknown) => void>;
      run.success = resolve;
      run.fail = () => reject(invalid());
      run.error = (error) => reject(error);
      run.authenticate(request as never, {});
    });
  }

  private keyOf(token: string, done: (error: unknown, key?: never) => void): void {
    const parsed = header.safeParse(decodeHeader(token));
    const unknownCritical = parsed.success && 'crit' in (decodeHeader(token) ?? {});
    if (!parsed.success || unknownCritical) return done(invalid());
    const key = this.keys.find(parsed.data.kid);
    if (key === null) return done(invalid());
    // jsonwebtoken accepts a KeyObject, which saves parsing the PEM on each call; the types of passport-jwt only know text.
    done(null, key as never);
  }
}

function bearerToken(request: FastifyRequest): string {
  const given = request.headers.authorization;
  if (given === undefined)
    throw new SignInRequired('token_missing', 'Send an access token: Authorization: Bearer <token>.');
  const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)$/i.exec(given)?.[1];
  if (token === undefined || token.length > tokenBytesMax) throw invalid();
  return token;
}

function decodeHeader(token: string): object | null {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString('utf8'));
    return typeof decoded === 'object' ? decoded : null;
  } catch {
    return null;
  }
}

function invalid(): SignInRequired {
  return new SignInRequired('token_invalid', 'The access token is not one this service accepts. Sign in again.');
}

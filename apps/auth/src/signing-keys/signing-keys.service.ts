import { createPrivateKey, generateKeyPair, type KeyObject, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

import { Injectable } from '@nestjs/common';
import { accessTokenSecondsMax, accessTokenType, Clock, type PublicJwk, rows, tokenRules } from '#libs/platform';
import jwt from 'jsonwebtoken';
import { DataSource } from 'typeorm';

import { AuthConfig } from '../config.js';
import { open, seal } from './sealed.js';

/** A new key is published at once but signs only after every service has had time to fetch it (they look each minute). */
const publishLeadMs = 150_000;
/** Long after the last token it signed has ended. */
const keptAfterSuccessorMs = 3_600_000;
const rsaBits = 3_072;
/** Keys are read again this often, so that a rotation on another replica is noticed. */
const rereadMs = 10_000;

interface SigningKeyRow {
  kid: string;
  sealed_private_key: Buffer;
  public_jwk: PublicJwk;
  created_at: Date;
  signs_from: Date;
}

export interface TokenSubject {
  readonly id: string;
  readonly roles: readonly string[];
}

/** The keys that sign access tokens, and the signing itself. */
@Injectable()
export class SigningKeysService {
  private readonly opened = new Map<string, KeyObject>();
  private known: SigningKeyRow[] = [];
  private readAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: AuthConfig,
    private readonly clock: Clock,
  ) {}

  /** Makes the first key when there is none, and opens every key once, so that a wrong secret stops the start. */
  async prepare(): Promise<void> {
    await this.reread();
    if (this.known.length === 0) await this.add(this.clock.now());
    await this.reread();
    for (const key of this.known) this.privateKey(key);
  }

  async rotate(): Promise<{ kid: string; createdAt: string }> {
    const now = this.clock.now();
    const kid = await this.add(new Date(now.getTime() + publishLeadMs));
    await this.reread();
    return { kid, createdAt: now.toISOString() };
  }

  /** Keys that may have signed a token that is still alive, and those about to. */
  async publicKeys(): Promise<PublicJwk[]> {
    await this.rereadWhenStale();
    const now = this.clock.now().getTime();
    return this.known
      .filter((_, index) => {
        const successor = this.known[index + 1];
        return successor === undefined || successor.signs_from.getTime() + keptAfterSuccessorMs > now;
      })
      .map((key) => key.public_jwk);
  }

  /** Signs an access token that ends after ten minutes. */
  async sign(subject: TokenSubject): Promise<{ accessToken: string; expiresInSeconds: number }> {
    await this.rereadWhenStale();
    const now = this.clock.now();
    const key = this.known.filter((candidate) => candidate.signs_from <= now).at(-1) ?? this.known[0];
    if (!key) throw new Error('there is no signing key; the service was not prepared');
    const issuedAt = Math.floor(now.getTime() / 1_000);
    const { issuer, audience } = tokenRules(this.config.publicUrl);
    const claims = {
      iss: issuer,
      aud: audience,
      sub: subject.id,
      roles: subject.roles,
      iat: issuedAt,
      exp: issuedAt + accessTokenSecondsMax,
      jti: randomUUID(),
    };
    const header = { alg: 'RS256' as const, typ: accessTokenType, kid: key.kid };
    const privateKey = this.privateKey(key);
    const accessToken = await new Promise<string>((resolve, reject) =>
      jwt.sign(claims, privateKey, { algorithm: 'RS256', header }, (error, token) =>
        token ? resolve(token) : reject(error ?? new Error('signing failed')),
      ),
    );
    return { accessToken, expiresInSeconds: accessTokenSecondsMax };
  }

  private async add(signsFrom: Date): Promise<string> {
    const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: rsaBits });
    const kid = `auth-${randomUUID()}`;
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
    const sealed = seal(privateKey.export({ type: 'pkcs8', format: 'der' }), this.config.secret, 'signing-keys');
    // Two replicas that start on an empty database agree on one first key.
    await this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE');
      const isFirst = signsFrom <= this.clock.now();
      await manager.query(
        `INSERT INTO signing_key (kid, sealed_private_key, public_jwk, created_at, signs_from)
         SELECT $1, $2, $3, $4, $5 WHERE NOT ($6 AND EXISTS (SELECT FROM signing_key))`,
        [kid, sealed, JSON.stringify(jwk), this.clock.now(), signsFrom, isFirst],
      );
    });
    return kid;
  }

  private async rereadWhenStale(): Promise<void> {
    if (performance.now() - this.readAtMs > rereadMs) await this.reread();
  }

  private async reread(): Promise<void> {
    this.known = await rows<SigningKeyRow>(
      this.dataSource,
      'SELECT * FROM signing_key ORDER BY signs_from, created_at',
    );
    this.readAtMs = performance.now();
  }

  private privateKey(key: SigningKeyRow): KeyObject {
    const known = this.opened.get(key.kid);
    if (known) return known;
    const opened = createPrivateKey({
      key: open(key.sealed_private_key, this.config.secret, 'signing-keys'),
      type: 'pkcs8',
      format: 'der',
    });
    this.opened.set(key.kid, opened);
    return opened;
  }
}

import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import jwt from 'jsonwebtoken';
import { pino } from 'pino';

import { KeySource, type PublicJwk } from './key-source.js';
import { Revocations } from './revocations.js';
import { TokenVerifier } from './token-verifier.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const kid = 'key-1';
const rules = { issuer: 'http://localhost:3000', audience: 'waymark' };
const now = new Date('2026-11-22T12:00:00Z');
const nowSeconds = now.getTime() / 1_000;
const userId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const logger = pino({ level: 'silent' });

const goodClaims = {
  iss: rules.issuer,
  aud: rules.audience,
  sub: userId,
  roles: ['learner'],
  iat: nowSeconds - 10,
  exp: nowSeconds + 590,
  jti: randomUUID(),
};
const goodHeader = { alg: 'RS256', typ: 'at+jwt', kid };

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Signs whatever it is given, also what no library would sign. */
function forge(header: object, claims: object, sign: (input: string) => string): string {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${sign(input)}`;
}

function rs256(input: string, key: KeyObject = privateKey): string {
  return signBytes('RSA-SHA256', input, key);
}

function signBytes(algorithm: string, input: string, key: KeyObject): string {
  return sign(algorithm, Buffer.from(input), key).toString('base64url');
}

const without = (name: keyof typeof goodClaims) =>
  Object.fromEntries(Object.entries(goodClaims).filter(([claim]) => claim !== name));
const withClaims = (claims: object) => forge(goodHeader, { ...goodClaims, ...claims }, rs256);
const withHeader = (header: object) => forge({ ...goodHeader, ...header }, goodClaims, rs256);

describe('TokenVerifier', () => {
  let verifier: TokenVerifier;
  let standings: { userId: string; tokensValidFrom: Date }[];
  let revocations: Revocations;

  beforeEach(async () => {
    standings = [];
    const jwk: PublicJwk = { ...publicKey.export({ format: 'jwk' }), kid };
    const keys = new KeySource(async () => [jwk], { load: async () => [], save: async () => undefined }, logger);
    await keys.refresh();
    revocations = new Revocations(async () => standings, logger);
    verifier = new TokenVerifier(keys, rules, revocations, { now: () => now });
  });

  const authenticate = (authorization: string | undefined) =>
    verifier.authenticate({ headers: { authorization } } as unknown as FastifyRequest);

  it('accepts a token of ours and says who it is', async () => {
    const principal = await authenticate(`Bearer ${withClaims({})}`);
    expect(principal).toEqual({ id: userId, roles: ['learner'], expiresAt: new Date((nowSeconds + 590) * 1_000) });
  });

  it.each<[string, string | undefined, string]>([
    ['no header at all', undefined, 'token_missing'],
    ['another scheme', `Basic ${withClaims({})}`, 'token_invalid'],
    ['an empty token', 'Bearer ', 'token_invalid'],
    ['text that is no token', 'Bearer abc', 'token_invalid'],
    ['a token longer than 8 KiB', `Bearer ${withClaims({ pad: 'x'.repeat(9_000) })}`, 'token_invalid'],
    [
      'alg none without a signature',
      `Bearer ${forge({ ...goodHeader, alg: 'none' }, goodClaims, () => '')}`,
      'token_invalid',
    ],
    [
      'alg none with our signature',
      `Bearer ${forge({ ...goodHeader, alg: 'none' }, goodClaims, rs256)}`,
      'token_invalid',
    ],
    [
      'HS256 keyed with our public key',
      `Bearer ${forge({ ...goodHeader, alg: 'HS256' }, goodClaims, (input) =>
        createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
          .update(input)
          .digest('base64url'),
      )}`,
      'token_invalid',
    ],
    [
      'PS256 of the same key',
      `Bearer ${jwt.sign(goodClaims, privateKey, { algorithm: 'PS256', header: { ...goodHeader, alg: 'PS256' } })}`,
      'token_invalid',
    ],
    [
      'RS512 of the same key',
      `Bearer ${forge({ ...goodHeader, alg: 'RS512' }, goodClaims, (input) => signBytes('RSA-SHA512', input, privateKey))}`,
      'token_invalid',
    ],
    [
      'ES256 of another key',
      `Bearer ${jwt.sign(goodClaims, elliptic.privateKey, { algorithm: 'ES256', header: { ...goodHeader, alg: 'ES256' } })}`,
      'token_invalid',
    ],
    [
      'the signature of another key',
      `Bearer ${forge(goodHeader, goodClaims, (input) => rs256(input, other.privateKey))}`,
      'token_invalid',
    ],
    ['an unknown kid', `Bearer ${withHeader({ kid: 'key-2' })}`, 'token_invalid'],
    ['no kid', `Bearer ${withHeader({ kid: undefined })}`, 'token_invalid'],
    ['another typ', `Bearer ${withHeader({ typ: 'JWT' })}`, 'token_invalid'],
    ['no typ', `Bearer ${withHeader({ typ: undefined })}`, 'token_invalid'],
    ['an unknown critical extension', `Bearer ${withHeader({ crit: ['exp'] })}`, 'token_invalid'],
    ['another issuer', `Bearer ${withClaims({ iss: 'http://localhost:3000/' })}`, 'token_invalid'],
    ['no issuer', `Bearer ${forge(goodHeader, without('iss'), rs256)}`, 'token_invalid'],
    ['another audience', `Bearer ${withClaims({ aud: 'grafana' })}`, 'token_invalid'],
    ['no audience', `Bearer ${forge(goodHeader, without('aud'), rs256)}`, 'token_invalid'],
    ['no subject', `Bearer ${forge(goodHeader, without('sub'), rs256)}`, 'token_invalid'],
    ['a subject that is no account', `Bearer ${withClaims({ sub: 'admin' })}`, 'token_invalid'],
    ['no expiry', `Bearer ${forge(goodHeader, without('exp'), rs256)}`, 'token_invalid'],
    ['a life of ten years', `Bearer ${withClaims({ exp: nowSeconds + 315_360_000 })}`, 'token_invalid'],
    [
      'an issue time in the future',
      `Bearer ${withClaims({ iat: nowSeconds + 60, exp: nowSeconds + 300 })}`,
      'token_invalid',
    ],
    ['no issue time', `Bearer ${forge(goodHeader, without('iat'), rs256)}`, 'token_invalid'],
    ['a role that does not exist', `Bearer ${withClaims({ roles: ['root'] })}`, 'token_invalid'],
    ['roles that are no list', `Bearer ${withClaims({ roles: 'admin' })}`, 'token_invalid'],
    [
      'an expiry that has passed',
      `Bearer ${withClaims({ iat: nowSeconds - 400, exp: nowSeconds - 6 })}`,
      'token_expired',
    ],
  ])('refuses %s', async (_what, authorization, code) => {
    await expect(authenticate(authorization)).rejects.toMatchObject({ kind: 'unauthenticated', code });
  });

  it('still refuses after it has accepted the same token before', async () => {
    const authorization = `Bearer ${withClaims({})}`;
    await authenticate(authorization);
    standings = [{ userId, tokensValidFrom: now }];
    await revocations.refresh();
    await expect(authenticate(authorization)).rejects.toMatchObject({ code: 'token_revoked' });
  });

  it('accepts a token that is newer than the cut', async () => {
    standings = [{ userId, tokensValidFrom: new Date(now.getTime() - 60_000) }];
    await revocations.refresh();
    await expect(authenticate(`Bearer ${withClaims({})}`)).resolves.toMatchObject({ id: userId });
  });

  it('will not be built without an issuer and an audience', () => {
    const keys = new KeySource(async () => [], { load: async () => [], save: async () => undefined }, logger);
    expect(() => new TokenVerifier(keys, { issuer: '', audience: 'waymark' }, revocations, { now: () => now })).toThrow(
      /issuer and audience/,
    );
  });
});

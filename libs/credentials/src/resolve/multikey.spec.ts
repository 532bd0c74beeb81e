import { ECDH, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { buildAchievementCredential } from '../achievement.js';
import { createProof } from '../data-integrity.js';
import { generateIssuerKey } from '../keys.js';
import { verifyCredential } from '../verify.js';
import { p256JwkOf } from './multikey.js';
import { nothingFetched, resolverOf } from './resolver.js';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const now = new Date('2026-05-01T12:00:00Z');

function base58(bytes: Buffer): string {
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 58n) text = alphabet.charAt(Number(value % 58n)) + text;
  return `z${text}`;
}

function multibaseOf(publicKey: KeyObject): string {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const whole = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const point = Buffer.from(ECDH.convertKey(whole, 'prime256v1', undefined, undefined, 'compressed'));
  return base58(Buffer.concat([Buffer.of(0x80, 0x24), point]));
}

function credentialOf(issuer: string) {
  return buildAchievementCredential({
    id: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    issuer: { id: issuer, name: 'Elsewhere', url: 'https://elsewhere.example' },
    validFrom: now,
    recipient: { email: 'ada@example.com', salt: 'Kosher', id: 'urn:ada' },
    achievement: { id: 'urn:a', kind: 'Badge', name: 'Sums', description: 'Adds.', criteria: 'Add.' },
  });
}

function tokenOf(issuer: string, kid: string, privateKey: KeyObject): string {
  const document = credentialOf(issuer);
  const claims = { iss: issuer, jti: document.id, sub: 'urn:ada', nbf: now.getTime() / 1000 };
  const input = [
    { alg: 'ES256', kid, typ: 'JWT' },
    { ...document, ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part), 'utf8').toString('base64url'))
    .join('.');
  const signature = sign('SHA256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

async function failing(credential: unknown, resolve = nothingFetched): Promise<string> {
  const { checks } = await verifyCredential(credential, { resolve, now });
  return checks.flatMap(({ name, outcome }) => (outcome === 'pass' ? [] : `${name}: ${outcome}`)).join(', ');
}

describe('a P-256 key', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const multibase = multibaseOf(publicKey);
  const didKey = `did:key:${multibase}`;

  it('is read from the form that others write', () => {
    // W3C CCG, The did:key Method, test vectors of P-256.
    expect(p256JwkOf('zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv')).toMatchObject({
      ...{ kty: 'EC', crv: 'P-256' },
      x: 'igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns',
      y: 'efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM',
    });
  });

  it('in a did:key signs JWTs with ES256, and for nobody else', async () => {
    const kid = `${didKey}#${multibase}`;
    expect(await failing(tokenOf(didKey, kid, privateKey))).toBe('');
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(await failing(tokenOf(didKey, kid, other.privateKey))).toBe('proof: fail, issuer: unknown');
    expect(await failing(tokenOf('https://waymark.example/issuer', kid, privateKey))).toBe('issuer: fail');
  });

  it('as a Multikey in the document of its owner signs JWTs too', async () => {
    const did = 'did:web:school.example';
    const method = { id: `${did}#k1`, type: 'Multikey', controller: did, publicKeyMultibase: multibase };
    const document = { id: did, verificationMethod: [method], assertionMethod: [method.id] };
    expect(
      await failing(
        tokenOf(did, method.id, privateKey),
        resolverOf(() => document),
      ),
    ).toBe('');
  });

  it('makes no Data Integrity proof: the suites that are read here are those of Ed25519', async () => {
    const ed = await generateIssuerKey(didKey);
    const named = { ...ed, document: { ...ed.document, id: `${didKey}#${multibase}` } };
    const document = credentialOf(didKey);
    const signed = { ...document, proof: await createProof(document, named, now) };
    const { checks } = await verifyCredential(signed, { resolve: nothingFetched, now });
    expect(checks[1]).toMatchObject({ outcome: 'fail', detail: expect.stringContaining('is no Ed25519 key') });
  });

  it.each([
    ['of another curve', base58(Buffer.concat([Buffer.of(0x81, 0x24), Buffer.alloc(33, 2)]))],
    ['that is no point', base58(Buffer.concat([Buffer.of(0x80, 0x24, 2), Buffer.alloc(32, 0xff)]))],
    ['too short', base58(Buffer.of(0x80, 0x24, 2, 1))],
    ['too long', base58(Buffer.concat([Buffer.of(0x80, 0x24, 2), Buffer.alloc(80, 1)]))],
    ['in another alphabet', 'zDn0OIl'],
    ['of nothing but zeros', 'z111111'],
    ['without a word', 'z'],
  ])('is none %s', (_, text) => {
    expect(p256JwkOf(text)).toBeNull();
  });
});

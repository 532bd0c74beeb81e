import { randomBytes } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { calculateJwkThumbprint } from 'jose';

import { generateIssuerRsaKey, openRsaKey, publicJwkOf, sealRsaKey } from './keys-rsa.js';
import { SealBroken } from './keys-seal.js';
import { generateIssuerKey, sealKey } from './keys.js';

const issuer = 'https://waymark.example/issuer';
const masterKey = randomBytes(32);
const [key, other] = [await generateIssuerRsaKey(issuer), await generateIssuerRsaKey(issuer)];

const ed25519 = await generateIssuerKey(issuer);

describe('RSA keys of an issuer', () => {
  it('have 3072 bits, are named after their public half, and say whose they are and what for', async () => {
    expect(Buffer.from(key.document.n, 'base64url')).toHaveLength(3072 / 8);
    expect(key.document).toEqual({
      kty: 'RSA',
      n: expect.any(String),
      e: 'AQAB',
      kid: `${issuer}/keys/${key.kid}`,
      use: 'sig',
      alg: 'RS256',
      iss: issuer,
    });
    expect((await calculateJwkThumbprint(key.document)).slice(0, 16)).toBe(key.kid);
    expect(other.kid).not.toBe(key.kid);
  });

  it('publish nothing but their public half', () => {
    const careless = { document: { ...key.document, d: 'secret', privateKeyPem: key.privateKeyPem } };
    expect(publicJwkOf(careless)).toEqual(key.document);
  });

  it('come back from their seal', () => {
    const sealed = sealRsaKey(key, masterKey);
    expect(sealed).not.toContain('PRIVATE');
    expect(openRsaKey(sealed, key, masterKey)).toEqual(key);
  });

  it('stay sealed for another master key, for another row, for a key of another kind, and when altered', async () => {
    const sealed = sealRsaKey(key, masterKey);
    expect(() => openRsaKey(sealed, key, randomBytes(32))).toThrow(SealBroken);
    expect(() => openRsaKey(sealed, other, masterKey)).toThrow(SealBroken);
    expect(() => openRsaKey(sealKey(ed25519, masterKey), key, masterKey)).toThrow(SealBroken);
    expect(() => openRsaKey(`${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'B' : 'A'}`, key, masterKey)).toThrow(
      SealBroken,
    );
    const renamed = { kid: key.kid, document: { ...key.document, kid: other.document.kid } };
    expect(() => openRsaKey(sealed, renamed, masterKey)).toThrow(SealBroken);
  });
});

import { randomBytes } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { readMasterKey, SealBroken } from './keys-seal.js';
import { generateIssuerKey, openKey, sealKey } from './keys.js';

const issuer = 'https://waymark.example/issuer';
const masterKey = randomBytes(32);

describe('issuer keys', () => {
  it('are named after their public half, under the issuer that controls them', async () => {
    const key = await generateIssuerKey(issuer);
    expect(key.kid).toMatch(/^[\w-]{16}$/);
    expect(key.document).toEqual({
      '@context': 'https://w3id.org/security/multikey/v1',
      id: `${issuer}/keys/${key.kid}`,
      type: 'Multikey',
      controller: issuer,
      publicKeyMultibase: expect.stringMatching(/^z6Mk/),
    });
    expect((await generateIssuerKey(issuer)).kid).not.toBe(key.kid);
  });

  it('come back from their seal', async () => {
    const key = await generateIssuerKey(issuer);
    const sealed = sealKey(key, masterKey);
    expect(sealed).not.toContain(key.secretKeyMultibase);
    expect(openKey(sealed, key, masterKey)).toEqual(key);
    expect(sealKey(key, masterKey)).not.toBe(sealed);
  });

  it('stay sealed for another master key, for another row, and when altered', async () => {
    const [key, other] = [await generateIssuerKey(issuer), await generateIssuerKey(issuer)];
    const sealed = sealKey(key, masterKey);
    const [version, nonce, tag, secret] = sealed.split('.');
    expect(() => openKey(sealed, key, randomBytes(32))).toThrow(SealBroken);
    expect(() => openKey(sealed, other, masterKey)).toThrow(SealBroken);
    const altered = [
      [version, nonce, tag, `${secret?.slice(1)}A`],
      [version, nonce, tag?.slice(0, 8), secret],
      [version, tag, nonce, secret],
      ['v2', nonce, tag, secret],
      [version, nonce, tag],
      [''],
    ];
    for (const parts of altered) expect(() => openKey(parts.join('.'), key, masterKey)).toThrow(SealBroken);
  });

  it('are sealed with a master key of 32 bytes, however it is written', () => {
    const bytes = randomBytes(32);
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(Buffer.from(readMasterKey(bytes.toString(encoding))).equals(bytes)).toBe(true);
    }
    for (const wrong of ['', 'secret', bytes.toString('hex').slice(1), randomBytes(31).toString('base64')]) {
      expect(() => readMasterKey(wrong)).toThrow(RangeError);
    }
  });
});

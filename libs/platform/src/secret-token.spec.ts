import { describe, expect, it } from '@jest/globals';

import { digestOf, secretToken } from './secret-token.js';

describe('a secret token', () => {
  it.each([
    ['base64url', /^[\w-]{43}$/],
    ['hex', /^[0-9a-f]{64}$/],
  ] as const)('in %s is 256 bits, and another one each time', (encoding, form) => {
    const tokens = Array.from({ length: 20 }, () => secretToken(encoding));
    for (const token of tokens) {
      expect(token).toMatch(form);
      expect(Buffer.from(token, encoding)).toHaveLength(32);
    }
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  // The test vector of FIPS 180-2: digests that are stored must be found for ever.
  it.each([
    ['a text', 'abc'],
    ['bytes', Buffer.from('abc')],
  ])('is known by its SHA-256: %s', (_what, token) => {
    expect(digestOf(token).toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

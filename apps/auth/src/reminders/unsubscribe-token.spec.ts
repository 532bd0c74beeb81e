import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { accountOfToken, unsubscribeToken, unsubscribeUrl } from './unsubscribe-token.js';

const secret = 'a secret of at least forty-three characters for tests';
const accountId = randomUUID();

describe('a token to unsubscribe with', () => {
  const token = unsubscribeToken(accountId, secret);

  it('names whose mail it stops, and fits into an address as it is', () => {
    expect(accountOfToken(token, secret)).toBe(accountId);
    expect(unsubscribeUrl('https://school.example', token)).toBe(
      `https://school.example/api/auth/v1/unsubscribe/${token}`,
    );
    expect(encodeURIComponent(token)).toBe(token);
  });

  it.each([
    ['of somebody else', token.replace(accountId, randomUUID())],
    ['with another signature', `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`],
    ['without a signature', accountId],
    ['with an empty one', `${accountId}.`],
    ['with a shorter one', token.slice(0, -1)],
    ['of nothing', ''],
  ])('is none of ours: one %s', (_, forged) => {
    expect(accountOfToken(forged, secret)).toBeNull();
  });

  it('of another secret is none of ours', () => {
    expect(accountOfToken(unsubscribeToken(accountId, `${secret}!`), secret)).toBeNull();
  });
});

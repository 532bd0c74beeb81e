import { describe, expect, it } from '@jest/globals';

import { keysKeptMs, keysReadAgainMs, type KeyTerm, leadMinMs, leadMs, signingKey, useOf } from './issuer-key.js';

const issuerUrl = 'https://w.example/issuer';
const at = (minutes: number) => new Date(Date.UTC(2030, 0, 1, 12, minutes));
const key = (kid: string, given: Partial<KeyTerm> = {}): KeyTerm => ({
  kid,
  kind: 'rsa',
  issuerUrl,
  signsFrom: at(0),
  sealed: 'sealed',
  ...given,
});
const signsAt = (keys: KeyTerm[], minutes: number) =>
  signingKey(keys, { kind: 'rsa', issuerUrl, now: at(minutes) })?.kid ?? null;

describe('the key that signs', () => {
  it.each<[string, KeyTerm[], number, string | null]>([
    ['none of none', [], 0, null],
    ['the only one', [key('a')], 0, 'a'],
    ['the newest, from its moment on', [key('a'), key('b', { signsFrom: at(10) })], 10, 'b'],
    ['the one before, until then', [key('b', { signsFrom: at(10) }), key('a')], 9, 'a'],
    ['none before its moment', [key('a', { signsFrom: at(1) })], 0, null],
    ['none of another kind', [key('a', { kind: 'ed25519' })], 0, null],
    ['none of another address', [key('a', { issuerUrl: 'https://old.example/issuer' })], 0, null],
    ['none without its private half', [key('a'), key('b', { signsFrom: at(1), sealed: null })], 5, 'a'],
    ['the same for every replica, of two from the same moment', [key('b'), key('a')], 0, 'b'],
  ])('is %s', (_, keys, minutes, kid) => {
    expect(signsAt(keys, minutes)).toBe(kid);
    expect(signsAt(keys.toReversed(), minutes)).toBe(kid);
  });

  it('is told apart from those that wait and those that only verify', () => {
    const keys = [key('old'), key('now', { signsFrom: at(5) }), key('next', { signsFrom: at(20) })];
    const gone = key('gone', { signsFrom: at(30), sealed: null });
    const uses = [...keys, gone].map((one) => useOf(one, [...keys, gone], { issuerUrl, now: at(10) }));
    expect(uses).toEqual(['retired', 'signing', 'waiting', 'retired']);
  });

  it('is known to every replica, and as a rule to every cache, before its moment', () => {
    expect(leadMinMs).toBeGreaterThan(keysReadAgainMs);
    expect(leadMs).toBeGreaterThan(keysKeptMs);
  });
});

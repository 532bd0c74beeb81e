import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  bitAt,
  decodeStatusList,
  encodeStatusList,
  statusBits,
  statusEntries,
  statusListLengthMin,
  StatusListUnreadable,
} from './status-list.js';

const indexes = fc.uniqueArray(fc.nat({ max: statusListLengthMin - 1 }), { maxLength: 200 });

function errorOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof StatusListUnreadable) return error.error;
    throw error;
  }
  return 'none';
}

function encoded(bytes: Uint8Array): string {
  return `u${gzipSync(bytes).toString('base64url')}`;
}

describe('a status list', () => {
  it('comes back as it was, with exactly the bits that were set', () => {
    fc.assert(
      fc.property(indexes, fc.nat({ max: statusListLengthMin - 1 }), (set, other) => {
        const text = encodeStatusList(statusBits(set));
        expect(text).toMatch(/^u[A-Za-z0-9_-]+$/);
        const bits = decodeStatusList(text);
        expect(bits).toHaveLength(16_384);
        for (const index of set) expect(bitAt(bits, index)).toBe(true);
        expect(bitAt(bits, other)).toBe(set.includes(other));
      }),
      { numRuns: 50 },
    );
  });

  it('counts from the left-most bit of the first byte', () => {
    const bits = statusBits([0, 9, statusListLengthMin - 1]);
    expect([bits[0], bits[1], bits.at(-1)]).toEqual([0b1000_0000, 0b0100_0000, 0b0000_0001]);
  });

  it('reads the list that the standard shows: no bit set', () => {
    const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
    const bits = decodeStatusList(example);
    expect(bits).toHaveLength(16_384);
    expect(bits.every((byte) => byte === 0)).toBe(true);
  });

  it('is never shorter than the standard allows', () => {
    expect(() => encodeStatusList(new Uint8Array(16_383))).toThrow(RangeError);
    expect(errorOf(() => decodeStatusList(encoded(new Uint8Array(16_383))))).toBe('STATUS_LIST_LENGTH_ERROR');
    expect(errorOf(() => decodeStatusList(encoded(new Uint8Array(0))))).toBe('STATUS_LIST_LENGTH_ERROR');
  });

  it.each([-1, statusListLengthMin, 0.5, Number.NaN, Infinity, 2 ** 40])('has no entry %d', (index) => {
    expect(errorOf(() => bitAt(statusBits([]), index))).toBe('RANGE_ERROR');
    expect(() => statusBits([index])).toThrow(RangeError);
  });

  it.each<[string, string]>([
    ['a bomb of 64 MiB', encoded(new Uint8Array(64 * 1024 * 1024))],
    ['one byte more than 1 MiB', encoded(new Uint8Array(1024 * 1024 + 1))],
    ['a text without end', `u${'A'.repeat(1_500_001)}`],
    ['no multibase letter', encoded(new Uint8Array(16_384)).slice(1)],
    ['another multibase letter', `z${encoded(new Uint8Array(16_384)).slice(1)}`],
    ['padding', `${encoded(new Uint8Array(16_384))}==`],
    ['base64 of another alphabet', 'uH4sIAAAAAAAAA+3BMQEAAADCoPVPbQwfoA/'],
    ['no GZIP', `u${Buffer.alloc(16_384).toString('base64url')}`],
    ['half a GZIP', encoded(new Uint8Array(16_384).fill(7)).slice(0, 30)],
    ['nothing', 'u'],
    ['no text', ''],
  ])('refuses %s', (_what, text) => {
    expect(errorOf(() => decodeStatusList(text))).toBe('MALFORMED_VALUE_ERROR');
  });

  it('takes a list of 1 MiB, the largest', () => {
    expect(decodeStatusList(encoded(new Uint8Array(1024 * 1024)))).toHaveLength(1024 * 1024);
  });

  it('never fails in another way, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array({ maxLength: 300 }).map(encoded), fc.base64String()), (text) => {
        expect(errorOf(() => decodeStatusList(text))).toMatch(/^(MALFORMED_VALUE_ERROR|STATUS_LIST_LENGTH_ERROR)$/);
      }),
    );
  });
});

describe('status entries', () => {
  it('name a place for each purpose, with an id that is not the list', () => {
    const entries = statusEntries({
      listUrl: (purpose) => `https://w.example/status-lists/3/${purpose}`,
      index: 94_567,
    });
    expect(entries).toEqual(
      ['revocation', 'suspension'].map((statusPurpose) => ({
        id: `https://w.example/status-lists/3/${statusPurpose}#94567`,
        type: 'BitstringStatusListEntry',
        statusPurpose,
        statusListIndex: '94567',
        statusListCredential: `https://w.example/status-lists/3/${statusPurpose}`,
      })),
    );
  });
});

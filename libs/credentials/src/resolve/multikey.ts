import { ECDH } from 'node:crypto';

import { type PublicJwk, publicJwk } from './public-jwk.js';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** A P-256 key has 35 bytes: 48 letters, and the `z` that names the alphabet. */
const lettersMax = 64;
/** Multicodec `p256-pub` (0x1200) as a varint, before the 33 bytes of a compressed point. */
const p256Start = '8024';

/** The JWK of a P-256 key in a Multikey or a `did:key` (`zDn…`); null for what is none, or is no point of the curve. */
export function p256JwkOf(multibase: string): PublicJwk | null {
  const bytes = base58Decoded(multibase);
  if (bytes?.length !== 35 || bytes.toString('hex', 0, 2) !== p256Start) return null;
  const point = uncompressed(bytes.subarray(2));
  if (point === null) return null;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  return publicJwk.parse({ kty: 'EC', crv: 'P-256', x, y });
}

function uncompressed(point: Buffer): Buffer | null {
  try {
    const whole = ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'uncompressed');
    return typeof whole === 'string' ? null : whole;
  } catch {
    return null;
  }
}

function base58Decoded(multibase: string): Buffer | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(multibase) || multibase.length > lettersMax) return null;
  const letters = multibase.slice(1);
  let value = 0n;
  for (const letter of letters) value = value * 58n + BigInt(alphabet.indexOf(letter));
  const digits = value.toString(16);
  // Each leading 1 is a byte of zeros.
  const zeros = '00'.repeat(/^1*/.exec(letters)![0].length); // matches everything, if only nothing
  return Buffer.from(zeros + (digits.length % 2 === 0 ? digits : `0${digits}`), 'hex');
}

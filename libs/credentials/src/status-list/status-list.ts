import { gunzipSync, gzipSync } from 'node:zlib';

/** 131,072 entries, the least that the standard allows: so many that an index tells nothing about a person. */
export const statusListLengthMin = 131_072;
/** Sixty-four times the least; what inflates to more is an attack, not a list. */
const inflatedBytesMax = 1024 * 1024;
/** Nothing that inflates to the limit above is longer: gzip adds a few bytes, base64 a third. */
const encodedLengthMax = 1_500_000;

/** `revocation` is for ever, `suspension` can be lifted. */
export type StatusPurpose = 'revocation' | 'suspension';
export const statusPurposes = ['revocation', 'suspension'] as const satisfies readonly StatusPurpose[];

/** Names of W3C Bitstring Status List 1.0, section 3.5 (Processing Errors). */
export type StatusListError =
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'
  | 'MALFORMED_VALUE_ERROR'
  | 'RANGE_ERROR';

/** A list that says nothing about anybody, and why in the words of the standard. What it is about has an unknown status. */
export class StatusListUnreadable extends Error {
  constructor(
    readonly error: StatusListError,
    detail: string,
  ) {
    super(`${error}: ${detail}`);
    this.name = 'StatusListUnreadable';
  }
}

/** One place of a credential in one list, as it stands in the credential's `credentialStatus`. */
export interface BitstringStatusListEntry {
  readonly id: string;
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: StatusPurpose;
  /** A non-negative integer as text, as W3C writes it. */
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}

/**
 * `encodedList` of W3C Bitstring Status List 1.0: `u` (base64url without padding), then GZIP of the bits.
 * Throws a RangeError for a list shorter than the standard's least.
 */
export function encodeStatusList(bits: Uint8Array): string {
  if (bits.length * 8 < statusListLengthMin || bits.length > inflatedBytesMax)
    throw new RangeError(`A status list holds ${statusListLengthMin} to ${inflatedBytesMax * 8} bits.`);
  return `u${gzipSync(bits).toString('base64url')}`;
}

/** Undoes `encodeStatusList`, for lists of anybody: at most 1 MiB comes out. Throws StatusListUnreadable. */
export function decodeStatusList(text: string): Uint8Array {
  if (text.length > encodedLengthMax) throw new StatusListUnreadable('MALFORMED_VALUE_ERROR', 'The list is too long.');
  if (!/^u[A-Za-z0-9_-]+$/.test(text))
    throw new StatusListUnreadable('MALFORMED_VALUE_ERROR', 'The list is not “u” and base64url.');
  const bits = inflated(Buffer.from(text.slice(1), 'base64url'));
  if (bits.length * 8 < statusListLengthMin)
    throw new StatusListUnreadable(
      'STATUS_LIST_LENGTH_ERROR',
      `The list has ${bits.length * 8} entries, fewer than ${statusListLengthMin}.`,
    );
  return bits;
}

/** Whether the bit is set; index 0 is the left-most bit of the first byte. Throws StatusListUnreadable (RANGE_ERROR). */
export function bitAt(bits: Uint8Array, index: number): boolean {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  if (byte === undefined)
    throw new StatusListUnreadable('RANGE_ERROR', `The list has no entry ${index}; it has ${bits.length * 8}.`);
  return (byte & maskOf(index)) !== 0;
}

/** A list of the least length with these bits set. Throws a RangeError for an index outside of it. */
export function statusBits(indexes: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(statusListLengthMin / 8);
  for (const index of indexes) {
    if (!Number.isSafeInteger(index) || index < 0 || index >= statusListLengthMin)
      throw new RangeError(`A status list of ${statusListLengthMin} entries has no entry ${index}.`);
    bits[Math.floor(index / 8)]! |= maskOf(index); // inside the list, as was just said
  }
  return bits;
}

/** What a credential says about where its status is told: one entry for each purpose, at the same index of two lists. */
export function statusEntries({
  listUrl,
  index,
}: {
  readonly listUrl: (purpose: StatusPurpose) => string;
  readonly index: number;
}): BitstringStatusListEntry[] {
  return statusPurposes.map((statusPurpose) => ({
    id: `${listUrl(statusPurpose)}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose,
    statusListIndex: String(index),
    statusListCredential: listUrl(statusPurpose),
  }));
}

function maskOf(index: number): number {
  return 0b1000_0000 >> (index % 8);
}

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: inflatedBytesMax });
  } catch (error) {
    const isBomb = error instanceof RangeError;
    throw new StatusListUnreadable(
      'MALFORMED_VALUE_ERROR',
      isBomb ? `The list inflates to more than ${inflatedBytesMax} bytes.` : 'The list is not GZIP.',
    );
  }
}

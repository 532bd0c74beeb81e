import { credentialsContext } from '../contexts.js';
import { encodeStatusList, type StatusPurpose } from './status-list.js';

export interface StatusListInput {
  /** The URL that serves the list; the same as `statusListCredential` of its entries. */
  readonly id: string;
  /** URL of the issuer: the one whose credentials the list is about. */
  readonly issuer: string;
  readonly purpose: StatusPurpose;
  /** A set bit means revoked, or suspended. */
  readonly bits: Uint8Array;
  readonly validFrom: Date;
  /** When nobody should rely on this edition any more. */
  readonly validUntil: Date;
  /** How long a reader may keep it, in milliseconds; `Cache-Control` should say the same. */
  readonly ttlMs: number;
}

export type StatusListCredential = ReturnType<typeof buildStatusListCredential>;

/**
 * An unsigned status list credential of W3C Bitstring Status List 1.0. Sign it like the credentials that it is about
 * (`signStatusList`, `signCredentialJwt`).
 */
export function buildStatusListCredential({
  id,
  issuer,
  purpose,
  bits,
  validFrom,
  validUntil,
  ttlMs,
}: StatusListInput) {
  return {
    '@context': [credentialsContext] as const,
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'] as const,
    issuer,
    validFrom: validFrom.toISOString(),
    validUntil: validUntil.toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList' as const,
      statusPurpose: purpose,
      ttl: ttlMs,
      encodedList: encodeStatusList(bits),
    },
  };
}

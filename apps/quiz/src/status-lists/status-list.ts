import { randomInt } from 'node:crypto';

import { statusListLengthMin, type StatusPurpose } from '#libs/credentials';

/** How long a reader may keep a list: what `ttl` and `Cache-Control` say. A revocation is known everywhere after that. */
export const listKeptMs = 60_000;
/** How long an edition may be relied on at all, for those who verify without a connection. */
export const listValidMs = 24 * 3_600_000;

/** Where a credential's bits are. */
export interface StatusPlace {
  readonly list: number;
  readonly index: number;
}

/** What a list says about a credential in this status. Revoked is final, so it is not suspended as well. */
export function statusOf(purpose: StatusPurpose): 'revoked' | 'suspended' {
  return purpose === 'revocation' ? 'revoked' : 'suspended';
}

/**
 * Guesses for a place. At most half of a list is used (65,536 tickets), so that none of 40 guesses is free once in 10^12 times;
 * the credential is then tried again.
 */
export function indexGuesses(): number[] {
  return Array.from({ length: 40 }, () => randomInt(statusListLengthMin));
}

import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses one, however many of them are alive. */
export const secretTokenBytes = 32;

/**
 * A new token that opens something for whoever shows it, at random: 43 letters of base64url (RFC 4648, section 5, without padding),
 * or 64 digits of lower-case hexadecimal where programs on the way may cut or change anything else, as those for mail do.
 */
export function secretToken(encoding: 'base64url' | 'hex' = 'base64url'): string {
  return randomBytes(secretTokenBytes).toString(encoding);
}

/**
 * What is stored in place of a token: its SHA-256, 32 bytes; of a text over its UTF-8. Whoever reads the table cannot use what they
 * find there. A token has no structure to guess, so one hash without salt is enough; a password would need more.
 */
export function digestOf(token: string | Uint8Array): Buffer {
  return createHash('sha256').update(token).digest();
}

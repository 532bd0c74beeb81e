import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What stands in the header of a message that may be switched off: whose mail it stops, and a proof that we wrote it. It has no
 * end, since mail is found again after years, and opens nothing else. A new secret ends all of them.
 */
export function unsubscribeToken(accountId: string, secret: string): string {
  return `${accountId}.${signatureOf(accountId, secret)}`;
}

/** The account that a token is for; null for what we did not write. */
export function accountOfToken(token: string, secret: string): string | null {
  const [accountId = '', signature = ''] = token.split('.', 2);
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(accountId, secret))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? accountId : null;
}

/** The address for RFC 8058: a POST to it stops the mail at once. */
export function unsubscribeUrl(publicUrl: string, token: string): string {
  return new URL(`/api/auth/v1/unsubscribe/${token}`, publicUrl).href;
}

function signatureOf(accountId: string, secret: string): string {
  const key = createHash('sha256').update(`${secret}:unsubscribe`).digest();
  return createHmac('sha256', key).update(accountId).digest('base64url');
}

import type { AchievementCredential } from './achievement.js';
import { createProof, type Proof } from './data-integrity.js';
import type { IssuerKey } from './keys.js';
import { issuerIdOf, readCredential, readSubject } from './shape.js';

export type SignedCredential = AchievementCredential & { readonly proof: readonly [Proof] };

/** What was to be signed would not verify afterwards. */
export class NotSignable extends Error {}

/**
 * Signs a credential with a key of its issuer. Throws NotSignable, rather than sign what `verifyCredential` would refuse. The input
 * is left alone.
 */
export async function signCredential(
  credential: AchievementCredential,
  key: IssuerKey,
  now: Date,
): Promise<SignedCredential> {
  const shape = readCredential(credential);
  if ('fault' in shape) throw new NotSignable(shape.fault);
  const subject = readSubject(shape.value);
  if ('fault' in subject) throw new NotSignable(subject.fault);
  if (issuerIdOf(shape.value) !== key.document.controller) throw new NotSignable('The key belongs to another issuer.');
  return { ...credential, proof: [await createProof(credential, key, now)] };
}

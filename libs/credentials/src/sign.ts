import type { AchievementCredential } from './achievement.js';
import { createProof, type Proof } from './data-integrity.js';
import type { IssuerKey } from './keys.js';
import { readCredential, readSubject } from './shape.js';
import type { StatusListCredential } from './status-list/status-list-credential.js';

export type SignedCredential = AchievementCredential & { readonly proof: readonly [Proof] };
export type SignedStatusList = StatusListCredential & { readonly proof: readonly [Proof] };

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
  const fault = signableFault(credential);
  if (fault !== null) throw new NotSignable(fault);
  if (credential.issuer.id !== key.document.controller) throw new NotSignable('The key belongs to another issuer.');
  return { ...credential, proof: [await createProof(credential, key, now)] };
}

/** Signs a status list as `signCredential` signs what it is about. Throws NotSignable for a key of another issuer. */
export async function signStatusList(list: StatusListCredential, key: IssuerKey, now: Date): Promise<SignedStatusList> {
  if (list.issuer !== key.document.controller) throw new NotSignable('The key belongs to another issuer.');
  return { ...list, proof: [await createProof(list, key, now)] };
}

/** What a verifier would refuse in what is to be signed; null when nothing. Our own status lists are built, not read. */
export function signableFault(credential: AchievementCredential | StatusListCredential): string | null {
  if (typeof credential.issuer === 'string') return null;
  const shape = readCredential(credential);
  if ('fault' in shape) return shape.fault;
  const subject = readSubject(shape.value);
  return 'fault' in subject ? subject.fault : null;
}

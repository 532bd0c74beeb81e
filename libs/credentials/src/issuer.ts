import { badgeContexts } from './contexts.js';
import type { PublicKeyDocument } from './keys.js';

/** Who issues, as it stands inside each credential. */
export interface IssuerProfile {
  /** The issuer's URL, where `issuerDocument` is served. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly description?: string;
  readonly email?: string;
}

/**
 * What the issuer's URL serves: its profile, and the keys that may sign for it. Retired keys stay in the list for ever, because
 * badges are checked years later.
 */
export function issuerDocument(profile: IssuerProfile, keys: readonly PublicKeyDocument[]) {
  return {
    '@context': [...badgeContexts, 'https://www.w3.org/ns/cid/v1'],
    ...profileNode(profile),
    verificationMethod: keys.map(({ id, type, controller, publicKeyMultibase }) => ({
      id,
      type,
      controller,
      publicKeyMultibase,
    })),
    assertionMethod: keys.map((key) => key.id),
  };
}

export function profileNode({ id, name, url, description, email }: IssuerProfile) {
  return {
    id,
    type: ['Profile'],
    name,
    url,
    ...(description === undefined ? {} : { description }),
    ...(email === undefined ? {} : { email }),
  };
}

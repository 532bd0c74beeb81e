import { badgeContexts } from './contexts.js';
import type { PublicKeyJwk } from './keys-rsa.js';
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

/** The public halves of an issuer's keys. Retired ones stay among them for ever: badges are checked years later. */
export interface IssuerKeys {
  /** Ed25519, for Data Integrity proofs. */
  readonly multikeys: readonly PublicKeyDocument[];
  /** RSA, for credentials as JWT. */
  readonly jwks: readonly PublicKeyJwk[];
}

/** What the issuer's URL serves: its profile, and the keys that may sign for it. */
export function issuerDocument(profile: IssuerProfile, keys: IssuerKeys) {
  return {
    '@context': [...badgeContexts, 'https://www.w3.org/ns/cid/v1'],
    ...profileNode(profile),
    ...methods(keys, { controller: profile.id, idOf: (url) => url }),
  };
}

/** What `/.well-known/jwks.json` serves (RFC 7517): every key that signed a credential as JWT, named as in its header. */
export function keySet({ jwks }: Pick<IssuerKeys, 'jwks'>) {
  return { keys: [...jwks] };
}

/** What the address of `didWebOf` serves: the same keys under a decentralised identifier, which says that it is the issuer. */
export function didDocument(issuer: Pick<IssuerProfile, 'id' | 'url'>, keys: IssuerKeys) {
  const did = didWebOf(issuer.url);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://www.w3.org/ns/cid/v1'],
    id: did,
    alsoKnownAs: [issuer.id],
    ...methods(keys, { controller: did, idOf: (url) => `${did}#${url.slice(url.lastIndexOf('/') + 1)}` }),
  };
}

/**
 * `did:web` of an address (W3C CCG did:web, section 3): the host, with its port behind `%3A`, and the steps of the path behind colons.
 * Its document is served at `/.well-known/did.json`, or below a path at `<path>/did.json`.
 */
export function didWebOf(url: string): string {
  const { host, pathname } = new URL(url);
  return ['did:web', encodeURIComponent(host), ...pathname.split('/').filter((step) => step !== '')].join(':');
}

function methods(
  { multikeys, jwks }: IssuerKeys,
  { controller, idOf }: { controller: string; idOf: (url: string) => string },
) {
  const ed25519 = multikeys.map(({ id, type, publicKeyMultibase }) => ({
    id: idOf(id),
    type,
    controller,
    publicKeyMultibase,
  }));
  const rsa = jwks.map((publicKeyJwk) => ({
    id: idOf(publicKeyJwk.kid),
    type: 'JsonWebKey' as const,
    controller,
    publicKeyJwk,
  }));
  return { verificationMethod: [...ed25519, ...rsa], assertionMethod: [...ed25519, ...rsa].map(({ id }) => id) };
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

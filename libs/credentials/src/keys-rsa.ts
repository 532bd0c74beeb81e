import { createHash, createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

import { z } from 'zod';

import { seal, unseal } from './keys-seal.js';

/** NIST SP 800-57 holds 3072 bits fit beyond 2030; badges are checked for many years. */
const modulusLength = 3072;

const publicJwk = z.object({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('RS256'),
  iss: z.string(),
});

/** A public RSA key as the key set and the key's own URL show it. */
export interface PublicKeyJwk {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  /** `${issuerUrl}/keys/${kid}`: what `kid` in the header of a JWT says. The key is found there, and under this name in the key set. */
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'RS256';
  /** The issuer whose credentials this key may sign; a recommendation of Open Badges 3.0 for sets that many issuers share. */
  readonly iss: string;
}

/** A key that signs credentials as JWT. Keep `privateKeyPem` out of logs, rows and messages: `sealRsaKey` is for storing. */
export interface IssuerRsaKey {
  readonly kid: string;
  readonly document: PublicKeyJwk;
  readonly privateKeyPem: string;
}

/** A new RSA key of an issuer. Its id is made from the public key (a JWK thumbprint, RFC 7638), so that no two keys share one. */
export async function generateIssuerRsaKey(issuerUrl: string): Promise<IssuerRsaKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const thumbprint = createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
  const kid = thumbprint.slice(0, 16);
  return {
    kid,
    document: { kty: 'RSA', n, e, kid: `${issuerUrl}/keys/${kid}`, use: 'sig', alg: 'RS256', iss: issuerUrl },
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** What may be published of a key, whatever else is stored beside it. Throws when it is no key of an issuer. */
export function publicJwkOf({ document }: Pick<IssuerRsaKey, 'document'>): PublicKeyJwk {
  return publicJwk.parse(document);
}

/** Reading a key takes a tenth of the time of signing with it: it is read once for as long as somebody holds it. */
const privateKeys = new WeakMap<IssuerRsaKey, KeyObject>();

export function privateKeyOf(key: IssuerRsaKey): KeyObject {
  const read = privateKeys.get(key) ?? createPrivateKey(key.privateKeyPem);
  privateKeys.set(key, read);
  return read;
}

/** Encrypts the private key for storage, as `sealKey` does. */
export function sealRsaKey(key: IssuerRsaKey, masterKey: Uint8Array): string {
  return seal(key.privateKeyPem, sealedFor(key.document), masterKey);
}

/** Undoes `sealRsaKey`. Throws SealBroken. */
export function openRsaKey(
  sealed: string,
  { kid, document }: Pick<IssuerRsaKey, 'kid' | 'document'>,
  masterKey: Uint8Array,
): IssuerRsaKey {
  return { kid, document, privateKeyPem: unseal(sealed, { kid, boundTo: sealedFor(document) }, masterKey) };
}

function sealedFor(document: PublicKeyJwk): string {
  return `${document.kid}\n${document.n}\n${document.e}`;
}

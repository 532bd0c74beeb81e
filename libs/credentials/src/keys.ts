import { createHash, createPrivateKey, sign } from 'node:crypto';

import { from, generate, type Signer } from '@digitalbazaar/ed25519-multikey';

import { seal, unseal } from './keys-seal.js';

const multikeyContext = 'https://w3id.org/security/multikey/v1';

/** A public key as others read it at its own URL. */
export interface PublicKeyDocument {
  readonly '@context': typeof multikeyContext;
  /** `${issuerUrl}/keys/${kid}`: the `verificationMethod` of signatures. */
  readonly id: string;
  readonly type: 'Multikey';
  /** The issuer whose credentials this key may sign. */
  readonly controller: string;
  readonly publicKeyMultibase: string;
}

/** A key that can sign. Keep `secretKeyMultibase` out of logs, rows and messages: `sealKey` is for storing. */
export interface IssuerKey {
  readonly kid: string;
  readonly document: PublicKeyDocument;
  readonly secretKeyMultibase: string;
}

/** A new Ed25519 key of an issuer. Its id is made from the public key, so that no two keys share one. */
export async function generateIssuerKey(issuerUrl: string): Promise<IssuerKey> {
  const pair = await generate();
  const kid = createHash('sha256').update(pair.publicKey).digest('base64url').slice(0, 16);
  const document = {
    '@context': multikeyContext,
    id: `${issuerUrl}/keys/${kid}`,
    type: 'Multikey',
    controller: issuerUrl,
    publicKeyMultibase: pair.publicKeyMultibase,
  } as const;
  return { kid, document, secretKeyMultibase: pair.secretKeyMultibase };
}

/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Reading a key takes ten times as long as signing with it: it is read once for as long as somebody holds it. */
const signers = new WeakMap<IssuerKey, Promise<Signer>>();

export function signerOf(key: IssuerKey): Promise<Signer> {
  const known = signers.get(key);
  if (known !== undefined) return known;
  const signer = readSigner(key);
  signers.set(key, signer);
  return signer;
}

/** The signer of the package reads its key anew for each signature. */
async function readSigner({ document, secretKeyMultibase }: IssuerKey): Promise<Signer> {
  const { secretKey } = await from({ ...document, secretKeyMultibase });
  if (secretKey === undefined) throw new RangeError(`The key ${document.id} has no private half.`);
  const der = Buffer.concat([pkcs8Start, secretKey.subarray(0, 32)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { algorithm: 'Ed25519', id: document.id, sign: async ({ data }) => sign(null, data, privateKey) };
}

/**
 * Encrypts the private key for storage (AES-256-GCM). The seal is tied to the key's id and public half: moved to another row, it
 * does not open.
 */
export function sealKey(key: IssuerKey, masterKey: Uint8Array): string {
  return seal(key.secretKeyMultibase, sealedFor(key.document), masterKey);
}

/** Undoes `sealKey`. Throws SealBroken. */
export function openKey(
  sealed: string,
  { kid, document }: Pick<IssuerKey, 'kid' | 'document'>,
  masterKey: Uint8Array,
): IssuerKey {
  return { kid, document, secretKeyMultibase: unseal(sealed, { kid, boundTo: sealedFor(document) }, masterKey) };
}

function sealedFor(document: PublicKeyDocument): string {
  return `${document.id}\n${document.publicKeyMultibase}`;
}

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

import { from, generate } from '@digitalbazaar/ed25519-multikey';

const multikeyContext = 'https://w3id.org/security/multikey/v1';
const sealVersion = 'v1';

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

/** The sealed key was written with another master key, belongs to another public key, or was altered. */
export class SealBroken extends Error {
  constructor(kid: string) {
    super(`The private key ${kid} cannot be opened with this master key.`);
  }
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

export async function signerOf(key: IssuerKey) {
  return (await from({ ...key.document, secretKeyMultibase: key.secretKeyMultibase })).signer();
}

/**
 * Reads a master key of 32 bytes, written as 64 hexadecimal digits or as base64. Throws a RangeError for anything else.
 */
export function readMasterKey(text: string): Uint8Array {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length !== 32) throw new RangeError('A master key is 32 bytes, as hexadecimal digits or base64.');
  return bytes;
}

/**
 * Encrypts the private key for storage (AES-256-GCM). The seal is tied to the key's id and public half: moved to another row, it
 * does not open.
 */
export function sealKey(key: IssuerKey, masterKey: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(sealedFor(key.document));
  const sealed = Buffer.concat([cipher.update(key.secretKeyMultibase, 'utf8'), cipher.final()]);
  return [sealVersion, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** Undoes `sealKey`. Throws SealBroken. */
export function openKey(sealed: string, stored: Pick<IssuerKey, 'kid' | 'document'>, masterKey: Uint8Array): IssuerKey {
  const [version, ...parts] = sealed.split('.');
  const [nonce, tag, secret] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== sealVersion || nonce?.length !== 12 || tag?.length !== 16 || secret === undefined) {
    throw new SealBroken(stored.kid);
  }
  const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: 16 });
  decipher.setAAD(sealedFor(stored.document)).setAuthTag(tag);
  try {
    const secretKeyMultibase = Buffer.concat([decipher.update(secret), decipher.final()]).toString('utf8');
    return { kid: stored.kid, document: stored.document, secretKeyMultibase };
  } catch {
    throw new SealBroken(stored.kid);
  }
}

function sealedFor(document: PublicKeyDocument): Buffer {
  return Buffer.from(`${document.id}\n${document.publicKeyMultibase}`, 'utf8');
}

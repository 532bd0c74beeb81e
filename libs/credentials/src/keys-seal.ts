import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const sealVersion = 'v1';

/** The sealed key was written with another master key, belongs to another public key, or was altered. */
export class SealBroken extends Error {
  constructor(readonly kid: string) {
    super(`The private key ${kid} cannot be opened with this master key.`);
    this.name = 'SealBroken';
  }
}

/**
 * Reads a master key of 32 bytes, written as 64 hexadecimal digits or as base64. Throws a RangeError for anything else.
 */
export function readMasterKey(text: string): Uint8Array {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length !== 32) throw new RangeError('A master key is 32 bytes, as hexadecimal digits or base64.');
  return bytes;
}

/** AES-256-GCM over a private key; `boundTo` names its id and public half, so that moved to another row it does not open. */
export function seal(secret: string, boundTo: string, masterKey: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(boundTo, 'utf8'));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [sealVersion, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** Undoes `seal`. Throws SealBroken, which names the key. */
export function unseal(
  sealed: string,
  { kid, boundTo }: { readonly kid: string; readonly boundTo: string },
  masterKey: Uint8Array,
): string {
  const [version, ...parts] = sealed.split('.');
  const [nonce, tag, secret] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== sealVersion || nonce?.length !== 12 || tag?.length !== 16 || secret === undefined) {
    throw new SealBroken(kid);
  }
  const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(boundTo, 'utf8')).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(secret), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken(kid);
  }
}

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Raised when what was sealed under one secret is opened with another: the operator brought the wrong key file. */
export class SealBroken extends Error {
  constructor() {
    super(
      'What was sealed in the database cannot be opened with the configured AUTH_SECRET. Bring back the secret this database was made with.',
    );
    this.name = 'SealBroken';
  }
}

export type SealPurpose = 'signing-keys' | 'mail';

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. What was sealed for one purpose cannot be opened for another. */
export function seal(plain: Buffer, secret: string, purpose: SealPurpose): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws SealBroken when the secret is not the one it was sealed with. */
export function open(sealed: Buffer, secret: string, purpose: SealPurpose): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

function keyOf(secret: string, purpose: SealPurpose): Buffer {
  return createHash('sha256').update(`${secret}:${purpose}`).digest();
}

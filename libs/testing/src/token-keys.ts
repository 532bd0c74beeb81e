import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { onceInThisRun } from './once-in-this-run.js';

/** A pair that signs the access tokens of suites, made once in a run: it is not what they are about, and costs the time of a test. */
export async function tokenKeys(): Promise<{ readonly privateKey: KeyObject; readonly publicKey: KeyObject }> {
  const name = 'private-key.pem';
  const folder = await onceInThisRun('token-keys', async (place) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    await writeFile(join(place, name), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  });
  const privateKey = createPrivateKey(await readFile(join(folder, name)));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

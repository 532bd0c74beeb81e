import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { secretToken } from '#libs/platform';
import { z } from 'zod';

const secret = z.string().min(43);
const secretsSchema = z.object({
  /** Of the three database roles. */
  databasePasswords: z.object({ auth: secret, content: secret, quiz: secret }),
  authSecret: secret,
  /** Seals the keys that sign credentials. */
  credentialSecret: secret,
});
export type Secrets = z.output<typeof secretsSchema>;

export class SecretsUnreadable extends Error {
  constructor(path: string, reason: string) {
    super(
      `The secrets in ${path} cannot be used (${reason}). Bring the file back from a backup, or move the whole folder away to start afresh.`,
    );
    this.name = 'SecretsUnreadable';
  }
}

/** Made on the first start and never again: nothing secret is shipped, and a lost file is an error instead of a new one beside old data. */
export async function ensureSecrets(home: string): Promise<Secrets> {
  const path = join(home, 'secrets.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new SecretsUnreadable(path, error.code ?? 'unreadable');
  });
  if (text === null) return createSecrets(path);
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new SecretsUnreadable(path, 'it is damaged');
  return parsed.data;
}

async function createSecrets(path: string): Promise<Secrets> {
  const secrets: Secrets = {
    databasePasswords: { auth: secretToken(), content: secretToken(), quiz: secretToken() },
    authSecret: secretToken(),
    credentialSecret: secretToken(),
  };
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return secrets;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

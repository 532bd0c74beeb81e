import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { ServiceName } from '#libs/contracts';

/** Who may read a subfolder: the numeric user of the container that mounts it; `others` for those not named. */
export type Owners = Readonly<Record<string, number> & { others: number }>;

export interface SecretsOptions {
  /** One subfolder per consumer, so that nobody is handed what others need. */
  readonly folder: string;
  /** Null leaves files to whoever runs this. */
  readonly owners: Owners | null;
  /** `host:port` of the database server, as services reach it. */
  readonly databaseServer: string;
}

/** Some secrets are there and some are not: new ones beside old data would lock everybody out, so nothing is made. */
export class SecretsIncomplete extends Error {
  constructor(readonly missing: readonly string[]) {
    super(
      `These secrets are gone while others are still there: ${missing.join(', ')}. Bring them back from a backup; ` +
        'new ones would not fit the data. To start afresh, remove every volume: docker compose down --volumes.',
    );
    this.name = 'SecretsIncomplete';
  }
}

const services: readonly ServiceName[] = ['auth', 'content', 'quiz'];

/**
 * Makes every secret of a fresh installation, once. A second run changes nothing.
 * @returns the paths made, none when all were there.
 * @throws SecretsIncomplete when only some are there.
 */
export async function makeSecrets(options: SecretsOptions): Promise<string[]> {
  const files = contentsOf(options.databaseServer);
  const paths = Object.keys(files);
  const missing = await filter(paths, async (path) => !(await exists(join(options.folder, path))));
  if (missing.length > 0 && missing.length < paths.length) throw new SecretsIncomplete(missing);
  for (const path of missing) await write(path, files[path] ?? '', options);
  return missing;
}

/** The password of the first administrator, on its first reading; afterwards it is kept nowhere, and this is null. */
export async function takeAdminPassword(path: string): Promise<string | null> {
  const password = (await readFile(path, 'utf8')).trim();
  if (password === '') return null;
  await writeFile(path, '');
  return password;
}

function contentsOf(server: string): Record<string, string> {
  const superuserPassword = secret();
  const files: Record<string, string> = {
    'postgres/password': superuserPassword,
    'databases/superuser-url': `postgres://postgres:${superuserPassword}@${server}/postgres`,
    'auth/auth-secret': secret(),
    'quiz/quiz-secret': secret(),
    'admin/admin-password': secret().slice(0, 24),
    'grafana/password': secret().slice(0, 24),
  };
  for (const service of services) {
    const password = secret();
    files[`${service}/database-url`] = `postgres://waymark_${service}:${password}@${server}/waymark_${service}`;
    files[`databases/${service}-password`] = password;
  }
  return files;
}

async function write(path: string, content: string, { folder, owners }: SecretsOptions): Promise<void> {
  const target = join(folder, path);
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await writeFile(target, content, { mode: 0o600, flag: 'wx' });
  if (owners === null) return;
  const owner = owners[dirname(path)] ?? owners.others;
  for (const place of [target, parent]) await chown(place, owner, owner);
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function filter<T>(items: readonly T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(items.map(keep));
  return items.filter((_, index) => kept[index]);
}

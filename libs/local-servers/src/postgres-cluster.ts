import { spawn, type StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { LocalServerError } from './local-server-error.js';
import type { PostgresHost } from './postgres-host.js';

/**
 * Makes the data directory when there is none, and returns the superuser's password. It is built beside its place and
 * renamed when complete, so a start that dies half-way leaves nothing half-made behind.
 */
export async function ensureCluster(host: PostgresHost): Promise<string> {
  const { folder, user } = host;
  const cluster = folder.file('cluster');
  if (await exists(cluster)) {
    const password = (await folder.read('superuser.password'))?.trim();
    const parts = await Promise.all(['PG_VERSION', 'global/pg_control'].map((part) => exists(join(cluster, part))));
    if (password && parts.every(Boolean)) return password;
    throw new LocalServerError(
      'data_incomplete',
      `The database in ${folder.path} is incomplete: it was not made by Waymark, or files of it were deleted.`,
      `Restore the folder from a backup, or delete it to start with an empty database.`,
    );
  }
  const building = folder.file('cluster.building');
  await rm(building, { recursive: true, force: true });
  const password = randomBytes(18).toString('base64url');
  await writeFile(folder.file('superuser.password'), `${password}\n`, { mode: 0o600 });
  await mkdir(building, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder.path, user.uid, user.gid);
    await chown(building, user.uid, user.gid);
    await chown(folder.file('superuser.password'), user.uid, user.gid);
  }
  await initdb(host);
  await rename(building, cluster);
  return password;
}

async function initdb({ folder, user, binaries, seen, descriptors }: PostgresHost): Promise<void> {
  const flags = [
    `--pgdata=${seen('cluster.building')}`,
    '--username=postgres',
    `--pwfile=${seen('superuser.password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of text as in production, whatever this computer's language is.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', ...descriptors];
  const child = spawn(binaries.initdb, flags, { ...user, cwd: folder.path, stdio });
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new LocalServerError(
    'start_failed',
    `A database could not be made in ${folder.path}: ${log.trim().split('\n').at(-1) ?? `initdb ended with ${code}`}`,
    'See the message; often the disk is full or the folder does not allow changing its rights.',
    { cause: new Error(log) },
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

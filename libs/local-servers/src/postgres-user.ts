import { readFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';

import { LocalServerError, systemCodeOf } from './local-server-error.js';

/** Whom the server runs as; empty means as ourselves. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the data that is already there, else as `postgres`, else
 * as `nobody`; nothing is added to the system's users.
 */
export async function chooseServerUser(clusterPath: string): Promise<ServerUser> {
  const self = process.getuid?.();
  const owner = await dataOwnerOf(clusterPath);
  if (self !== 0) {
    if (owner?.uid !== undefined && owner.uid !== self) throw foreign(clusterPath, owner.uid);
    return {};
  }
  if (owner?.uid) return owner;
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user) {
    throw new LocalServerError(
      'start_failed',
      'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as.',
      'Start as an ordinary user.',
    );
  }
  return user;
}

async function dataOwnerOf(path: string): Promise<ServerUser | null> {
  try {
    const { uid, gid } = await lstat(path);
    return process.platform === 'win32' ? null : { uid, gid };
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function lookUp(name: string): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function foreign(path: string, uid: number): LocalServerError {
  return new LocalServerError(
    'data_foreign',
    `The database in ${path} belongs to another user (uid ${uid}).`,
    'Start as the user who created it, or name another folder.',
  );
}

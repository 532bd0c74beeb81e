import { createHash } from 'node:crypto';
import { cp, lstat, mkdtemp, chmod, open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import { LocalServerError } from './local-server-error.js';
import { loadBinaries, type Binaries } from './postgres-binaries.js';
import { chooseServerUser, type ServerUser } from './postgres-user.js';
import type { ServerFolder } from './server-folder.js';

/** Where and as whom a server runs, and how it sees its own files. */
export interface PostgresHost {
  readonly folder: ServerFolder;
  readonly user: ServerUser;
  readonly binaries: Binaries;
  /** The path of a file in the folder as the server must be told it. */
  seen(name: string): string;
  /** To be inherited by the server, from descriptor 3 on. */
  readonly descriptors: readonly number[];
  close(): Promise<void>;
}

/**
 * Started by root, the server runs as another user, and that user often cannot enter the checkout: `/root`, home folders
 * and temporary folders are closed to others. Nothing of theirs is opened up. The server inherits its folder as an open
 * descriptor, and runs from a copy of the binaries.
 */
export async function prepareHost(folder: ServerFolder): Promise<PostgresHost> {
  const user = await chooseServerUser(folder.file('cluster'));
  const own = await loadBinaries();
  if (user.uid === undefined) return openHost(folder, user, own);
  const binaries = (await closedParent(own.postgres)) ? await copiedBinaries(own) : own;
  const closed = await closedParent(folder.path);
  if (!closed) return openHost(folder, user, binaries);
  if (process.platform !== 'linux') throw notTraversable(closed);
  const handle = await open(folder.path, 'r');
  return {
    ...openHost(folder, user, binaries),
    seen: (name) => `/proc/self/fd/3/${name}`,
    descriptors: [handle.fd],
    close: () => handle.close(),
  };
}

function openHost(folder: ServerFolder, user: ServerUser, binaries: Binaries): PostgresHost {
  return { folder, user, binaries, seen: (name) => folder.file(name), descriptors: [], close: async () => {} };
}

/** The first folder on the way down that other users may not enter. */
async function closedParent(path: string): Promise<string | null> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** Kept between runs. Only a copy that belongs to us and that nobody else can write to is trusted. */
async function copiedBinaries(own: Binaries): Promise<Binaries> {
  const native = dirname(dirname(own.postgres));
  const { size, mtimeMs } = await stat(own.postgres);
  const key = createHash('sha256').update(`${native} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const place = join(tmpdir(), `waymark-postgres-${key}`);
  if (!(await isOurs(place))) {
    const building = await mkdtemp(`${place}.`);
    await cp(native, building, { recursive: true, verbatimSymlinks: true });
    await chmod(building, 0o755);
    await rename(building, place).catch(async () => {
      await rm(building, { recursive: true, force: true });
      if (!(await isOurs(place))) throw occupied(place);
    });
  }
  const within = (path: string) => join(place, 'bin', basename(path));
  return { initdb: within(own.initdb), postgres: within(own.postgres) };
}

async function isOurs(place: string): Promise<boolean> {
  const found = await lstat(place).catch(() => null);
  return found !== null && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

function occupied(place: string): LocalServerError {
  return new LocalServerError('folder_unusable', `${place} belongs to somebody else.`, 'Remove it.');
}

function notTraversable(folder: string): LocalServerError {
  return new LocalServerError(
    'folder_not_traversable',
    `PostgreSQL does not run as root, and the user it runs as cannot enter ${folder}.`,
    `Run "chmod o+x ${folder}", move the checkout to a folder that every user may enter, or start as an ordinary user.`,
  );
}

import { accessSync, constants } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { LocalServerError, systemCodeOf } from './local-server-error.js';
import { identityOf, isRunning } from './processes.js';

/**
 * The folder of one local server, claimed by one process at a time. The claim is a file that names the process and when
 * it started, so a claim left behind by `kill -9` is recognised as void.
 */
export class ServerFolder {
  private constructor(readonly path: string) {}

  /** Creates the folder when needed and claims it; refuses with `folder_unusable` or `folder_in_use`. */
  static async claim(path: string): Promise<ServerFolder> {
    const folder = new ServerFolder(resolve(path));
    try {
      await mkdir(folder.path, { recursive: true });
      accessSync(folder.path, constants.R_OK | constants.W_OK | constants.X_OK);
      await folder.writeClaim();
    } catch (error) {
      if (error instanceof LocalServerError) throw error;
      throw unusable(folder.path, error);
    }
    return folder;
  }

  file(name: string): string {
    return join(this.path, name);
  }

  async read(name: string): Promise<string | null> {
    try {
      return await readFile(this.file(name), 'utf8');
    } catch (error) {
      if (systemCodeOf(error) === 'ENOENT') return null;
      throw unusable(this.path, error);
    }
  }

  async release(): Promise<void> {
    await rm(this.file('owner.json'), { force: true });
  }

  private async writeClaim(): Promise<void> {
    const claim = JSON.stringify(identityOf(process.pid));
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        await writeFile(this.file('owner.json'), claim, { flag: 'wx' });
        return;
      } catch (error) {
        if (systemCodeOf(error) !== 'EEXIST') throw error;
        await this.removeVoidClaim();
      }
    }
    throw inUse(this.path, 'another process');
  }

  private async removeVoidClaim(): Promise<void> {
    const owner = await ownerOf(this.path);
    if (owner) throw inUse(this.path, `process ${owner}`);
    await this.release();
  }
}

/** The living process that claims a folder, if there is one. */
export async function ownerOf(path: string): Promise<number | null> {
  const claim = await readFile(join(path, 'owner.json'), 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const owner = parseOwner(claim);
  return owner && isRunning(owner) ? owner.pid : null;
}

function parseOwner(text: string): { pid: number; started: string } | null {
  try {
    const owner: unknown = JSON.parse(text);
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('started' in owner)) return null;
    return typeof owner.pid === 'number' && typeof owner.started === 'string'
      ? { pid: owner.pid, started: owner.started }
      : null;
  } catch {
    // A claim cut short by a crash or a full disk names nobody.
    return null;
  }
}

function unusable(path: string, cause: unknown): LocalServerError {
  return new LocalServerError(
    'folder_unusable',
    `The folder ${path} cannot be used (${systemCodeOf(cause) ?? String(cause)}).`,
    'Make it a folder that you can write to, or name another one.',
    { cause },
  );
}

function inUse(path: string, who: string): LocalServerError {
  return new LocalServerError(
    'folder_in_use',
    `The folder ${path} is in use by ${who}.`,
    'Stop the other one first, or name another folder.',
  );
}

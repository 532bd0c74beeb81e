import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { commandLineOf, hasEnded, signal } from './processes.js';
import { ownerOf } from './server-folder.js';

/**
 * Removes a server's folder that nobody uses any more, with whatever server was left running in it. Returns false, and
 * touches nothing, while the process that claimed it lives. Meant for throw-away folders: the server is killed.
 */
export async function discardServerFolder(path: string): Promise<boolean> {
  if (await ownerOf(path)) return false;
  for (const file of ['cluster/postmaster.pid', 'kafka.pid']) {
    const pid = existsSync(join(path, file)) ? Number.parseInt(await readFile(join(path, file), 'utf8'), 10) : 0;
    if (pid > 0 && /postgres|kafka/.test(commandLineOf(pid))) {
      signal(pid, 'SIGKILL');
      await hasEnded(pid, 5_000);
    }
  }
  // The killed server's children may write for a moment longer.
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  return true;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { systemCodeOf } from './local-server-error.js';
import { isAlive } from './processes.js';

/** The port of the server that runs in a folder right now, whoever started it; null when none does. */
export async function runningPostgresPort(dataDir: string): Promise<number | null> {
  const file = await readFile(join(dataDir, 'cluster/postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const [pid, , , port] = file.split('\n').map(Number);
  return pid && port && isAlive(pid) ? port : null;
}

import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { setByGlobalSetup, variables } from './environment.js';
import { openSuperuser } from './superuser.js';

/**
 * A folder that one worker of this run fills and all others find filled: for what is costly to make and only read, or
 * copied, afterwards. It goes with the run. A `make` that throws leaves nothing, and the next who asks tries again.
 */
export async function onceInThisRun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const place = join(setByGlobalSetup(variables.folder), name);
  if (existsSync(place)) return place;
  await alone(name, async () => {
    if (existsSync(place)) return;
    const building = `${place}.building`;
    await rm(building, { recursive: true, force: true });
    await mkdir(building);
    await make(building);
    await rename(building, place);
  });
  return place;
}

/** Lets one worker at a time do what goes by this name; the database server frees the lock of one that dies. */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const client = await openSuperuser();
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
    return await work();
  } finally {
    await client.end();
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runningPostgresPort } from '#libs/local-servers';
import { createDataSource, readSettings } from '#libs/platform';
import type { DataSource } from 'typeorm';
import { z } from 'zod';

export const services = z.enum(['auth', 'content', 'quiz']);
const settings = z.object({ DATABASE_URL: z.url().optional(), WAYMARK_HOME: z.string().default('.waymark') });
const secrets = z.object({ databasePasswords: z.record(services, z.string()) });

/** A mistake at the command line; its message is all there is to say. */
export class Misuse extends Error {}

/** The database of a service, for as long as `work` takes: of the running laptop platform, or the one in DATABASE_URL. */
export async function withServiceDatabase(
  service: z.output<typeof services>,
  program: string,
  work: (db: DataSource) => Promise<void>,
): Promise<void> {
  const url = await databaseUrl(service);
  const db = createDataSource({ service: program, url, poolMax: 1, entities: [], migrations: [] });
  await db.initialize();
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

/** Runs a command; what the one who typed it can mend is said in one line. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  await command().catch((error: unknown) => {
    const isMistake = error instanceof Misuse || (error instanceof Error && 'code' in error);
    if (!isMistake) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
}

async function databaseUrl(service: z.output<typeof services>): Promise<string> {
  const { DATABASE_URL, WAYMARK_HOME } = readSettings(settings);
  if (DATABASE_URL) return DATABASE_URL;
  const port = await runningPostgresPort(join(WAYMARK_HOME, 'postgres'));
  if (port === null) throw new Misuse('Waymark does not run here: start it with "npm start", or set DATABASE_URL.');
  const stored = secrets.parse(JSON.parse(await readFile(join(WAYMARK_HOME, 'secrets.json'), 'utf8')));
  const name = `waymark_${service}`;
  return `postgres://${name}:${stored.databasePasswords[service]}@127.0.0.1:${port}/${name}`;
}

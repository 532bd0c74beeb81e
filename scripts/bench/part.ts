import { join } from 'node:path';

import { startEmbeddedPostgres } from '#libs/local-servers';
import pg from 'pg';

/** What was asked for at the command line. */
export interface Asked {
  /** A folder of this run. */
  readonly home: string;
  readonly rounds: number;
  readonly size: number | undefined;
}

export interface Shown {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Measured {
  /** For `--json`. */
  readonly figures: Record<string, unknown>;
  /** For people. */
  readonly tables: readonly Shown[];
}

/** A PostgreSQL of its own with these databases, for as long as `work` takes. */
export async function withDatabases<Result>(
  { home }: Asked,
  names: readonly string[],
  work: (urlOf: (name: string) => string) => Promise<Result>,
): Promise<Result> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, 'postgres') });
  try {
    const client = new pg.Client({ connectionString: postgres.superuserUrl });
    await client.connect();
    for (const name of names) await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    return await work((name) => Object.assign(new URL(postgres.superuserUrl), { pathname: `/${name}` }).href);
  } finally {
    await postgres.stop();
  }
}

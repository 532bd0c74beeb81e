import type { Client } from 'pg';

import { setByGlobalSetup, variables } from './environment.js';

/** Runs one statement as superuser in the database `postgres` of the run's server. */
export async function asSuperuser(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = await openSuperuser();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A session of the superuser in the database `postgres`; the caller ends it. */
export async function openSuperuser(): Promise<Client> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserUrl() });
  await client.connect();
  return client;
}

export function superuserUrl(): string {
  return setByGlobalSetup(variables.databaseUrl);
}

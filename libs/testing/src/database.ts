import { randomBytes } from 'node:crypto';

import pg from 'pg';
import { DataSource, type MixedList, type EntitySchema } from 'typeorm';

import { variables } from './environment.js';

export interface TestDatabaseOptions {
  /** Migration classes, run in this order. */
  readonly migrations?: readonly Function[];
  readonly entities?: MixedList<Function | string | EntitySchema>;
  /** Connections of the pool; 10 by default. */
  readonly poolMax?: number;
}

export interface TestDatabase {
  readonly url: string;
  /** Connected and migrated. */
  readonly dataSource: DataSource;
  /** Closes the data source and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** A fresh, migrated PostgreSQL database of its own for a spec file. Call `drop()` in `afterAll`. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name}`);
  const url = databaseUrl(name);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: options.entities ?? [],
    migrations: [...(options.migrations ?? [])],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: { max: options.poolMax ?? 10 },
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  return {
    url,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Runs one statement as superuser in the database `postgres` of the run's server. */
export async function asSuperuser(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: superuserUrl() });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

export function superuserUrl(): string {
  const url = process.env[variables.databaseUrl];
  if (url) return url;
  throw new Error(`No test database: jest's globalSetup (libs/testing) sets ${variables.databaseUrl}.`);
}

function databaseUrl(name: string): string {
  const url = new URL(superuserUrl());
  url.pathname = `/${name}`;
  return url.href;
}

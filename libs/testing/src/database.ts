import { createHash, randomBytes } from 'node:crypto';

import type { DataSource, EntitySchema, MixedList } from 'typeorm';

import { setByGlobalSetup, variables } from './environment.js';
import { alone } from './once-in-this-run.js';
import { asSuperuser, superuserUrl } from './superuser.js';

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
  const template = await migratedTemplate(options.migrations ?? []);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = databaseUrl(name);
  const dataSource = await connect(url, options);
  return {
    url,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** A database that these migrations have made, once in this run: to copy it is far quicker than to migrate another. */
async function migratedTemplate(migrations: readonly Function[]): Promise<string> {
  if (migrations.length === 0) return 'template1';
  const code = createHash('sha256').update(migrations.map((migration) => `${migration.name}\n${migration}`).join('\n'));
  const name = `${templatesOfThisRun()}_${code.digest('hex').slice(0, 12)}`;
  await alone(name, async () => {
    if ((await asSuperuser('SELECT 1 FROM pg_database WHERE datname = $1', [name])).length > 0) return;
    const building = `${name}_building`;
    await asSuperuser(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await asSuperuser(`CREATE DATABASE ${building}`);
    const dataSource = await connect(databaseUrl(building), { migrations });
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    await asSuperuser(`ALTER DATABASE ${building} RENAME TO ${name}`);
  });
  return name;
}

async function connect(url: string, { entities, migrations = [], poolMax = 10 }: TestDatabaseOptions) {
  // Loaded on use, here and below: each spec file loads its modules anew, and most need no database.
  const { DataSource } = await import('typeorm');
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: entities ?? [],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: { max: poolMax },
  });
  return dataSource.initialize();
}

/** Removes the templates of this run from a server that outlives it. */
export async function dropTemplates(): Promise<void> {
  const rows = await asSuperuser('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
    templatesOfThisRun(),
  ]);
  for (const { datname } of rows) await asSuperuser(`DROP DATABASE IF EXISTS ${String(datname)} WITH (FORCE)`);
}

function templatesOfThisRun(): string {
  const run = createHash('sha256').update(setByGlobalSetup(variables.folder)).digest('hex').slice(0, 12);
  return `test_template_${run}`;
}

function databaseUrl(name: string): string {
  const url = new URL(superuserUrl());
  url.pathname = `/${name}`;
  return url.href;
}

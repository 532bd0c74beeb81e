import type { ClientBase, Pool, QueryResultRow } from 'pg';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  readonly service: string;
  readonly url: string;
  readonly poolMax: number;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly MigrationClass[];
}

const migrationLock = 7_247_001;

/** A DataSource with every limit stated: nothing waits for ever on a database that does not answer. */
export function createDataSource({ service, url, poolMax, entities, migrations }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: `waymark-${service}`,
    entities: [...entities] as never[],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: poolMax,
    connectTimeoutMS: 5_000,
    extra: {
      statement_timeout: 15_000,
      query_timeout: 20_000,
      idle_in_transaction_session_timeout: 30_000,
      idleTimeoutMillis: 30_000,
      // A prepared statement keeps the plan of its first runs: on a young, small table that would be a full scan for good.
      options: '-c random_page_cost=1.1',
      keepAlive: true,
    },
  });
}

/**
 * Brings the schema up to date. TypeORM takes no lock of its own, so several hosts starting at once queue on an advisory
 * lock; whoever comes second finds nothing left to do.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await runner.query("SET lock_timeout = '5s'");
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('RESET lock_timeout').catch(() => undefined);
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await runner.release();
  }
}

/** The pg pool under a DataSource: for hot paths that need named prepared statements, which TypeORM does not offer. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

/** A statement that PostgreSQL plans once per connection. One round trip: in the transaction of a manager that has one, or its own. */
export interface Prepared<Row extends QueryResultRow> {
  (source: DataSource | EntityManager, values: readonly unknown[]): Promise<Row[]>;
}

export function prepared<Row extends QueryResultRow>(name: string, text: string): Prepared<Row> {
  return async (source, values) => {
    const connection = source instanceof DataSource ? poolOf(source) : await connectionOf(source);
    const result = await connection.query<Row>({ name, text, values: values as unknown[] });
    return result.rows;
  };
}

async function connectionOf({ queryRunner, dataSource }: EntityManager): Promise<Pool | ClientBase> {
  return queryRunner === undefined ? poolOf(dataSource) : queryRunner.connect();
}

/** Runs raw SQL inside the transaction of `manager`; the row type is the caller's promise about its own SQL. */
export function rows<Row>(
  manager: EntityManager | DataSource,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return manager.query(sql, values as unknown[]);
}

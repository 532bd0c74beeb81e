import pg from 'pg';
import type { DataSource } from 'typeorm';

import type { Queryable } from './outbox-table.js';

/** Any number that nothing else locks in a service's database. */
const relayLock = [7_247, 2] as const;

/**
 * The relay's own connection, which is also its right to be the relay: the advisory lock lives and dies with the session.
 * Rows are read and marked on this connection only, so a relay that lost its role cannot mark anything any more.
 */
export class RelayConnection implements Queryable {
  private constructor(private readonly client: pg.Client) {}

  private isOpen = true;

  /** Connects and asks for the role; null while another process has it. */
  static async tryTakeRole(dataSource: DataSource): Promise<RelayConnection | null> {
    const client = new pg.Client(clientOptions(dataSource));
    const connection = new RelayConnection(client);
    // Without a listener the loss of an idle connection would end the process.
    client.on('error', () => (connection.isOpen = false));
    client.on('end', () => (connection.isOpen = false));
    try {
      await client.connect();
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1, $2) AS has_role', [...relayLock]);
      if (rows[0]?.has_role === true) return connection;
      await connection.close();
      return null;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** Null once the connection is gone: then the role is gone as well. */
  get hasRole(): boolean {
    return this.isOpen;
  }

  async query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    try {
      return await this.client.query(sql, values);
    } catch (error) {
      // After a failure nobody knows what the session holds; a new one asks for the role again.
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.isOpen = false;
    await this.client.end().catch(() => undefined);
  }
}

function clientOptions({ options }: DataSource): pg.ClientConfig {
  if (options.type !== 'postgres' || !options.url) throw new Error('The relay needs the URL of a PostgreSQL database.');
  return {
    connectionString: options.url,
    application_name: 'waymark-relay',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    keepAlive: true,
  };
}

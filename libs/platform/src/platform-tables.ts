import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { DataSource } from 'typeorm';

import type { KeyStore, PublicJwk } from './key-source.js';

/** Tables that the platform itself keeps in each service's database. */
export class CreatePlatformTables1764000000000 implements MigrationInterface {
  readonly name = 'CreatePlatformTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trusted_key (
        kid text PRIMARY KEY,
        jwk jsonb NOT NULL,
        fetched_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE idempotency_key (
        caller text NOT NULL,
        route text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        status int,
        body jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller, route, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key; DROP TABLE trusted_key');
  }
}

/** Keeps the public keys of `auth` in this service's database, so that tokens verify after a restart while `auth` is away. */
export class DatabaseKeyStore implements KeyStore {
  constructor(private readonly dataSource: DataSource) {}

  async load(): Promise<PublicJwk[]> {
    const found: { jwk: PublicJwk }[] = await this.dataSource.query('SELECT jwk FROM trusted_key');
    return found.map((row) => row.jwk);
  }

  async save(keys: readonly PublicJwk[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('DELETE FROM trusted_key WHERE kid <> ALL ($1)', [keys.map((key) => key.kid)]);
      await manager.query(
        `INSERT INTO trusted_key (kid, jwk) SELECT key->>'kid', key FROM jsonb_array_elements($1::jsonb) AS key
         ON CONFLICT (kid) DO UPDATE SET jwk = excluded.jwk, fetched_at = now()`,
        [JSON.stringify(keys)],
      );
    });
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuthTables1764000001000 implements MigrationInterface {
  readonly name = 'CreateAuthTables1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE,
        display_name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'suspended')),
        tokens_valid_from timestamptz NOT NULL,
        version int NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX account_tokens_valid_from ON account (tokens_valid_from);

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        user_agent text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        idle_until timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_because text
      );
      CREATE INDEX session_account ON session (account_id, created_at) WHERE revoked_at IS NULL;

      CREATE TABLE refresh_token (
        hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
        client_mark bytea NOT NULL,
        created_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX refresh_token_session ON refresh_token (session_id);

      CREATE TABLE sign_in_throttle (
        scope text NOT NULL,
        key bytea NOT NULL,
        failures int NOT NULL,
        blocked_until timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (scope, key)
      );

      CREATE TABLE sign_in_audit (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        account_id uuid,
        outcome text NOT NULL,
        address text NOT NULL,
        user_agent text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_audit_account ON sign_in_audit (account_id, at);

      CREATE TABLE signing_key (
        kid text PRIMARY KEY,
        sealed_private_key bytea NOT NULL,
        public_jwk jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        signs_from timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signing_key, sign_in_audit, sign_in_throttle, refresh_token, session, account');
  }
}

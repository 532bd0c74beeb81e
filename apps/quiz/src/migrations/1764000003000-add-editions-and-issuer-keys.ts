import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddEditionsAndIssuerKeys1764000003000 implements MigrationInterface {
  readonly name = 'AddEditionsAndIssuerKeys1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE issuer_key
        ADD COLUMN kind text NOT NULL DEFAULT 'ed25519' CHECK (kind IN ('ed25519', 'rsa')),
        -- Whose credentials it signs: where the public address changes, keys of the new one sign.
        ADD COLUMN issuer_url text,
        ADD COLUMN signs_from timestamptz,
        -- The administrator who asked for it; null for the first keys, which the service makes.
        ADD COLUMN made_by uuid,
        ADD COLUMN reason text,
        -- A retired key has no private half any more; the public one stays for ever.
        ALTER COLUMN sealed_private_key DROP NOT NULL;
      UPDATE issuer_key SET issuer_url = document ->> 'controller', signs_from = created_at;
      ALTER TABLE issuer_key
        ALTER COLUMN kind DROP DEFAULT,
        ALTER COLUMN issuer_url SET NOT NULL,
        ALTER COLUMN signs_from SET NOT NULL;

      ALTER TABLE credential
        -- The same credential as a JWT; null for what was signed before there were any.
        ADD COLUMN jwt text,
        ADD COLUMN expires_at timestamptz,
        -- When it was first earned: later editions keep it.
        ADD COLUMN awarded_at timestamptz,
        -- Its place in the lists that tell its status: the number of the list, and a random index.
        ADD COLUMN status_list int,
        ADD COLUMN status_index int CHECK (status_index BETWEEN 0 AND 131071);
      -- Half a list is used, so that a free index is found by guessing: see status-lists.
      CREATE SEQUENCE status_list_ticket AS bigint;
      WITH placed AS (SELECT id, row_number() OVER (ORDER BY random()) - 1 AS ticket FROM credential),
        shuffled AS (
          SELECT index, row_number() OVER (ORDER BY random()) - 1 AS place FROM generate_series(0, 131071) AS index
        )
      UPDATE credential SET awarded_at = issued_at, status_list = 1 + ticket / 65536, status_index = shuffled.index
      FROM placed JOIN shuffled ON shuffled.place = placed.ticket % 65536
      WHERE placed.id = credential.id;
      SELECT setval('status_list_ticket', greatest(count(*), 1), count(*) > 0) FROM credential;
      ALTER TABLE credential
        ALTER COLUMN awarded_at SET NOT NULL,
        ALTER COLUMN status_list SET NOT NULL,
        ALTER COLUMN status_index SET NOT NULL;
      CREATE UNIQUE INDEX credential_status_place ON credential (status_list, status_index);
      -- What a list is built from: the few that are not active.
      CREATE INDEX credential_status_set ON credential (status_list, status, status_index) WHERE status <> 'active';
      -- The newest signed edition of each list, shared by all replicas: written when somebody asks and it is old or out of date.
      CREATE TABLE status_list_edition (
        list int NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('revocation', 'suspension')),
        -- Only ever grows: who keeps an edition may refuse an older one.
        valid_from timestamptz NOT NULL,
        -- Of the indexes that are set.
        digest text NOT NULL,
        document text NOT NULL,
        jwt text NOT NULL,
        PRIMARY KEY (list, purpose)
      );
      CREATE INDEX credential_expiring ON credential (expires_at) WHERE expires_at IS NOT NULL AND status <> 'revoked'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential
        DROP COLUMN jwt, DROP COLUMN expires_at, DROP COLUMN awarded_at, DROP COLUMN status_list, DROP COLUMN status_index;
      DROP SEQUENCE status_list_ticket;
      DROP TABLE status_list_edition;
      DELETE FROM issuer_key WHERE kind = 'rsa' OR sealed_private_key IS NULL;
      ALTER TABLE issuer_key
        DROP COLUMN kind, DROP COLUMN issuer_url, DROP COLUMN signs_from, DROP COLUMN made_by, DROP COLUMN reason,
        ALTER COLUMN sealed_private_key SET NOT NULL`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCredentials1764000002200 implements MigrationInterface {
  readonly name = 'CreateCredentials1764000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credential (
        id uuid PRIMARY KEY,
        learner_id uuid NOT NULL,
        -- \`section:<id>\` or \`course:<id>\`.
        achievement_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('section_badge', 'course_certificate')),
        course_id uuid NOT NULL,
        section_id uuid,
        attempt_id uuid NOT NULL,
        -- What the achievement and the learner were called when it was issued: a credential is not rewritten.
        title text NOT NULL,
        course_title text NOT NULL,
        learner_name text NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'suspended', 'revoked')),
        status_reason text,
        document jsonb NOT NULL,
        issued_at timestamptz NOT NULL,
        version int NOT NULL,
        CHECK ((kind = 'section_badge') = (section_id IS NOT NULL))
      );
      -- Never two live ones, not even for a moment; a revoked one stays on record and can be earned anew.
      CREATE UNIQUE INDEX credential_live ON credential (learner_id, achievement_id) WHERE status <> 'revoked';
      CREATE INDEX credential_learner ON credential (learner_id, issued_at DESC, id);
      CREATE INDEX credential_course ON credential (course_id, kind, learner_id);

      CREATE TABLE issuer_key (
        kid text PRIMARY KEY,
        -- The public key document, as it is served: a Multikey.
        document jsonb NOT NULL,
        sealed_private_key text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE issuer_key, credential');
  }
}

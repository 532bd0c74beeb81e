import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCredentialChanges1764000002520 implements MigrationInterface {
  readonly name = 'CreateCredentialChanges1764000002520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rows are only added: what was decided about a credential, why, and what brought it about.
      CREATE TABLE credential_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        credential_id uuid NOT NULL REFERENCES credential (id),
        decision text NOT NULL CHECK (decision IN ('issued', 'suspended', 'kept', 'reinstated', 'revoked')),
        reason text NOT NULL,
        cause text NOT NULL CHECK (cause IN ('graded', 'voided', 'regraded', 'marked')),
        -- The attempt, or the regrade.
        cause_id uuid NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX credential_change_of ON credential_change (credential_id, id);
      -- One regrade of several attempts of a learner is one decision.
      CREATE UNIQUE INDEX credential_change_kept ON credential_change (credential_id, cause_id) WHERE decision = 'kept';
      INSERT INTO credential_change (credential_id, decision, reason, cause, cause_id, changed_at)
      SELECT id, 'issued', 'It was earned.', 'graded', attempt_id, issued_at FROM credential ORDER BY issued_at, id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE credential_change');
  }
}

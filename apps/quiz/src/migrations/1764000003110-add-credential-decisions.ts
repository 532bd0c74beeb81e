import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddCredentialDecisions1764000003110 implements MigrationInterface {
  readonly name = 'AddCredentialDecisions1764000003110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential_change
        -- Who decided; null where a rule of ours did.
        ADD COLUMN actor uuid,
        ALTER COLUMN cause_id DROP NOT NULL,
        DROP CONSTRAINT credential_change_decision_check,
        DROP CONSTRAINT credential_change_cause_check;
      ALTER TABLE credential_change
        ADD CONSTRAINT credential_change_decision_check
          CHECK (decision IN ('issued', 'suspended', 'kept', 'reinstated', 'revoked', 'renewed')),
        ADD CONSTRAINT credential_change_cause_check
          CHECK (cause IN ('graded', 'voided', 'regraded', 'marked', 'decided', 'erased', 'renewed')),
        ADD CONSTRAINT credential_change_actor_check CHECK (cause <> 'decided' OR actor IS NOT NULL);
      -- One renewal attempt renews once, however often its grade is delivered.
      CREATE UNIQUE INDEX credential_change_renewed ON credential_change (credential_id, cause_id) WHERE decision = 'renewed';

      CREATE INDEX credential_newest ON credential (issued_at DESC, id DESC);
      CREATE INDEX credential_newest_of_course ON credential (course_id, issued_at DESC, id DESC);

      -- One row for each reminder announced: of an edition (its end), so many days ahead.
      CREATE TABLE credential_reminder (
        credential_id uuid NOT NULL REFERENCES credential (id),
        expires_at timestamptz NOT NULL,
        days_left int NOT NULL CHECK (days_left IN (90, 30, 7, 0)),
        announced_at timestamptz NOT NULL,
        PRIMARY KEY (credential_id, expires_at, days_left)
      );

      -- An erased person is a row without a name: an older event of the account must not bring it back.
      ALTER TABLE person DROP CONSTRAINT person_status_check;
      ALTER TABLE person ADD CONSTRAINT person_status_check CHECK (status IN ('active', 'suspended', 'erased'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM person WHERE status = 'erased';
      ALTER TABLE person DROP CONSTRAINT person_status_check;
      ALTER TABLE person ADD CONSTRAINT person_status_check CHECK (status IN ('active', 'suspended'));
      DROP TABLE credential_reminder;
      DROP INDEX credential_newest, credential_newest_of_course, credential_change_renewed;
      DELETE FROM credential_change WHERE cause IN ('decided', 'erased', 'renewed') OR decision = 'renewed';
      ALTER TABLE credential_change
        DROP COLUMN actor,
        ALTER COLUMN cause_id SET NOT NULL,
        DROP CONSTRAINT credential_change_decision_check,
        DROP CONSTRAINT credential_change_cause_check,
        ADD CONSTRAINT credential_change_decision_check
          CHECK (decision IN ('issued', 'suspended', 'kept', 'reinstated', 'revoked')),
        ADD CONSTRAINT credential_change_cause_check CHECK (cause IN ('graded', 'voided', 'regraded', 'marked'))`);
  }
}

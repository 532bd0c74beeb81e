import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What brought a credential to its status, and when: whether a person or a rule did decides what may change it again. */
export class AddCredentialStatusCause1764000003120 implements MigrationInterface {
  readonly name = 'AddCredentialStatusCause1764000003120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential ADD COLUMN status_cause text, ADD COLUMN status_changed_at timestamptz;
      UPDATE credential c SET status_cause = last.cause, status_changed_at = last.changed_at
      FROM (SELECT DISTINCT ON (credential_id) credential_id, cause, changed_at FROM credential_change
        WHERE decision <> 'kept' ORDER BY credential_id, id DESC) AS last
      WHERE last.credential_id = c.id;
      CREATE INDEX credential_achievement ON credential (learner_id, achievement_id, issued_at DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX credential_achievement;
      ALTER TABLE credential DROP COLUMN status_cause, DROP COLUMN status_changed_at`);
  }
}

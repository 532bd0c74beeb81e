import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A renewal is an attempt like any other to whoever saves, ends and grades it, and no attempt at all to whoever counts: those
 * ask for purpose = 'exam'. Numbers and the one open attempt are of a learner, a section and a purpose.
 */
export class AddAttemptPurpose1764000003100 implements MigrationInterface {
  readonly name = 'AddAttemptPurpose1764000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attempt
        ADD COLUMN purpose text NOT NULL DEFAULT 'exam',
        -- The credential that a renewal is for.
        ADD COLUMN credential_id uuid;
      ALTER TABLE attempt DROP CONSTRAINT attempt_learner_id_section_id_number_key;
      CREATE UNIQUE INDEX attempt_number ON attempt (learner_id, section_id, purpose, number);
      DROP INDEX attempt_open, attempt_start_key;
      CREATE UNIQUE INDEX attempt_open ON attempt (learner_id, section_id, purpose) WHERE state = 'in_progress';
      CREATE UNIQUE INDEX attempt_start_key ON attempt (learner_id, section_id, purpose, start_key)
        WHERE start_key IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM response WHERE attempt_id IN (SELECT id FROM attempt WHERE purpose <> 'exam');
      DELETE FROM paper WHERE attempt_id IN (SELECT id FROM attempt WHERE purpose <> 'exam');
      DELETE FROM attempt WHERE purpose <> 'exam';
      DROP INDEX attempt_number, attempt_open, attempt_start_key;
      ALTER TABLE attempt DROP COLUMN purpose, DROP COLUMN credential_id, ADD UNIQUE (learner_id, section_id, number);
      CREATE UNIQUE INDEX attempt_open ON attempt (learner_id, section_id) WHERE state = 'in_progress';
      CREATE UNIQUE INDEX attempt_start_key ON attempt (learner_id, section_id, start_key) WHERE start_key IS NOT NULL`);
  }
}

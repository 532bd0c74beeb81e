import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grows with every change of a section's counts, so that figures worked out once are known to be current. */
export class AddItemRevisions1764000002610 implements MigrationInterface {
  readonly name = 'AddItemRevisions1764000002610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE item_section (section_id uuid PRIMARY KEY, revision int NOT NULL) WITH (fillfactor = 70)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE item_section');
  }
}

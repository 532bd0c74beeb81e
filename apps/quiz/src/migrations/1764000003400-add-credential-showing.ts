import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether the public page, picture and certificate name the holder. What was public so far stays so; from now on a name is shown only
 * once its holder has said so, because a link travels further than its holder sees.
 */
export class AddCredentialShowing1764000003400 implements MigrationInterface {
  readonly name = 'AddCredentialShowing1764000003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credential ADD COLUMN shows_name boolean NOT NULL DEFAULT true;
      ALTER TABLE credential ALTER COLUMN shows_name SET DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE credential DROP COLUMN shows_name');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Null for a course that was last published before its manifests named an owner: only admins decide about it until then. */
export class AddCourseOwner1764000002500 implements MigrationInterface {
  readonly name = 'AddCourseOwner1764000002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE course ADD COLUMN owner_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE course DROP COLUMN owner_id');
  }
}

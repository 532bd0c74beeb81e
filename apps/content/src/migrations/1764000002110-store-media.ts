import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures are kept once, whichever courses show them: their name is made of their content. */
export class StoreMedia1764000002110 implements MigrationInterface {
  readonly name = 'StoreMedia1764000002110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE media (
        name text PRIMARY KEY,
        media_type text NOT NULL,
        width int NOT NULL,
        height int NOT NULL,
        size int NOT NULL,
        bytes bytea NOT NULL
      );
      -- Pictures are packed already.
      ALTER TABLE media ALTER COLUMN bytes SET STORAGE EXTERNAL;
      CREATE TRIGGER media_is_immutable BEFORE UPDATE ON media FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE course_media (
        course_id uuid NOT NULL REFERENCES course,
        name text NOT NULL REFERENCES media,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (course_id, name)
      );
      CREATE INDEX course_media_newest ON course_media (course_id, added_at DESC, name DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE course_media, media');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContentTables1764000002000 implements MigrationInterface {
  readonly name = 'CreateContentTables1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        version int NOT NULL,
        tokens_valid_from timestamptz NOT NULL
      );
      CREATE INDEX person_tokens_valid_from ON person (tokens_valid_from);

      CREATE TABLE course (
        id uuid PRIMARY KEY,
        slug text NOT NULL CONSTRAINT course_slug UNIQUE,
        title text NOT NULL,
        summary text NOT NULL,
        owner_id uuid NOT NULL,
        version int NOT NULL,
        publication int,
        is_archived boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX course_newest ON course (updated_at DESC, id DESC);
      CREATE INDEX course_owner ON course (owner_id, updated_at DESC, id DESC);

      CREATE TABLE section (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL REFERENCES course,
        external_key text,
        position int NOT NULL,
        title text NOT NULL,
        prose text NOT NULL,
        is_required boolean NOT NULL,
        prerequisites uuid[] NOT NULL,
        policy jsonb NOT NULL,
        topics jsonb NOT NULL,
        resources jsonb NOT NULL,
        version int NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT section_position UNIQUE (course_id, position) DEFERRABLE INITIALLY DEFERRED
      );

      CREATE TABLE question (
        id uuid PRIMARY KEY,
        ordinal bigint GENERATED ALWAYS AS IDENTITY,
        section_id uuid NOT NULL REFERENCES section ON DELETE CASCADE,
        key text,
        version int NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT question_key UNIQUE (section_id, key)
      );
      CREATE UNIQUE INDEX question_in_section ON question (section_id, ordinal);

      CREATE TABLE question_version (
        question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
        version int NOT NULL,
        body jsonb NOT NULL,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (question_id, version)
      );

      CREATE TABLE publication (
        course_id uuid NOT NULL REFERENCES course,
        number int NOT NULL,
        manifest jsonb NOT NULL,
        sections jsonb NOT NULL,
        section_count int NOT NULL,
        question_count int NOT NULL,
        published_by uuid NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (course_id, number)
      );

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER question_version_is_immutable BEFORE UPDATE ON question_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER publication_is_immutable BEFORE UPDATE OR DELETE ON publication
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE publication, question_version, question, section, course, person;
      DROP FUNCTION refuse_change()`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Read models of what `content` and `auth` announce. They hold no constraint that another service enforces: a slug or an
 * address that moved from one aggregate to another arrives in any order.
 */
export class CreateCatalogAndPeople1764000002000 implements MigrationInterface {
  readonly name = 'CreateCatalogAndPeople1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        user_id uuid PRIMARY KEY,
        version int NOT NULL,
        email text NOT NULL,
        display_name text NOT NULL,
        roles text[] NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'suspended')),
        tokens_valid_from timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX person_email ON person (lower(email));
      CREATE INDEX person_tokens_valid_from ON person (tokens_valid_from);

      CREATE TABLE course (
        course_id uuid PRIMARY KEY,
        slug text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        live_publication int NOT NULL,
        section_count int NOT NULL,
        published_at timestamptz NOT NULL,
        is_archived boolean NOT NULL DEFAULT false
      );
      CREATE INDEX course_slug ON course (slug, published_at DESC);

      CREATE TABLE publication (
        course_id uuid NOT NULL,
        number int NOT NULL,
        manifest jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (course_id, number)
      );

      CREATE TABLE published_section (
        course_id uuid NOT NULL,
        publication int NOT NULL,
        section_id uuid NOT NULL,
        position int NOT NULL,
        title text NOT NULL,
        is_required boolean NOT NULL,
        content jsonb NOT NULL,
        PRIMARY KEY (course_id, publication, section_id)
      );
      CREATE INDEX published_section_by_section ON published_section (section_id, publication)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE published_section, publication, course, person');
  }
}

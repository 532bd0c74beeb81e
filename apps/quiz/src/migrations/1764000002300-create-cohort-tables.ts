import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCohortTables1764000002300 implements MigrationInterface {
  readonly name = 'CreateCohortTables1764000002300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cohort (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        course_id uuid NOT NULL,
        is_archived boolean NOT NULL DEFAULT false,
        -- Grows with each change of the cohort itself; enrolments have versions of their own.
        version int NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        -- Idempotency-Key of the creation, so that its repeat finds this cohort and makes no second one.
        create_key text
      );
      CREATE INDEX cohort_newest ON cohort (created_at DESC, id DESC);
      CREATE UNIQUE INDEX cohort_create_key ON cohort (created_by, create_key) WHERE create_key IS NOT NULL;

      CREATE TABLE cohort_instructor (
        cohort_id uuid NOT NULL REFERENCES cohort (id),
        instructor_id uuid NOT NULL,
        added_by uuid NOT NULL,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (cohort_id, instructor_id)
      );
      CREATE INDEX cohort_instructor_person ON cohort_instructor (instructor_id, cohort_id);

      CREATE TABLE enrolment (
        cohort_id uuid NOT NULL REFERENCES cohort (id),
        learner_id uuid NOT NULL,
        -- Grows with each enrolment and removal.
        version int NOT NULL,
        enrolled_by uuid NOT NULL,
        enrolled_at timestamptz NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (cohort_id, learner_id)
      );
      CREATE INDEX enrolment_learner ON enrolment (learner_id, cohort_id) WHERE removed_at IS NULL;

      -- A dashboard asks for the few attempts that are open, never for the many that are over.
      CREATE INDEX attempt_open_in_course ON attempt (course_id, learner_id) WHERE state = 'in_progress'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX attempt_open_in_course; DROP TABLE enrolment, cohort_instructor, cohort');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No CHECK on `attempt` and `response`: PostgreSQL reads the text of each such constraint anew in every statement that
 * writes, which cost a fifth of a submission. The rules of libs/assessment and the specs hold what they would say.
 */
export class CreateAttemptsAndProgress1764000002100 implements MigrationInterface {
  readonly name = 'CreateAttemptsAndProgress1764000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attempt (
        id uuid PRIMARY KEY,
        learner_id uuid NOT NULL,
        course_id uuid NOT NULL,
        section_id uuid NOT NULL,
        publication int NOT NULL,
        number int NOT NULL,
        state text NOT NULL,
        -- Grows with each event of the attempt; saves are no events.
        version int NOT NULL,
        -- Grows with each stored answer: a grade that did not see the newest answer is refused by it.
        saves int NOT NULL DEFAULT 0,
        -- Idempotency-Key of the start, so that its repeat finds this attempt and not a new one.
        start_key text,
        started_at timestamptz NOT NULL,
        deadline_at timestamptz,
        -- Newest of start, save and end.
        last_activity_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by text,
        graded_at timestamptz,
        score numeric,
        score_max numeric,
        percent numeric,
        has_passed boolean,
        voided_at timestamptz,
        voided_by uuid,
        void_reason text,
        sweep_claimed_until timestamptz,
        UNIQUE (learner_id, section_id, number)
      ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
      CREATE UNIQUE INDEX attempt_open ON attempt (learner_id, section_id) WHERE state = 'in_progress';
      CREATE UNIQUE INDEX attempt_start_key ON attempt (learner_id, section_id, start_key) WHERE start_key IS NOT NULL;
      CREATE INDEX attempt_due ON attempt (deadline_at) WHERE state = 'in_progress' AND deadline_at IS NOT NULL;
      CREATE INDEX attempt_course_learner ON attempt (course_id, learner_id);

      -- Never changes; apart from the attempt, whose row every save writes anew and should be small.
      CREATE TABLE paper (
        attempt_id uuid PRIMARY KEY,
        seed text NOT NULL,
        places jsonb NOT NULL
      );

      -- No foreign key to attempt: every write of a response locks its attempt row in the same statement.
      CREATE TABLE response (
        attempt_id uuid NOT NULL,
        question_id uuid NOT NULL,
        -- 0 for a question of a graded paper that was never answered.
        sequence bigint NOT NULL,
        answer jsonb,
        saved_at timestamptz NOT NULL,
        score numeric,
        outcome text,
        PRIMARY KEY (attempt_id, question_id)
      ) WITH (fillfactor = 85);

      CREATE TABLE progress (
        learner_id uuid NOT NULL,
        section_id uuid NOT NULL,
        course_id uuid NOT NULL,
        best_percent numeric,
        best_score numeric,
        score_max numeric,
        passed_at timestamptz,
        -- Attempts that are not voided, open ones included.
        attempts_used int NOT NULL,
        last_activity_at timestamptz NOT NULL,
        PRIMARY KEY (learner_id, section_id)
      ) WITH (fillfactor = 80);
      CREATE INDEX progress_course_learner ON progress (course_id, learner_id);

      CREATE TABLE accommodation (
        learner_id uuid PRIMARY KEY,
        time_factor numeric NOT NULL CHECK (time_factor BETWEEN 1 AND 4),
        extra_attempts int NOT NULL CHECK (extra_attempts BETWEEN 0 AND 20),
        granted_by uuid NOT NULL,
        granted_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE accommodation, progress, response, paper, attempt');
  }
}

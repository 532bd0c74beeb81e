import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChallenges1764000002510 implements MigrationInterface {
  readonly name = 'CreateChallenges1764000002510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE challenge (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL,
        section_id uuid NOT NULL,
        attempt_id uuid NOT NULL,
        question_id uuid NOT NULL,
        -- As the learner met it.
        question_version int NOT NULL,
        publication int NOT NULL,
        learner_id uuid NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
        state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined')),
        reply text,
        made_at timestamptz NOT NULL,
        resolved_by uuid,
        resolved_at timestamptz,
        UNIQUE (attempt_id, question_id),
        CHECK ((state = 'open') = (resolved_at IS NULL))
      );
      CREATE INDEX challenge_section ON challenge (section_id, made_at DESC, id DESC);
      CREATE INDEX challenge_question ON challenge (section_id, question_id, question_version) WHERE state = 'open';
      CREATE INDEX challenge_learner ON challenge (learner_id, course_id) WHERE state = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE challenge');
  }
}

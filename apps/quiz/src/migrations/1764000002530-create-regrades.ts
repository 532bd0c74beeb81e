import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegrades1764000002530 implements MigrationInterface {
  readonly name = 'CreateRegrades1764000002530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE regrade (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL,
        section_id uuid NOT NULL,
        question_id uuid NOT NULL,
        -- Papers with one of these versions are regraded.
        from_versions int[] NOT NULL,
        to_version int NOT NULL,
        policy text NOT NULL CHECK (policy IN ('recompute', 'keep_better', 'full_marks', 'drop')),
        credentials text NOT NULL CHECK (credentials IN ('suspend', 'keep')),
        reason text NOT NULL,
        state text NOT NULL
          CHECK (state IN ('previewing', 'previewed', 'applying', 'applied', 'failed', 'discarded')),
        -- The last learner that the present walk has done; moves in the transaction of each batch, like all that follows.
        cursor uuid,
        done int NOT NULL DEFAULT 0,
        total int,
        preview_counts jsonb NOT NULL DEFAULT '{}',
        counts jsonb NOT NULL DEFAULT '{}',
        failures int NOT NULL DEFAULT 0,
        retry_at timestamptz,
        failure text,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        previewed_at timestamptz,
        applied_by uuid,
        apply_started_at timestamptz,
        applied_at timestamptz
      );
      CREATE INDEX regrade_section ON regrade (section_id, made_at DESC, id DESC);
      CREATE INDEX regrade_at_work ON regrade (made_at) WHERE state IN ('previewing', 'applying');
      CREATE UNIQUE INDEX regrade_applying ON regrade (section_id) WHERE state = 'applying';
      CREATE INDEX regrade_applied ON regrade (section_id, apply_started_at) WHERE apply_started_at IS NOT NULL;

      CREATE TABLE regrade_change (
        regrade_id uuid NOT NULL REFERENCES regrade (id) ON DELETE CASCADE,
        -- False: what the dry run said. True: what was done.
        is_applied boolean NOT NULL,
        learner_id uuid NOT NULL,
        number int NOT NULL,
        attempt_id uuid NOT NULL,
        score_before numeric,
        score_after numeric NOT NULL,
        score_max_before numeric,
        score_max_after numeric NOT NULL,
        percent_before numeric,
        percent_after numeric NOT NULL,
        has_passed_before boolean,
        has_passed_after boolean NOT NULL,
        -- Of the learner, beside the newest of their changed attempts.
        section_effect text NOT NULL,
        badge_effect text NOT NULL,
        certificate_effect text NOT NULL,
        unlocks jsonb NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (regrade_id, is_applied, learner_id, number)
      );
      CREATE INDEX regrade_change_attempt ON regrade_change (attempt_id) WHERE is_applied;

      -- A regrade walks the attempts of a section by learner.
      CREATE INDEX attempt_section_learner ON attempt (section_id, learner_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX attempt_section_learner; DROP TABLE regrade_change, regrade');
  }
}

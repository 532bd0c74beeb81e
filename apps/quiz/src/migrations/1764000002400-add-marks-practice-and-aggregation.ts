import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As for the older tables: no CHECK on what the hot statements write, the rules of libs/assessment hold it. */
export class AddMarksPracticeAndAggregation1764000002400 implements MigrationInterface {
  readonly name = 'AddMarksPracticeAndAggregation1764000002400';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner);
    await countWhatIsGraded(runner);
    await createMarks(runner);
    await createPractice(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE practice_try, practice_session, mark;
      DROP INDEX attempt_submitted, attempt_submitted_in_course;
      ALTER TABLE accommodation DROP COLUMN waives_cooldown;
      ALTER TABLE progress DROP COLUMN graded_count, DROP COLUMN percent_total, DROP COLUMN aggregation;
      ALTER TABLE progress RENAME COLUMN percent TO best_percent;
      ALTER TABLE progress RENAME COLUMN score TO best_score;
      ALTER TABLE response DROP COLUMN graded_version, DROP COLUMN decided_share, DROP COLUMN is_dropped,
        DROP COLUMN spent_seconds`);
  }
}

async function addColumns(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE response
      -- The version whose key graded the answer; null for the one on the paper.
      ADD COLUMN graded_version int,
      -- Exact share of the mark, decided by a marker or a regrade; null where the rule of the type decides.
      ADD COLUMN decided_share text,
      ADD COLUMN is_dropped boolean NOT NULL DEFAULT false,
      -- As the client measured it: for statistics only, never for a decision.
      ADD COLUMN spent_seconds int;

    ALTER TABLE accommodation ADD COLUMN waives_cooldown boolean NOT NULL DEFAULT false;

    -- The grade of the section under the rule of its policy, which is the best attempt only where the rule says so.
    ALTER TABLE progress RENAME COLUMN best_percent TO percent;
    ALTER TABLE progress RENAME COLUMN best_score TO score;
    ALTER TABLE progress
      -- The rule that percent, score and score_max were made by.
      ADD COLUMN aggregation text NOT NULL DEFAULT 'best',
      ADD COLUMN graded_count int NOT NULL DEFAULT 0,
      ADD COLUMN percent_total numeric NOT NULL DEFAULT 0`);
}

async function countWhatIsGraded(runner: QueryRunner): Promise<void> {
  await runner.query(`
    UPDATE progress p SET graded_count = counted.count, percent_total = counted.total
    FROM (SELECT learner_id, section_id, count(*) AS count, sum(percent) AS total
      FROM attempt WHERE state = 'graded' GROUP BY learner_id, section_id) AS counted
    WHERE p.learner_id = counted.learner_id AND p.section_id = counted.section_id`);
}

async function createMarks(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Rows are only added: the newest version is the mark, the others say who gave which mark before.
    CREATE TABLE mark (
      attempt_id uuid NOT NULL,
      question_id uuid NOT NULL,
      version int NOT NULL,
      share text NOT NULL,
      levels jsonb,
      comment text,
      marked_by uuid NOT NULL,
      marked_at timestamptz NOT NULL,
      PRIMARY KEY (attempt_id, question_id, version)
    );
    -- Longest wait first, for markers; by course, for dashboards. Both hold only what waits.
    CREATE INDEX attempt_submitted ON attempt (ended_at, id) WHERE state = 'submitted';
    CREATE INDEX mark_newest ON mark (marked_at DESC, attempt_id, question_id);
    CREATE INDEX attempt_submitted_in_course ON attempt (course_id, learner_id) WHERE state = 'submitted'`);
}

async function createPractice(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE practice_session (
      id uuid PRIMARY KEY,
      learner_id uuid NOT NULL,
      course_id uuid NOT NULL,
      section_id uuid NOT NULL,
      publication int NOT NULL,
      places jsonb NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz
    );
    CREATE UNIQUE INDEX practice_session_open ON practice_session (learner_id, section_id) WHERE finished_at IS NULL;
    CREATE INDEX practice_session_learner ON practice_session (learner_id, started_at);

    CREATE TABLE practice_try (
      session_id uuid NOT NULL REFERENCES practice_session (id) ON DELETE CASCADE,
      question_id uuid NOT NULL,
      number int NOT NULL,
      answer jsonb NOT NULL,
      tried_at timestamptz NOT NULL,
      PRIMARY KEY (session_id, question_id, number)
    )`);
}

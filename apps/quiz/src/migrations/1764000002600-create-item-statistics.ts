import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By the choice of attempts: each learner's first, best, latest, or all of them. */
const counts = 'n_first int NOT NULL, n_best int NOT NULL, n_latest int NOT NULL, n_all int NOT NULL';
/** Decimals as `response.score` has them: as many places, so that equal marks are one row. */
const mark = 'numeric(60, 10) NOT NULL';
const question = 'section_id uuid NOT NULL, publication int NOT NULL, question_id uuid NOT NULL, version int NOT NULL';
/** Of something that the counted attempts have, by choice as the counts. */
const sums = (of: string) => ['first', 'best', 'latest', 'all'].map((choice) => `${of}_${choice} ${mark}`).join(', ');
/** Counts change in place far more often than rows come. No index has a count, or none could change in place. */
const storage = 'WITH (fillfactor = 70)';

/**
 * Histograms that every figure of item analysis follows from exactly: of the scores, of the marks at each position and of each
 * question, of the rests of the papers, of times and of answers. None is of two things at once; where the figures need two, the
 * histogram of one has the sum of the other. So their size grows with the marks that are possible, not with the attempts.
 * `item_attempt` holds what each attempt added, so that taking it back takes back exactly that.
 */
export class CreateItemStatistics1764000002600 implements MigrationInterface {
  readonly name = 'CreateItemStatistics1764000002600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE item_attempt (
        attempt_id uuid PRIMARY KEY,
        section_id uuid NOT NULL,
        -- Of the attempt when it was counted.
        version int NOT NULL,
        is_first boolean NOT NULL,
        is_best boolean NOT NULL,
        is_latest boolean NOT NULL,
        counted jsonb NOT NULL
      );

      -- Each version of a question that ever was counted, in a publication that has it.
      CREATE TABLE item_question (
        section_id uuid NOT NULL,
        question_id uuid NOT NULL,
        version int NOT NULL,
        course_id uuid NOT NULL,
        publication int NOT NULL,
        -- Whether a figure changed since it was announced.
        is_changed boolean NOT NULL,
        announced_at timestamptz,
        -- As announced.
        open_challenges int NOT NULL DEFAULT 0,
        PRIMARY KEY (section_id, question_id, version)
      ) ${storage};

      CREATE TABLE item_paper (
        section_id uuid NOT NULL, publication int NOT NULL, total ${mark}, ${counts},
        -- What these papers could earn.
        ${sums('max')},
        PRIMARY KEY (section_id, publication, total)
      ) ${storage};
      CREATE TABLE item_position (
        section_id uuid NOT NULL, publication int NOT NULL, position text NOT NULL, mark ${mark}, ${counts}, ${sums('rest')},
        PRIMARY KEY (section_id, publication, position, mark)
      ) ${storage};
      CREATE TABLE item_mark (
        ${question}, mark ${mark}, ${counts}, ${sums('rest')},
        PRIMARY KEY (section_id, publication, question_id, version, mark)
      ) ${storage};
      CREATE TABLE item_rest (
        ${question}, rest ${mark}, ${counts},
        PRIMARY KEY (section_id, publication, question_id, version, rest)
      ) ${storage};
      CREATE TABLE item_time (
        ${question}, time_bucket int NOT NULL, ${counts},
        PRIMARY KEY (section_id, publication, question_id, version, time_bucket)
      ) ${storage};
      CREATE TABLE item_class (
        ${question}, part_id text NOT NULL, value text NOT NULL, is_right boolean NOT NULL,
        -- Whether it could be chosen; of what learners type only the frequent answers are ever read.
        is_offered boolean NOT NULL, ${counts}, ${sums('rest')},
        -- Finds the frequent ones and, unlike the count, hardly ever changes.
        digits int NOT NULL GENERATED ALWAYS AS (length(n_all::text)) STORED,
        PRIMARY KEY (section_id, publication, question_id, version, part_id, value, is_right)
      ) ${storage};
      CREATE INDEX item_class_frequent ON item_class (section_id, question_id, version, is_offered, digits)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE item_class, item_time, item_rest, item_mark, item_position, item_paper, item_question, item_attempt',
    );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A read model of what `quiz` announces. It outlives its question: news come in any order, and a removed draft is no loss of facts. */
export class CreateQuestionStatistics1764000002200 implements MigrationInterface {
  readonly name = 'CreateQuestionStatistics1764000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE question_statistics (
        question_id uuid NOT NULL,
        version int NOT NULL,
        attempts int NOT NULL,
        facility float8,
        discrimination float8,
        flags text[] NOT NULL,
        open_challenges int NOT NULL,
        analysed_at timestamptz NOT NULL,
        PRIMARY KEY (question_id, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE question_statistics');
  }
}

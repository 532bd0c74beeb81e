import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The platform's defaults of that day; what they are now is the contract's. */
const defaults = {
  passMark: 0.8,
  timeLimitSeconds: null,
  attemptsMax: null,
  cooldownSeconds: 0,
  drawCount: null,
  shuffleQuestions: true,
  shuffleOptions: true,
  review: 'after_submit',
  aggregation: 'best',
  opensAt: null,
  closesAt: null,
};

/** Sections say only what they have of their own; the rest comes from the course, which begins by saying nothing. */
export class InheritPolicies1764000002100 implements MigrationInterface {
  readonly name = 'InheritPolicies1764000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE course ADD COLUMN policy jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(
      `UPDATE section SET policy = (
         SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(policy)
         WHERE value IS DISTINCT FROM $1::jsonb -> key)`,
      [JSON.stringify(defaults)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE section SET policy = $1::jsonb || course.policy || section.policy
       FROM course WHERE course.id = section.course_id`,
      [JSON.stringify(defaults)],
    );
    await runner.query('ALTER TABLE course DROP COLUMN policy');
  }
}

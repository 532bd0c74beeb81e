import type { MigrationInterface, QueryRunner } from 'typeorm';

import { fillDays, fillStandings } from '../insights/recounts.queries.js';

const learnersAtOnce = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * What dashboards ask beside `progress`, kept by the consumer of our own events, per learner: who is in which cohort changes
 * too often to be counted in. Renewals and voided attempts leave no row.
 */
export class CreateInsights1764000003300 implements MigrationInterface {
  readonly name = 'CreateInsights1764000003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE insight_standing (
        learner_id uuid NOT NULL,
        section_id uuid NOT NULL,
        course_id uuid NOT NULL,
        first_started_at timestamptz NOT NULL,
        -- Of the first attempt that is over; null while none is.
        first_ended_at timestamptz,
        -- Graded attempts in a row, the newest ones, that did not pass.
        failures int NOT NULL,
        -- When the first of them was graded.
        failing_since timestamptz,
        PRIMARY KEY (learner_id, section_id)
      ) WITH (fillfactor = 80);
      CREATE INDEX insight_standing_course ON insight_standing (course_id, learner_id);

      -- Days are those of UTC: a school in several time zones has one calendar.
      CREATE TABLE insight_day (
        learner_id uuid NOT NULL,
        section_id uuid NOT NULL,
        day date NOT NULL,
        course_id uuid NOT NULL,
        started int NOT NULL,
        ended int NOT NULL,
        graded int NOT NULL,
        passed int NOT NULL,
        PRIMARY KEY (learner_id, section_id, day)
      ) WITH (fillfactor = 80);
      CREATE INDEX insight_day_course ON insight_day (course_id, day, learner_id);

      -- Several counters per cohort, by learner: events of one cohort hardly ever wait for each other. No index has the count.
      CREATE TABLE dashboard_revision (
        cohort_id uuid NOT NULL,
        stripe int NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (cohort_id, stripe)
      ) WITH (fillfactor = 20);
      -- The count of the stripe when a figure of the learner changed last.
      CREATE TABLE dashboard_change (
        cohort_id uuid NOT NULL,
        learner_id uuid NOT NULL,
        stripe int NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (cohort_id, learner_id)
      ) WITH (fillfactor = 70);
      CREATE INDEX dashboard_change_since ON dashboard_change (cohort_id, stripe, revision)`);
    await fill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dashboard_change, dashboard_revision, insight_day, insight_standing');
  }
}

async function fill(runner: QueryRunner): Promise<void> {
  let after = beforeAll;
  for (;;) {
    const [{ last }] = await runner.query(
      `SELECT max(learner_id::text) AS last FROM (
         SELECT DISTINCT learner_id FROM progress WHERE learner_id > $1 ORDER BY learner_id LIMIT $2) AS next`,
      [after, learnersAtOnce],
    );
    if (last === null) return;
    await runner.query(fillStandings, [after, last]);
    await runner.query(fillDays, [after, last]);
    after = last;
  }
}

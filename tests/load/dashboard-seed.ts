import { randomUUID } from 'node:crypto';

import { policySchema, questionSchema } from '#libs/contracts';

import type { Queryable } from './regrade-seed.js';

export interface SeededCohort {
  readonly cohortId: string;
  readonly courseId: string;
  readonly sectionIds: readonly string[];
}

export const learnerCount = 2_000;
export const sectionCount = 14;
const attemptsAtOnce = 50_000;

/** The same for the same text, and a valid version 4 UUID. */
const uuidOf = (text: string) =>
  `overlay(overlay(md5(${text}) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid`;

/**
 * A cohort of 2,000 learners in a course of 14 sections with so many graded attempts, spread over sixty days, learners and
 * sections in turn, one in three passed; and a course of as many that nobody of the cohort takes, so that indexes are as large
 * as they would be. By SQL: a million through the API would take a day.
 */
export async function seedCohort(database: Queryable, attempts: number): Promise<SeededCohort> {
  const cohort = {
    cohortId: randomUUID(),
    courseId: randomUUID(),
    sectionIds: Array.from({ length: sectionCount }, () => randomUUID()),
  };
  await publish(database, cohort);
  await enrol(database, cohort);
  for (let from = 0; from < attempts; from += attemptsAtOnce) {
    await seedAttempts(database, cohort, [from, Math.min(from + attemptsAtOnce, attempts) - 1]);
  }
  await seedProgress(database, cohort);
  await seedBadges(database, cohort);
  await database.query('VACUUM ANALYZE attempt, progress, enrolment, person, credential', []);
  return cohort;
}

async function publish(database: Queryable, { courseId, sectionIds }: SeededCohort): Promise<void> {
  const options = ['a', 'b'].map((id) => ({ id, text: id, isKey: id === 'a' }));
  const question = questionSchema.parse({
    id: randomUUID(),
    version: 1,
    type: 'single_choice',
    stem: 'Which?',
    options,
  });
  for (const [position, sectionId] of sectionIds.entries()) {
    const about = { courseId, publication: 1, sectionId, position, title: `Section ${position + 1}`, isRequired: true };
    const policy = policySchema.parse({});
    const more = { prerequisites: [], prose: '', topics: [], resources: [], policy, questions: [question] };
    await database.query(
      `INSERT INTO published_section (course_id, publication, section_id, position, title, is_required, content)
       VALUES ($1, 1, $2, $3, $4, true, $5)`,
      [courseId, sectionId, position, about.title, JSON.stringify({ ...about, ...more })],
    );
  }
  await database.query(
    `INSERT INTO course (course_id, slug, title, summary, live_publication, section_count, published_at)
     VALUES ($1, $2, 'Course', '', 1, $3, now())`,
    [courseId, `course-${courseId}`, sectionCount],
  );
}

const learner = uuidOf(`$1::text || '/' || i`);

async function enrol(database: Queryable, { cohortId, courseId }: SeededCohort): Promise<void> {
  await database.query(
    `INSERT INTO cohort (id, name, course_id, version, created_by, created_at) VALUES ($1, 'Bench', $2, 1, $1, now())`,
    [cohortId, courseId],
  );
  await database.query(
    `INSERT INTO person (user_id, version, email, display_name, roles, status, tokens_valid_from, changed_at)
     SELECT ${learner}, 1, 'learner-' || i || '@example.org', 'Learner Number ' || i, '{learner}', 'active',
       '2020-01-01', '2020-01-01' FROM generate_series(0, $2::int - 1) AS i`,
    [cohortId, learnerCount],
  );
  await database.query(
    `INSERT INTO enrolment (cohort_id, learner_id, version, enrolled_by, enrolled_at)
     SELECT $1::uuid, ${learner}, 1, $1::uuid, now() - interval '70 days' FROM generate_series(0, $2::int - 1) AS i`,
    [cohortId, learnerCount],
  );
}

/** Attempt `i` is learner `i % 2000`'s at a section that moves on with each round through the learners. */
async function seedAttempts(
  database: Queryable,
  { cohortId, courseId, sectionIds }: SeededCohort,
  range: readonly [number, number],
): Promise<void> {
  await database.query(
    `INSERT INTO attempt (id, learner_id, course_id, section_id, publication, number, state, version, started_at,
       last_activity_at, ended_at, ended_by, graded_at, score, score_max, percent, has_passed)
     SELECT ${uuidOf(`$1::text || '/attempt/' || n`)}, ${learner}, $2::uuid, ($3::uuid[])[1 + (n / $4 + i) % $5], 1,
       1 + n / ($4 * $5), 'graded', 2, at, at + interval '9 minutes', at + interval '9 minutes', 'submitted',
       at + interval '9 minutes', percent / 10.0, 10, percent, percent >= 80
     FROM generate_series($6::int, $7::int) AS n, LATERAL (SELECT n % $4 AS i) AS who,
       LATERAL (SELECT ((n::bigint * 7919 + i) % 101)::int AS percent,
         date_trunc('milliseconds', now()) - interval '60 days' + make_interval(secs => (n::bigint * 104729) % 5184000) AS at) AS what`,
    [cohortId, courseId, sectionIds, learnerCount, sectionCount, ...range],
  );
}

async function seedProgress(database: Queryable, { courseId }: SeededCohort): Promise<void> {
  await database.query(
    `INSERT INTO progress (learner_id, section_id, course_id, percent, score, score_max, passed_at, attempts_used,
       last_activity_at, aggregation, graded_count, percent_total)
     SELECT learner_id, section_id, $1, max(percent), max(score), 10, min(graded_at) FILTER (WHERE has_passed), count(*),
       max(last_activity_at), 'best', count(*), sum(percent)
     FROM attempt WHERE course_id = $1 GROUP BY learner_id, section_id`,
    [courseId],
  );
}

async function seedBadges(database: Queryable, { courseId }: SeededCohort): Promise<void> {
  await database.query(
    `INSERT INTO credential (id, learner_id, achievement_id, kind, course_id, section_id, attempt_id, title, course_title,
       learner_name, status, document, issued_at, awarded_at, version,
       status_list, status_index)
     SELECT gen_random_uuid(), learner_id, 'section:' || section_id, 'section_badge', course_id, section_id, section_id,
       'Badge', 'Course', 'Learner', 'active', '{}', passed_at, passed_at, 1, 1 + place / 100000,
       place % 100000
     FROM (SELECT *, (row_number() OVER ())::int AS place FROM progress WHERE course_id = $1 AND passed_at IS NOT NULL) AS passes`,
    [courseId],
  );
}

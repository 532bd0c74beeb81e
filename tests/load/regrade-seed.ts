import { randomUUID } from 'node:crypto';

import { policySchema, questionSchema } from '#libs/contracts';

/** Whatever runs SQL. */
export interface Queryable {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

export interface SeededSection {
  readonly courseId: string;
  readonly sectionId: string;
  readonly ownerId: string;
  /** The first one has a wrong key in version 1. */
  readonly questionIds: readonly string[];
}

const questionCount = 10;
const optionIds = ['a', 'b', 'c', 'd'];

/** The same for the same text, and a valid version 4 UUID. */
const uuidOf = (text: string) =>
  `overlay(overlay(md5(${text}) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid`;

/**
 * A published section whose first question has the key `a` in version 1 and `b` in version 2, with two ended attempts per
 * learner, graded as the service would have: by SQL, since a hundred thousand through the API would take the day.
 */
export async function seedRegrade(database: Queryable, attempts: number): Promise<SeededSection> {
  const section = {
    courseId: randomUUID(),
    sectionId: randomUUID(),
    ownerId: randomUUID(),
    questionIds: Array.from({ length: questionCount }, () => randomUUID()),
  };
  await publish(database, section, 1);
  for (let from = 0; from < attempts; from += 10_000) {
    await seedAttempts(database, section, [from, Math.min(from + 10_000, attempts) - 1]);
  }
  await seedProgress(database, section);
  await publish(database, section, 2);
  await database.query('ANALYZE attempt, paper, response, progress', []);
  return section;
}

async function publish(database: Queryable, section: SeededSection, publication: number): Promise<void> {
  const { courseId, sectionId, ownerId, questionIds } = section;
  const questions = questionIds.map((id, at) =>
    questionSchema.parse({
      id,
      version: at === 0 ? publication : 1,
      type: 'single_choice',
      stem: `Question ${at + 1}?`,
      options: optionIds.map((option) => ({
        id: option,
        text: `Option ${option}`,
        isKey: option === (at === 0 && publication === 2 ? 'b' : 'a'),
      })),
    }),
  );
  const about = {
    courseId,
    publication,
    sectionId,
    position: 0,
    title: 'Section',
    isRequired: true,
    prerequisites: [],
  };
  const content = { ...about, prose: '', topics: [], resources: [], policy: policySchema.parse({}), questions };
  await database.query(
    `INSERT INTO published_section (course_id, publication, section_id, position, title, is_required, content)
     VALUES ($1, $2, $3, 0, 'Section', true, $4)`,
    [courseId, publication, sectionId, JSON.stringify(content)],
  );
  await database.query(
    `INSERT INTO publication (course_id, number, manifest, published_at) VALUES ($1, $2, '{}', now())`,
    [courseId, publication],
  );
  await database.query(
    `INSERT INTO course (course_id, slug, title, summary, live_publication, section_count, published_at, owner_id)
     VALUES ($1, $2, 'Course', '', $3, 1, now(), $4)
     ON CONFLICT (course_id) DO UPDATE SET live_publication = excluded.live_publication`,
    [courseId, `course-${courseId}`, publication, ownerId],
  );
}

/** Attempt `i` answers the wrong question by turns with `a` and `b`, and one other question in five wrong. */
async function seedAttempts(
  database: Queryable,
  { courseId, sectionId, questionIds }: SeededSection,
  range: readonly [number, number],
): Promise<void> {
  const attempt = uuidOf(`$1 || '/' || i`);
  const right = '(10 - 1 - (SELECT count(*) FROM generate_series(1, 9) q WHERE (i + q) % 5 = 0) + (i % 2 = 0)::int)';
  await database.query(
    `INSERT INTO attempt (id, learner_id, course_id, section_id, publication, number, state, version, started_at,
       last_activity_at, ended_at, ended_by, graded_at, score, score_max, percent, has_passed)
     SELECT ${attempt}, ${uuidOf(`$1 || '/learner/' || i / 2`)}, $2::uuid, $1::uuid, 1, i % 2 + 1, 'graded', 2, at, at, at,
       'submitted', at, ${right}::numeric(20, 10), 10.0000000000, ${right} * 10, ${right} >= 8
     FROM generate_series($3::int, $4::int) i, (SELECT timestamptz '2030-01-01T00:00:00Z' AS at) AS moment`,
    [sectionId, courseId, ...range],
  );
  const places = questionIds.map((questionId) => ({ questionId, version: 1, optionOrder: optionIds }));
  await database.query(
    `INSERT INTO paper (attempt_id, seed, places)
     SELECT ${attempt}, 'seed', $2::jsonb FROM generate_series($3::int, $4::int) i`,
    [sectionId, JSON.stringify(places), ...range],
  );
  await database.query(
    `INSERT INTO response (attempt_id, question_id, sequence, answer, saved_at, score, outcome)
     SELECT ${attempt}, question.id, 1, jsonb_build_object('choice', CASE WHEN is_first_option THEN 'a' ELSE 'b' END),
       timestamptz '2030-01-01T00:00:00Z', is_first_option::int::numeric(20, 10),
       CASE WHEN is_first_option THEN 'correct' ELSE 'incorrect' END
     FROM generate_series($3::int, $4::int) i, unnest($2::uuid[]) WITH ORDINALITY AS question (id, at),
       LATERAL (SELECT CASE WHEN at = 1 THEN i % 2 = 0 ELSE (i + at - 1) % 5 <> 0 END AS is_first_option) AS answer`,
    [sectionId, questionIds, ...range],
  );
}

async function seedProgress(database: Queryable, { courseId, sectionId }: SeededSection): Promise<void> {
  await database.query(
    `INSERT INTO progress (learner_id, section_id, course_id, percent, score, score_max, passed_at, attempts_used,
       last_activity_at, aggregation, graded_count, percent_total)
     SELECT learner_id, $1, $2, max(percent), max(score), 10, min(graded_at) FILTER (WHERE has_passed), count(*),
       max(last_activity_at), 'best', count(*), sum(percent)
     FROM attempt WHERE section_id = $1 GROUP BY learner_id`,
    [sectionId, courseId],
  );
}

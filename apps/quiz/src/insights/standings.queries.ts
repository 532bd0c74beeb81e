import { prepared } from '#libs/platform';
import type { DataSource } from 'typeorm';

import type { Standing } from './standings.js';

/** Each list has one place per learner who began something in the section. */
interface CellColumns {
  at: number[];
  percent: (number | null)[];
  passedAt: (number | null)[];
  attempts: number[];
  firstStartedAt: (number | null)[];
  firstEndedAt: (number | null)[];
  failures: (number | null)[];
  failingSince: (number | null)[];
  lastActivityAt: (number | null)[];
}

interface StandingsRow {
  learners: [id: string, enrolledAt: number, badges: number | null, certificates: number | null][];
  sections: Record<string, CellColumns>;
}

/** Milliseconds since 1970. */
export const milliseconds = (moment: string) => `(date_part('epoch', ${moment}) * 1000)::bigint`;

/** By the learner's place `at`: what they hold of course `$2`, neither suspended nor revoked. Over `learner`. */
export const credentialsInForce = `
    SELECT l.at, count(*) FILTER (WHERE k.kind = 'section_badge')::int AS badges,
      count(*) FILTER (WHERE k.kind = 'course_certificate')::int AS certificates
    FROM learner l JOIN credential k ON k.learner_id = l.learner_id AND k.course_id = $2 AND k.status = 'active'
    GROUP BY l.at`;

/** One text in columns, which is read several times faster than as many rows. */
const sql = (only = '') => `
  WITH learner AS MATERIALIZED (
    SELECT (row_number() OVER () - 1)::int AS at, learner_id, enrolled_at FROM enrolment
    WHERE cohort_id = $1 AND removed_at IS NULL${only}),
  cells AS (
    SELECT p.section_id, json_build_object('at', array_agg(l.at), 'percent', array_agg(p.percent),
      'passedAt', array_agg(${milliseconds('p.passed_at')}), 'attempts', array_agg(p.attempts_used),
      'firstStartedAt', array_agg(${milliseconds('i.first_started_at')}),
      'firstEndedAt', array_agg(${milliseconds('i.first_ended_at')}), 'failures', array_agg(i.failures),
      'failingSince', array_agg(${milliseconds('i.failing_since')}),
      'lastActivityAt', array_agg(${milliseconds('p.last_activity_at')})) AS columns
    FROM learner l JOIN progress p ON p.learner_id = l.learner_id AND p.course_id = $2
    LEFT JOIN insight_standing i ON i.learner_id = p.learner_id AND i.section_id = p.section_id
    GROUP BY p.section_id),
  held AS (${credentialsInForce})
  SELECT
    (SELECT coalesce(json_agg(json_build_array(learner_id, ${milliseconds('enrolled_at')}, badges, certificates) ORDER BY at),
       '[]') FROM learner LEFT JOIN held USING (at)) AS learners,
    (SELECT coalesce(json_object_agg(section_id, columns), '{}') FROM cells) AS sections`;

const wholeStandings = prepared<StandingsRow>('cohort_standings', sql());
const someStandings = prepared<StandingsRow>('cohort_standings_some', sql(' AND learner_id = ANY ($3::uuid[])'));

/** Of the learners enrolled now, everybody or those of the list. */
export async function readStandings(
  dataSource: DataSource,
  { cohortId, courseId, learnerIds }: { cohortId: string; courseId: string; learnerIds: readonly string[] | null },
): Promise<Map<string, Standing>> {
  const [row] =
    learnerIds === null
      ? await wholeStandings(dataSource, [cohortId, courseId])
      : await someStandings(dataSource, [cohortId, courseId, learnerIds]);
  const { learners, sections } = row!; // sub-selects and no table: always one row
  const cells = learners.map(() => new Map<string, ReturnType<typeof cellAt>>());
  for (const [sectionId, columns] of Object.entries(sections)) {
    for (const [place, at] of columns.at.entries()) cells[at]!.set(sectionId, cellAt(columns, place)); // of the same snapshot
  }
  return new Map(
    learners.map(([learnerId, enrolledAt, badges, certificates], at) => [
      learnerId,
      { enrolledAt, badges: badges ?? 0, certificates: certificates ?? 0, cells: cells[at]! }, // one place per learner
    ]),
  );
}

function cellAt(columns: CellColumns, at: number) {
  return {
    percent: columns.percent[at] ?? null,
    passedAt: columns.passedAt[at] ?? null,
    attempts: columns.attempts[at] ?? 0,
    firstStartedAt: columns.firstStartedAt[at] ?? null,
    firstEndedAt: columns.firstEndedAt[at] ?? null,
    failures: columns.failures[at] ?? 0,
    failingSince: columns.failingSince[at] ?? null,
    lastActivityAt: columns.lastActivityAt[at] ?? null,
  };
}

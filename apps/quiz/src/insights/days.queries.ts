import { prepared } from '#libs/platform';
import type { DataSource } from 'typeorm';

import { type LearnerDays, packDays } from './days.js';
import { liveSections } from './insights.queries.js';

interface DaysRow {
  learnerId: string;
  /** Each list has one place per day on which something happened. */
  moved: (readonly number[])[] | null;
  issued: (readonly number[])[] | null;
}

/**
 * Days of UTC, counted from `$3`. Only what was done in sections published now counts; credentials that were not revoked. A
 * few learners are looked up one by one: with the course in the condition the plan for all might walk the days of everybody.
 */
const sql = ({ only = '', ofCourse = '' }) => `
  WITH learner AS MATERIALIZED (
    SELECT learner_id FROM enrolment WHERE cohort_id = $1 AND removed_at IS NULL${only}),
  section AS MATERIALIZED (${liveSections('$2')}),
  moved AS (
    SELECT learner_id, json_agg(json_build_array(at, started, graded, passed)) AS days FROM (
      SELECT d.learner_id, d.day - $3::date AS at, sum(d.started) AS started, sum(d.graded) AS graded, sum(d.passed) AS passed
      FROM learner JOIN insight_day d USING (learner_id) JOIN section USING (section_id)
      WHERE ${ofCourse}d.day BETWEEN $3 AND $4 GROUP BY d.learner_id, d.day) AS summed
    GROUP BY learner_id),
  issued AS (
    SELECT learner_id, json_agg(json_build_array(at, badges, certificates)) AS days FROM (
      SELECT k.learner_id, (k.issued_at AT TIME ZONE 'UTC')::date - $3::date AS at,
        count(*) FILTER (WHERE k.kind = 'section_badge') AS badges,
        count(*) FILTER (WHERE k.kind = 'course_certificate') AS certificates
      FROM learner JOIN credential k USING (learner_id)
      WHERE k.course_id = $2 AND k.status <> 'revoked' AND k.issued_at >= ($3::date)::timestamp AT TIME ZONE 'UTC'
        AND k.issued_at < ($4::date + 1)::timestamp AT TIME ZONE 'UTC' GROUP BY k.learner_id, at) AS counted
    GROUP BY learner_id)
  SELECT learner_id AS "learnerId", m.days AS moved, i.days AS issued
  FROM learner JOIN (moved m FULL JOIN issued i USING (learner_id)) USING (learner_id)`;

const wholeDays = prepared<DaysRow>('cohort_days', sql({ ofCourse: 'd.course_id = $2 AND ' }));
const someDays = prepared<DaysRow>('cohort_days_some', sql({ only: ' AND learner_id = ANY ($5::uuid[])' }));

export interface DaysAsked {
  readonly cohortId: string;
  readonly courseId: string;
  readonly days: readonly string[];
  readonly learnerIds: readonly string[] | null;
}

/** Of the learners enrolled now, everybody or those of the list, as far as anything happened in the period. */
export async function readDays(
  dataSource: DataSource,
  { cohortId, courseId, days, learnerIds }: DaysAsked,
): Promise<Map<string, LearnerDays>> {
  const asked = [cohortId, courseId, days[0], days.at(-1)];
  const found =
    learnerIds === null ? await wholeDays(dataSource, asked) : await someDays(dataSource, [...asked, learnerIds]);
  return new Map(found.map(({ learnerId, moved, issued }) => [learnerId, packed({ moved, issued }, days.length)]));
}

function packed({ moved, issued }: Pick<DaysRow, 'moved' | 'issued'>, dayCount: number): LearnerDays {
  const none = { started: 0, graded: 0, passed: 0, active: 0, badges: 0, certificates: 0 };
  const done = (moved ?? []).map(([at = 0, started = 0, graded = 0, passed = 0]) => {
    return { ...none, at, started, graded, passed, active: 1 };
  });
  const given = (issued ?? []).map(([at = 0, badges = 0, certificates = 0]) => ({ ...none, at, badges, certificates }));
  return packDays([...done, ...given], dayCount);
}

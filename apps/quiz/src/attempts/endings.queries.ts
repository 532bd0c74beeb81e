import type { Policy } from '#libs/contracts';
import { prepared } from '#libs/platform';

import { isOpen } from './attempts.queries.js';
import type { Surroundings } from './ending.js';

type Aggregation = Policy['aggregation'];

interface EndedRow extends Surroundings {
  /** The rule that the learner's progress has been kept by. */
  aggregation: Aggregation;
}

/** Writes the responses of the attempt in `ended`; the record set comes as JSON in the parameter. */
const storeResponses = (parameter: string) => `
     INSERT INTO response (attempt_id, question_id, sequence, answer, saved_at, spent_seconds, score, outcome)
     SELECT ended.id, r.* FROM ended, json_to_recordset(${parameter}::json) AS r (question_id uuid, sequence bigint,
       answer jsonb, saved_at timestamptz, spent_seconds int, score numeric, outcome text)
     ON CONFLICT (attempt_id, question_id) DO UPDATE
       SET sequence = excluded.sequence, answer = excluded.answer, saved_at = excluded.saved_at,
         spent_seconds = greatest(response.spent_seconds, excluded.spent_seconds),
         score = excluded.score, outcome = excluded.outcome`;

/** What `Surroundings` asks for, beside an announcement, which runs only because its result is read. */
const surroundings = `passed AS "hasPassedSection", attempts_used AS "attemptsUsed", aggregation,
     coalesce(m.extra_attempts, 0) AS "extraAttempts", coalesce(m.waives_cooldown, false) AS "waivesCooldown"
   FROM announced, progressed LEFT JOIN accommodation m ON m.learner_id = progressed.learner_id`;

/**
 * How a grade goes into the learner's progress, for each rule of `sectionStanding`. The attempt that ends has the highest
 * number: a learner has one open at a time. Where an older one still waits for its mark, its marking counts anew.
 */
interface Counting {
  /** Whether the grade of this attempt becomes the grade of the section. */
  readonly replaces: string;
  readonly passedAt: string;
  readonly percent?: string;
  /** Of the first grade ever; a mean has no score, its attempts need not even have the same maximum. */
  readonly first: { readonly score: string; readonly scoreMax: string; readonly passedAt: string };
}

const ownScore = { score: '$6::numeric', scoreMax: '$7::numeric', passedAt: 'CASE WHEN $9 THEN $5::timestamptz END' };
const meanReaches = (total: string, count: string) =>
  `CASE WHEN ${total} >= $14::numeric * 100 * ${count} THEN $5::timestamptz END`;

const countings: Readonly<Record<Aggregation, Counting>> = {
  best: { replaces: 'excluded.percent > p.percent', passedAt: 'excluded.passed_at', first: ownScore },
  latest: { replaces: 'true', passedAt: 'excluded.passed_at', first: ownScore },
  first: { replaces: 'false', passedAt: 'CASE WHEN p.graded_count = 0 THEN excluded.passed_at END', first: ownScore },
  mean: {
    replaces: 'true',
    percent: 'trunc((p.percent_total + excluded.percent) / (p.graded_count + 1), 4)',
    passedAt: meanReaches('p.percent_total + excluded.percent', '(p.graded_count + 1)'),
    first: { score: 'NULL::numeric', scoreMax: 'NULL::numeric', passedAt: meanReaches('$8::numeric', '1') },
  },
};

function endSql(aggregation: Aggregation): string {
  const { replaces, passedAt, percent = 'excluded.percent', first } = countings[aggregation];
  const counted = (column: string, value: string) =>
    `${column} = CASE WHEN p.percent IS NULL OR ${replaces} THEN ${value} ELSE p.${column} END`;
  return `WITH ended AS (
     UPDATE attempt SET state = 'graded', version = version + 1, ended_at = $3, ended_by = $4, graded_at = $5,
       score = $6, score_max = $7, percent = $8, has_passed = $9, last_activity_at = greatest(last_activity_at, $3)
     WHERE id = $1 AND ${isOpen} AND saves = $2
     RETURNING id, learner_id, section_id, course_id),
   graded AS (${storeResponses('$10')}),
   progressed AS (
     INSERT INTO progress AS p (learner_id, section_id, course_id, percent, score, score_max, passed_at,
       attempts_used, last_activity_at, aggregation, graded_count, percent_total)
     SELECT learner_id, section_id, course_id, $8, ${first.score}, ${first.scoreMax}, ${first.passedAt}, 1, $3,
       '${aggregation}', 1, $8 FROM ended
     ON CONFLICT (learner_id, section_id) DO UPDATE SET
       ${counted('score', 'excluded.score')},
       ${counted('score_max', 'excluded.score_max')},
       ${counted('percent', percent)},
       passed_at = coalesce(p.passed_at, ${passedAt}),
       graded_count = p.graded_count + 1, percent_total = p.percent_total + excluded.percent_total,
       aggregation = CASE WHEN p.graded_count = 0 THEN excluded.aggregation ELSE p.aggregation END,
       last_activity_at = greatest(p.last_activity_at, excluded.last_activity_at)
     RETURNING learner_id, passed_at IS NOT NULL AS passed, attempts_used, aggregation),
   announced AS (SELECT outbox_add($11, $12, $1::text, $13::jsonb) FROM ended)
   SELECT ${surroundings}`;
}

/**
 * The whole end of an attempt: its row, its responses, the learner's progress and the announcement, all of them or none,
 * in one statement and one durable commit. No row comes back when somebody else ended the attempt or saved an answer meanwhile.
 * One statement per rule, so that none carries the arithmetic of the others; `mean` takes the pass mark besides.
 */
export const endAttempt = {
  best: prepared<EndedRow>('attempt_end_best', endSql('best')),
  latest: prepared<EndedRow>('attempt_end_latest', endSql('latest')),
  first: prepared<EndedRow>('attempt_end_first', endSql('first')),
  mean: prepared<EndedRow>('attempt_end_mean', endSql('mean')),
} satisfies Record<Aggregation, unknown>;

/** As `endAttempt` where answers wait for a mark: nothing is graded, so nothing but the activity goes into progress. */
export const submitAttempt = prepared<EndedRow>(
  'attempt_submit',
  `WITH ended AS (
     UPDATE attempt SET state = 'submitted', version = version + 1, ended_at = $3, ended_by = $4,
       last_activity_at = greatest(last_activity_at, $3)
     WHERE id = $1 AND ${isOpen} AND saves = $2
     RETURNING id, learner_id, section_id),
   graded AS (${storeResponses('$5')}),
   progressed AS (
     UPDATE progress p SET last_activity_at = greatest(p.last_activity_at, $3) FROM ended
     WHERE p.learner_id = ended.learner_id AND p.section_id = ended.section_id
     RETURNING p.learner_id, p.passed_at IS NOT NULL AS passed, p.attempts_used, p.aggregation),
   announced AS (SELECT outbox_add($6, $7, $1::text, $8::jsonb) FROM ended)
   SELECT ${surroundings}`,
);

/** A renewal goes into nobody's progress: its own pass is all that its review asks for. */
const endedAlone = (hasPassed: string) => `SELECT ${hasPassed} AS "hasPassedSection", 1 AS "attemptsUsed",
     'best' AS aggregation, coalesce(m.extra_attempts, 0) AS "extraAttempts",
     coalesce(m.waives_cooldown, false) AS "waivesCooldown"
   FROM announced, ended LEFT JOIN accommodation m ON m.learner_id = ended.learner_id`;

/** As `endAttempt` for a renewal, which counts for nothing. */
export const endRenewal = prepared<EndedRow>(
  'renewal_end',
  `WITH ended AS (
     UPDATE attempt SET state = 'graded', version = version + 1, ended_at = $3, ended_by = $4, graded_at = $5,
       score = $6, score_max = $7, percent = $8, has_passed = $9, last_activity_at = greatest(last_activity_at, $3)
     WHERE id = $1 AND ${isOpen} AND saves = $2
     RETURNING id, learner_id),
   graded AS (${storeResponses('$10')}),
   announced AS (SELECT outbox_add($11, $12, $1::text, $13::jsonb) FROM ended)
   ${endedAlone('$9::boolean')}`,
);

/** As `submitAttempt` for a renewal. */
export const submitRenewal = prepared<EndedRow>(
  'renewal_submit',
  `WITH ended AS (
     UPDATE attempt SET state = 'submitted', version = version + 1, ended_at = $3, ended_by = $4,
       last_activity_at = greatest(last_activity_at, $3)
     WHERE id = $1 AND ${isOpen} AND saves = $2
     RETURNING id, learner_id),
   graded AS (${storeResponses('$5')}),
   announced AS (SELECT outbox_add($6, $7, $1::text, $8::jsonb) FROM ended)
   ${endedAlone('false')}`,
);

import { prepared } from '#libs/platform';

/** Counters per cohort that learners are spread over. The one after them is for what concerns everybody. */
export const stripes = 8;
const general = stripes;

/** What concerns everybody: a counter, and the publication that is shown, which only grows as well. */
const generalCount = (cohortId: string) => `
  coalesce((SELECT revision FROM dashboard_revision WHERE cohort_id = ${cohortId} AND stripe = ${general}), 0) +
  coalesce((SELECT k.live_publication FROM cohort h JOIN course k ON k.course_id = h.course_id WHERE h.id = ${cohortId}), 0)`;

/** The counters joined by dashes: each only grows, in the order of the commits of whoever holds its row. */
export const revisionOf = (cohortId: string) => `
  SELECT string_agg(coalesce(r.revision, 0)::text, '-' ORDER BY s.stripe) || '-' || ${generalCount(cohortId)}
  FROM generate_series(0, ${stripes - 1}) AS s (stripe)
  LEFT JOIN dashboard_revision r ON r.cohort_id = ${cohortId} AND r.stripe = s.stripe`;

export const revisionsOf = prepared<{ cohortId: string; revision: string }>(
  'dashboard_revisions',
  `SELECT c.id AS "cohortId", (${revisionOf('c.id')}) AS revision FROM unnest($1::uuid[]) AS c (id)`,
);

export const changedLearners = prepared<{ learnerIds: string[]; isGeneral: boolean }>(
  'dashboard_changes',
  `SELECT
     ARRAY(SELECT c.learner_id::text FROM generate_series(0, ${stripes - 1}) AS s
       JOIN dashboard_change c ON c.cohort_id = $1 AND c.stripe = s AND c.revision > ($2::bigint[])[s + 1]
       LIMIT $3) AS "learnerIds",
     ${generalCount('$1')} > $4::bigint AS "isGeneral"`,
);

/** In the order of the cohorts, and last in its transaction: nobody waits long for the counter. */
export const raiseForLearner = prepared(
  'dashboard_raise',
  `WITH concerned AS MATERIALIZED (
     SELECT e.cohort_id FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
     WHERE e.learner_id = $1 AND e.removed_at IS NULL AND ($3::uuid IS NULL OR c.course_id = $3) AND $4::uuid IS NULL
     UNION SELECT $4::uuid WHERE $4::uuid IS NOT NULL),
   raised AS (
     INSERT INTO dashboard_revision AS r (cohort_id, stripe, revision)
     SELECT cohort_id, $2::int, 1 FROM concerned ORDER BY cohort_id
     ON CONFLICT (cohort_id, stripe) DO UPDATE SET revision = r.revision + 1
     RETURNING cohort_id, stripe, revision)
   INSERT INTO dashboard_change AS c (cohort_id, learner_id, stripe, revision)
   SELECT cohort_id, $1, stripe, revision FROM raised
   ON CONFLICT (cohort_id, learner_id) DO UPDATE SET stripe = excluded.stripe, revision = excluded.revision`,
);

export const raiseAll = prepared(
  'dashboard_raise_all',
  `INSERT INTO dashboard_revision AS r (cohort_id, stripe, revision)
   VALUES ($1, ${general}, 1)
   ON CONFLICT (cohort_id, stripe) DO UPDATE SET revision = r.revision + 1`,
);

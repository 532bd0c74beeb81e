import { rows } from '#libs/platform';
import type { DataSource } from 'typeorm';

import { patternOf } from '../cohorts/cohorts.queries.js';

export interface EnrolledLearnerRow {
  learnerId: string;
  displayName: string;
  email: string;
  enrolledAt: Date;
}

/**
 * By name; `search` is part of a name or an address, taken literally. The members come first and apart: otherwise the
 * search looks through everybody who has an account, to throw all but a class away.
 */
export async function listEnrolled(
  dataSource: DataSource,
  cohortId: string,
  { search, after, limit }: { search: string; after: readonly [string, string] | null; limit: number },
): Promise<EnrolledLearnerRow[]> {
  return rows<EnrolledLearnerRow>(
    dataSource,
    `WITH member AS MATERIALIZED (
       SELECT e.learner_id AS "learnerId", coalesce(p.display_name, '') AS "displayName", coalesce(p.email, '') AS email,
         e.enrolled_at AS "enrolledAt"
       FROM enrolment e LEFT JOIN person p ON p.user_id = e.learner_id
       WHERE e.cohort_id = $1 AND e.removed_at IS NULL)
     SELECT * FROM member
     WHERE ($2::text IS NULL OR "displayName" ILIKE $2 OR email ILIKE $2)
       AND ($3::text IS NULL OR ("displayName", "learnerId") > ($3, $4::uuid))
     ORDER BY "displayName", "learnerId" LIMIT $5`,
    [cohortId, patternOf(search), ...(after ?? [null, null]), limit],
  );
}

import { rows } from '#libs/platform';
import type { DataSource } from 'typeorm';

import { patternOf } from '../cohorts/cohorts.queries.js';

export interface EnrolledLearnerRow {
  learnerId: string;
  displayName: string;
  email: string;
  enrolledAt: Date;
}

/** By name; `search` is part of a name or an address, taken literally. */
export async function listEnrolled(
  dataSource: DataSource,
  cohortId: string,
  { search, after, limit }: { search: string; after: readonly [string, string] | null; limit: number },
): Promise<EnrolledLearnerRow[]> {
  return rows<EnrolledLearnerRow>(
    dataSource,
    `SELECT e.learner_id AS "learnerId", coalesce(p.display_name, '') AS "displayName", coalesce(p.email, '') AS email,
       e.enrolled_at AS "enrolledAt"
     FROM enrolment e LEFT JOIN person p ON p.user_id = e.learner_id
     WHERE e.cohort_id = $1 AND e.removed_at IS NULL
       AND ($2::text IS NULL OR p.display_name ILIKE $2 OR p.email ILIKE $2)
       AND ($3::text IS NULL OR (coalesce(p.display_name, ''), e.learner_id) > ($3, $4::uuid))
     ORDER BY coalesce(p.display_name, ''), e.learner_id LIMIT $5`,
    [cohortId, patternOf(search), ...(after ?? [null, null]), limit],
  );
}

import { rows } from '#libs/platform';
import type { DataSource } from 'typeorm';

import { patternOf } from '../cohorts/cohorts.queries.js';

export interface EnrolledLearnerRow {
  learnerId: string;
  displayName: string;
  email: string;
  enrolledAt: Date;
  /** What the list is sorted by; the name, but for the blink of an eye in which an account is made known. */
  sortName: string;
}

/** By name, in the order of an index: a page costs a page. `search` is part of a name or an address, taken literally. */
export async function listEnrolled(
  dataSource: DataSource,
  cohortId: string,
  { search, after, limit }: { search: string; after: readonly [string, string] | null; limit: number },
): Promise<EnrolledLearnerRow[]> {
  return rows<EnrolledLearnerRow>(
    dataSource,
    `SELECT e.learner_id AS "learnerId", coalesce(p.display_name, '') AS "displayName", coalesce(p.email, '') AS email,
       e.enrolled_at AS "enrolledAt", e.learner_name AS "sortName"
     FROM (
       SELECT * FROM enrolment
       WHERE cohort_id = $1 AND removed_at IS NULL
         AND ($2::text IS NULL OR learner_name ILIKE $2 OR learner_email ILIKE $2)
         AND ($3::text IS NULL OR (learner_name, learner_id) > ($3, $4::uuid))
       ORDER BY learner_name, learner_id LIMIT $5) e
     LEFT JOIN person p ON p.user_id = e.learner_id
     ORDER BY e.learner_name, e.learner_id`,
    [cohortId, patternOf(search), ...(after ?? [null, null]), limit],
  );
}

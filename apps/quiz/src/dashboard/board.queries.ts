import { prepared } from '#libs/platform';

import { revisionOf } from '../insights/dashboard-revisions.queries.js';

/** As many announcements are looked through; a consumer that is further behind has an alert of its own. */
const newest = (topic: string, count: number) =>
  `(SELECT event_id, data FROM outbox WHERE topic = '${topic}' ORDER BY id DESC LIMIT ${count}) AS o`;
const isUnread = `NOT EXISTS (
  SELECT FROM inbox i WHERE i.consumer_group = 'quiz.insights' AND i.event_id = o.event_id::text)`;

/**
 * The revision of a cohort, and whether something was announced about its course that the revision does not count yet. Of an
 * event without a course, as a change of a credential's status is, it is taken for so.
 */
export const boardStanding = prepared<{ revision: string; isPending: boolean }>(
  'dashboard_standing',
  `SELECT (${revisionOf('$1::uuid')}) AS revision,
     EXISTS (SELECT FROM ${newest('quiz.attempts', 200)} WHERE data ->> 'courseId' = $2::text AND ${isUnread})
     OR EXISTS (SELECT FROM ${newest('quiz.cohorts', 50)} WHERE data ->> 'cohortId' = $1::text AND ${isUnread})
     OR EXISTS (SELECT FROM ${newest('quiz.credentials', 50)}
       WHERE coalesce(data ->> 'courseId', $2::text) = $2::text AND ${isUnread}) AS "isPending"`,
);

import { prepared } from '#libs/platform';

import { revisionOf } from '../insights/dashboard-revisions.queries.js';

/** As many announcements are looked through; a consumer that is further behind has an alert of its own. */
const unread = (topic: string, count: number, concerns: string) => `
  SELECT data ->> 'learnerId' AS learner_id FROM (
    SELECT event_id, data FROM outbox WHERE topic = '${topic}' ORDER BY id DESC LIMIT ${count}) AS o
  WHERE ${concerns} AND NOT EXISTS (
    SELECT FROM inbox i WHERE i.consumer_group = 'quiz.insights' AND i.event_id = o.event_id::text)`;

/**
 * The revision of a cohort, and the learners about whom something was announced in its course that the revision does not count
 * yet; without a name where it concerns everybody. Of an event without a course, as a change of a credential's status is, it
 * is taken for so.
 */
export const boardStanding = prepared<{ revision: string; pending: (string | null)[] }>(
  'dashboard_standing',
  `SELECT (${revisionOf('$1::uuid')}) AS revision, ARRAY(
     ${unread('quiz.attempts', 200, "data ->> 'courseId' = $2::text")}
     UNION ${unread('quiz.cohorts', 50, "data ->> 'cohortId' = $1::text")}
     UNION ${unread('quiz.credentials', 50, "coalesce(data ->> 'courseId', $2::text) = $2::text")}) AS pending`,
);

/** Who saved an answer or got another name, which no revision counts. */
export const quietlyChanged = prepared<{ learnerId: string }>(
  'dashboard_quietly_changed',
  `SELECT e.learner_id AS "learnerId" FROM enrolment e
   WHERE e.cohort_id = $1 AND e.removed_at IS NULL AND (
     e.learner_id IN (SELECT a.learner_id FROM attempt a
       WHERE a.course_id = $2 AND a.state = 'in_progress' AND a.last_activity_at >= $3)
     OR e.learner_id IN (SELECT p.user_id FROM enrolment f JOIN person p ON p.user_id = f.learner_id
       WHERE f.cohort_id = $1 AND f.removed_at IS NULL AND p.changed_at >= $3))
   LIMIT $4`,
);

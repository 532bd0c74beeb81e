import { prepared } from '#libs/platform';

/**
 * Which of these people may not watch their cohort any more: suspended, without a role that teaches, or not an instructor
 * of it. One statement for all streams of a replica. Somebody of whom nothing is known yet has the roles of their token.
 */
export const rightsLost = prepared<{ at: number }>(
  'live_rights_lost',
  `SELECT w.at::int FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) WITH ORDINALITY AS w (user_id, cohort_id, is_admin, at)
   LEFT JOIN person p ON p.user_id = w.user_id
   WHERE p.status = 'suspended' OR NOT p.roles && ARRAY['instructor', 'admin']
     OR NOT (coalesce('admin' = ANY (p.roles), w.is_admin) OR EXISTS (
       SELECT FROM cohort_instructor i WHERE i.cohort_id = w.cohort_id AND i.instructor_id = w.user_id))`,
);

import { prepared } from '#libs/platform';

import {
  activityJson,
  activityOf,
  type ActivityRow,
  liveSections,
  sectionBins,
  sectionFigures,
  type SectionFigures,
  sectionJson,
} from './insights.queries.js';

export interface OverviewRow {
  people: {
    total: number;
    suspended: number;
    byRole: { learner: number; author: number; instructor: number; admin: number };
  };
  courses: { live: number; archived: number };
  cohorts: { active: number; archived: number; enrolments: number };
  learning: { attempts: number; passes: number; activeLast7Days: number; activeLast30Days: number };
  credentials: { badges: number; certificates: number; suspended: number; revoked: number };
  activity: ActivityRow[];
}

const role = (name: string) => `'${name}', count(*) FILTER (WHERE '${name}' = ANY (roles))`;

/** Everything that the platform counts. It reads whole tables; whoever asks shares the answer. */
export const platformOverview = prepared<OverviewRow>(
  'platform_overview',
  `WITH active AS (${activityOf('insight_day d WHERE d.day BETWEEN $2 AND $3')})
   SELECT
     (SELECT json_build_object('total', count(*), 'suspended', count(*) FILTER (WHERE status = 'suspended'), 'byRole',
        json_build_object(${['learner', 'author', 'instructor', 'admin'].map(role).join(', ')}))
      FROM person WHERE status <> 'erased') AS people,
     (SELECT json_build_object('live', count(*) FILTER (WHERE NOT is_archived), 'archived', count(*) FILTER (WHERE is_archived))
      FROM course) AS courses,
     (SELECT json_build_object('active', count(*) FILTER (WHERE NOT is_archived),
        'archived', count(*) FILTER (WHERE is_archived), 'enrolments', (SELECT count(*) FROM enrolment e
          JOIN cohort k ON k.id = e.cohort_id WHERE e.removed_at IS NULL AND NOT k.is_archived))
      FROM cohort) AS cohorts,
     (SELECT json_build_object('attempts', coalesce(sum(attempts_used), 0), 'passes', count(passed_at),
        'activeLast7Days', count(DISTINCT learner_id) FILTER (WHERE last_activity_at >= $1::timestamptz - interval '7 days'),
        'activeLast30Days', count(DISTINCT learner_id) FILTER (WHERE last_activity_at >= $1::timestamptz - interval '30 days'))
      FROM progress) AS learning,
     (SELECT json_build_object('badges', count(*) FILTER (WHERE status = 'active' AND kind = 'section_badge'),
        'certificates', count(*) FILTER (WHERE status = 'active' AND kind = 'course_certificate'),
        'suspended', count(*) FILTER (WHERE status = 'suspended'), 'revoked', count(*) FILTER (WHERE status = 'revoked'))
      FROM credential) AS credentials,
     (SELECT coalesce(json_agg(${activityJson}), '[]') FROM active) AS activity`,
);

export interface CourseOverviewRow {
  title: string;
  learners: number;
  cohorts: number;
  certificates: number;
  sections: (SectionFigures & { lost: number })[];
}

/**
 * Everybody who ever began something in the course, in a cohort or not. Lost is whoever did nothing since $2 and has a section
 * left; it is counted where they were last.
 */
export const courseOverview = prepared<CourseOverviewRow>(
  'course_overview',
  `WITH section AS MATERIALIZED (${liveSections('$1')}),
   cell AS MATERIALIZED (
     SELECT p.learner_id, p.section_id, p.percent, p.passed_at, p.attempts_used, p.last_activity_at, i.first_started_at,
       i.first_ended_at
     FROM progress p JOIN section USING (section_id)
     LEFT JOIN insight_standing i ON i.learner_id = p.learner_id AND i.section_id = p.section_id WHERE p.course_id = $1),
   figures AS (${sectionFigures}), binned AS (${sectionBins}),
   stopped AS (
     SELECT section_id, count(*)::int AS lost FROM (
       SELECT (array_agg(section_id ORDER BY last_activity_at DESC, section_id))[1] AS section_id FROM cell
       WHERE attempts_used > 0 GROUP BY learner_id
       HAVING max(last_activity_at) < $2 AND count(passed_at) < (SELECT count(*) FROM section)) AS last GROUP BY section_id)
   SELECT c.title,
     (SELECT count(DISTINCT learner_id)::int FROM cell WHERE attempts_used > 0) AS learners,
     (SELECT count(*)::int FROM cohort WHERE course_id = $1) AS cohorts,
     (SELECT count(*)::int FROM credential WHERE course_id = $1 AND kind = 'course_certificate' AND status = 'active')
       AS certificates,
     (SELECT coalesce(json_agg(${sectionJson}, 'dueAt', NULL, 'lost', coalesce(l.lost, 0)) ORDER BY s.position, s.section_id), '[]')
      FROM section s LEFT JOIN figures f USING (section_id) LEFT JOIN binned b USING (section_id)
      LEFT JOIN stopped l USING (section_id)) AS sections
   FROM course c WHERE c.course_id = $1`,
);

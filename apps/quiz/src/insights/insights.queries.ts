import { prepared } from '#libs/platform';

export interface SectionFigures {
  sectionId: string;
  title: string;
  position: number;
  dueAt: string | null;
  started: number;
  submitted: number;
  passed: number;
  graded: number;
  meanPercent: number | null;
  /** Learners per tenth of the percents, only tenths that have any: from 0 for under 10 percent to 9. */
  bins: [bin: number, learners: number][];
  timedPasses: number;
  /** Median and 90th percentile. */
  hours: [number, number] | null;
}

export interface ActivityRow {
  date: string;
  started: number;
  graded: number;
  passed: number;
  activeLearners: number;
}

export interface InsightsRow {
  learners: number;
  sections: SectionFigures[];
  activity: ActivityRow[];
  badges: number;
  certificates: number;
  issued: { date: string; badges: number; certificates: number }[];
}

/** A day of UTC as text. */
export const dayText = (moment: string) => `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

export const liveSections = (courseId: string) => `
  SELECT s.section_id, s.title, s.position FROM course c
  JOIN published_section s ON s.course_id = c.course_id AND s.publication = c.live_publication
  WHERE c.course_id = ${courseId}`;

/** The figures of each section over `cell`: rows of progress with their standing. */
export const sectionFigures = `
  SELECT section_id, count(*) FILTER (WHERE attempts_used > 0)::int AS started,
    count(*) FILTER (WHERE first_ended_at IS NOT NULL)::int AS submitted,
    count(*) FILTER (WHERE passed_at IS NOT NULL)::int AS passed,
    count(percent)::int AS graded, round(avg(percent), 4)::float8 AS mean_percent,
    count(*) FILTER (WHERE passed_at >= first_started_at)::int AS timed_passes,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY date_part('epoch', passed_at - first_started_at) / 3600)
      FILTER (WHERE passed_at >= first_started_at) AS hours
  FROM cell GROUP BY section_id`;

/** Grades by tenths; a full mark belongs to the highest. */
export const sectionBins = `
  SELECT section_id, json_agg(json_build_array(bin, learners)) AS bins FROM (
    SELECT section_id, least(floor(percent / 10), 9)::int AS bin, count(*)::int AS learners
    FROM cell WHERE percent IS NOT NULL GROUP BY section_id, bin) AS binned GROUP BY section_id`;

export const activityOf = (days: string) => `
  SELECT d.day, sum(d.started)::int AS started, sum(d.graded)::int AS graded, sum(d.passed)::int AS passed,
    count(DISTINCT d.learner_id)::int AS active FROM ${days} GROUP BY d.day`;

export const sectionJson = `json_build_object('sectionId', s.section_id, 'title', s.title, 'position', s.position,
  'started', coalesce(f.started, 0), 'submitted', coalesce(f.submitted, 0), 'passed', coalesce(f.passed, 0),
  'graded', coalesce(f.graded, 0), 'meanPercent', f.mean_percent, 'bins', coalesce(b.bins, '[]'),
  'timedPasses', coalesce(f.timed_passes, 0), 'hours', f.hours`;

export const activityJson = `json_build_object('date', day, 'started', started, 'graded', graded, 'passed', passed,
  'activeLearners', active)`;

/** Everything in one snapshot: the learners enrolled now, the sections published now. */
export const cohortInsights = prepared<InsightsRow>(
  'cohort_insights',
  `WITH learner AS MATERIALIZED (
     SELECT learner_id FROM enrolment WHERE cohort_id = $1 AND removed_at IS NULL),
   section AS MATERIALIZED (${liveSections('$2')}),
   cell AS MATERIALIZED (
     SELECT p.section_id, p.percent, p.passed_at, p.attempts_used, i.first_started_at, i.first_ended_at
     FROM learner l JOIN progress p ON p.learner_id = l.learner_id AND p.course_id = $2
     LEFT JOIN insight_standing i ON i.learner_id = p.learner_id AND i.section_id = p.section_id),
   figures AS (${sectionFigures}),
   binned AS (${sectionBins}),
   active AS (${activityOf(`insight_day d JOIN learner USING (learner_id) JOIN section USING (section_id)
     WHERE d.course_id = $2 AND d.day BETWEEN $3 AND $4`)}),
   held AS MATERIALIZED (
     SELECT k.kind, k.status, k.issued_at FROM learner JOIN credential k USING (learner_id)
     WHERE k.course_id = $2 AND k.status <> 'revoked')
   SELECT
     (SELECT count(*)::int FROM learner) AS learners,
     (SELECT coalesce(json_agg(${sectionJson}, 'dueAt', d.due_at) ORDER BY s.position, s.section_id), '[]')
      FROM section s LEFT JOIN figures f USING (section_id) LEFT JOIN binned b USING (section_id)
      LEFT JOIN cohort_due_date d ON d.cohort_id = $1 AND d.section_id = s.section_id) AS sections,
     (SELECT coalesce(json_agg(${activityJson}), '[]') FROM active) AS activity,
     (SELECT count(*)::int FROM held WHERE kind = 'section_badge' AND status = 'active') AS badges,
     (SELECT count(*)::int FROM held WHERE kind = 'course_certificate' AND status = 'active') AS certificates,
     (SELECT coalesce(json_agg(json_build_object('date', day, 'badges', badges, 'certificates', certificates)), '[]') FROM (
        SELECT ${dayText('issued_at')} AS day, count(*) FILTER (WHERE kind = 'section_badge')::int AS badges,
          count(*) FILTER (WHERE kind = 'course_certificate')::int AS certificates
        FROM held WHERE issued_at >= ($3::date)::timestamp AT TIME ZONE 'UTC'
          AND issued_at < ($4::date + 1)::timestamp AT TIME ZONE 'UTC' GROUP BY day) AS days) AS issued`,
);

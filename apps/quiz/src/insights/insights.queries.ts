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

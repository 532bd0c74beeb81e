import { type AttemptChoice, attemptChoices, type Frequency, type MarkCount, unitsOf } from '#libs/assessment';
import { prepared } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { ClassCount, Counts } from './analysis.js';

function byChoice<Row extends object>(name: string, sql: (choice: AttemptChoice) => string) {
  const of = (choice: AttemptChoice) => prepared<Row>(`${name}_${choice}`, sql(choice));
  const [first, best, latest, all] = attemptChoices;
  return { [first]: of(first), [best]: of(best), [latest]: of(latest), [all]: of(all) };
}

const ofPublication = 'section_id = $1 AND ($2::int IS NULL OR publication = $2)';
const wanted = (choice: AttemptChoice) => `${ofPublication} AND n_${choice} > 0`;

/** Of one histogram, value by value in the same order. Each is a list as PostgreSQL prints it, `{1.5,2}`. */
type MarkLists = [marks: string, attempts: string, restSums: string];
type FrequencyLists = [values: string, attempts: string];

interface CountLists {
  papers: [...FrequencyLists, maxSum: string] | [null, null, null];
  positions: [position: string, ...MarkLists][];
  questions: {
    questionId: string;
    version: number;
    attemptsOfAll: number;
    marks: MarkLists;
    rests: FrequencyLists;
    /** Null where nobody's time is known. */
    times: FrequencyLists | null;
  }[];
}

const markLists = (choice: AttemptChoice) =>
  `json_build_array(array_agg(mark)::text, array_agg(n_${choice})::text, array_agg(rest_${choice})::text)`;
const frequencyLists = (column: string, choice: AttemptChoice) =>
  `json_build_array(array_agg(${column})::text, array_agg(n_${choice})::text)`;

/**
 * Every count that the figures of a section follow from, in one round trip. What is read grows with the marks that are possible, not
 * with the attempts. Lists are text, which PostgreSQL writes and we read several times faster than JSON of as many pairs.
 */
const countsOf = byChoice<CountLists>(
  'item_counts',
  (choice) => `
  SELECT
    (SELECT json_build_array(array_agg(total)::text, array_agg(n_${choice})::text, sum(max_${choice})::text)
     FROM item_paper WHERE ${wanted(choice)}) AS papers,
    (SELECT coalesce(json_agg(json_build_array(position, marks->0, marks->1, marks->2)), '[]') FROM (
       SELECT position, ${markLists(choice)} AS marks FROM item_position WHERE ${wanted(choice)} GROUP BY position) p) AS positions,
    (SELECT coalesce(json_agg(json_build_object('questionId', question_id, 'version', version, 'attemptsOfAll', marks.of_all,
       'marks', marks.lists, 'rests', rests.lists, 'times', times.lists)), '[]')
     FROM (SELECT question_id, version, sum(n_all)::int AS of_all, ${markLists(choice)} AS lists
       FROM item_mark WHERE ${wanted(choice)} GROUP BY question_id, version) marks
     JOIN (SELECT question_id, version, ${frequencyLists('rest', choice)} AS lists
       FROM item_rest WHERE ${wanted(choice)} GROUP BY question_id, version) rests USING (question_id, version)
     LEFT JOIN (SELECT question_id, version, ${frequencyLists('time_bucket', choice)} AS lists
       FROM item_time WHERE ${wanted(choice)} GROUP BY question_id, version) times USING (question_id, version)) AS questions`,
);

export interface CountsOf {
  readonly sectionId: string;
  readonly choice: AttemptChoice;
  /** Null for all. */
  readonly publication: number | null;
}

export async function readCounts(source: EntityManager | DataSource, of: CountsOf): Promise<Counts> {
  const [found] = await countsOf[of.choice](source, [of.sectionId, of.publication]);
  const { papers, positions, questions } = found!; // three sub-selects and no table: always one row
  const [totals, attempts, maxSum] = papers;
  return {
    totals: totals === null ? [] : frequenciesIn([totals, attempts]),
    maxSum: maxSum === null ? 0n : unitsOf(maxSum),
    positions: new Map(positions.map(([position, ...lists]) => [position, marksIn(lists)])),
    questions: questions.map(({ marks, rests, times, ...question }) => ({
      ...question,
      marks: marksIn(marks),
      rests: frequenciesIn(rests),
      times: times === null ? [] : timesIn(times),
    })),
  };
}

function marksIn([marks, attempts, restSums]: MarkLists): MarkCount[] {
  const [counts, sums] = [listed(attempts), unitsIn(restSums)];
  // All three have as many.
  return unitsIn(marks).map((mark, at) => ({ mark, attempts: Number(counts[at]), restSum: sums[at]! }));
}

function frequenciesIn([values, attempts]: FrequencyLists): Frequency[] {
  const counts = listed(attempts);
  return unitsIn(values).map((value, at) => [value, Number(counts[at])]);
}

/** Decimals that all have the places of the tables: what is left without the points are units. */
function unitsIn(decimals: string): bigint[] {
  return listed(decimals.replaceAll('.', '')).map(BigInt);
}

function timesIn([buckets, attempts]: FrequencyLists): [number, number][] {
  const counts = listed(attempts);
  return listed(buckets).map((bucket, at) => [Number(bucket), Number(counts[at])]);
}

/** Of numbers, none of them null: nothing is quoted. */
function listed(text: string): string[] {
  return text.slice(1, -1).split(',');
}

/**
 * What was answered. All that could be chosen; of what was typed only answers that one attempt in two hundred gave, since there is
 * no end to the others.
 */
const classesOf = byChoice<{ questionId: string; version: number; classes: ClassCount[] }>(
  'item_classes',
  (choice) => `
  WITH question AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS k ("questionId" uuid, version int, least int)),
  class AS (
    SELECT c.* FROM question k JOIN item_class c ON c.section_id = $1 AND c.question_id = k."questionId"
      AND c.version = k.version AND c.is_offered
    UNION ALL
    SELECT c.* FROM question k JOIN item_class c ON c.section_id = $1 AND c.question_id = k."questionId"
      AND c.version = k.version AND NOT c.is_offered AND c.digits >= length(k.least::text) AND c.n_all >= k.least)
  SELECT question_id AS "questionId", version,
    json_agg(json_build_array(part_id, value, is_right, is_offered, n, rest)) AS classes
  FROM (SELECT question_id, version, part_id, value, is_right, is_offered, sum(n_${choice})::int AS n,
      sum(rest_${choice})::float8 AS rest
    FROM class WHERE ${wanted(choice)} GROUP BY question_id, version, part_id, value, is_right, is_offered) counted
  GROUP BY question_id, version`,
);

/** One in so many attempts must have typed an answer for it to be told. */
const typedShareMin = 200;

/** By `questionId/version`. */
export async function readClasses(
  source: EntityManager | DataSource,
  { sectionId, choice, publication }: CountsOf,
  questions: Counts['questions'],
): Promise<Map<string, ClassCount[]>> {
  const wantedQuestions = questions.map(({ questionId, version, attemptsOfAll }) => ({
    questionId,
    version,
    least: Math.max(1, Math.ceil(attemptsOfAll / typedShareMin)),
  }));
  const values = [sectionId, publication, JSON.stringify(wantedQuestions)];
  const found = await classesOf[choice](source, values);
  return new Map(found.map(({ questionId, version, classes }) => [`${questionId}/${version}`, classes]));
}

const challengesOf = prepared<{ questionId: string; count: number }>(
  'item_open_challenges',
  `SELECT question_id AS "questionId", count(*)::int AS count FROM challenge
   WHERE section_id = $1 AND state = 'open' GROUP BY question_id`,
);

/** By question, whichever version the learner met. */
export async function readOpenChallenges(
  source: EntityManager | DataSource,
  sectionId: string,
): Promise<Map<string, number>> {
  const found = await challengesOf(source, [sectionId]);
  return new Map(found.map(({ questionId, count }) => [questionId, count]));
}

export interface AnalysedSection {
  courseId: string;
  title: string;
  /** The newest that has the section. */
  publication: number;
  /** Whether the publication that was asked for has it. */
  hasPublication: boolean;
  /** Of its counts. */
  revision: number;
}

/** One statement for “unknown” and “not yours”: the two take the same time and give the same nothing. */
const sectionFor = prepared<AnalysedSection>(
  'item_section_for',
  `SELECT c.course_id AS "courseId", s.title, s.publication, $6::int IS NULL OR EXISTS (SELECT FROM published_section o
     WHERE o.section_id = s.section_id AND o.publication = $6 AND o.publication <= c.live_publication) AS "hasPublication",
     coalesce((SELECT revision FROM item_section r WHERE r.section_id = s.section_id), 0) AS revision
   FROM published_section s JOIN course c ON c.course_id = s.course_id AND s.publication <= c.live_publication
   WHERE s.section_id = $1 AND ($3 OR ($4 AND c.owner_id = $2) OR ($5 AND EXISTS (
     SELECT FROM cohort k JOIN cohort_instructor i ON i.cohort_id = k.id
     WHERE k.course_id = c.course_id AND i.instructor_id = $2)))
   ORDER BY s.publication DESC LIMIT 1`,
);

export interface Asker {
  readonly id: string;
  readonly isAdmin: boolean;
  readonly isAuthor: boolean;
  readonly isInstructor: boolean;
}

/** The section for whoever owns its course, teaches a cohort in it, or is an admin. */
export async function findAnalysedSection(
  dataSource: DataSource,
  sectionId: string,
  { asker, publication }: { asker: Asker; publication: number | null },
): Promise<AnalysedSection | null> {
  const { id, isAdmin, isAuthor, isInstructor } = asker;
  const [section] = await sectionFor(dataSource, [sectionId, id, isAdmin, isAuthor, isInstructor, publication]);
  return section ?? null;
}

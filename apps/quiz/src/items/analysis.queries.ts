import { type AttemptChoice, attemptChoices } from '#libs/assessment';
import { type Prepared, prepared, rows } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import type { ClassCount, Counts } from './analysis.js';

/** Within a transaction if there is one, otherwise prepared. */
interface Statement<Row extends object> {
  readonly text: string;
  readonly prepared: Prepared<Row>;
}

function run<Row extends object>(
  source: EntityManager | DataSource,
  statement: Statement<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  return source instanceof DataSource ? statement.prepared(source, values) : rows(source, statement.text, values);
}

function byChoice<Row extends object>(name: string, sql: (choice: AttemptChoice) => string) {
  const of = (choice: AttemptChoice): Statement<Row> => {
    const text = sql(choice);
    return { text, prepared: prepared(`${name}_${choice}`, text) };
  };
  const [first, best, latest, all] = attemptChoices;
  return { [first]: of(first), [best]: of(best), [latest]: of(latest), [all]: of(all) };
}

const wanted = (choice: AttemptChoice) =>
  `section_id = $1 AND ($2::int IS NULL OR publication = $2) AND n_${choice} > 0`;

/**
 * Every count that the figures of a section follow from, in one round trip. Lists travel as JSON, marks as text: a double would
 * round them. What is read grows with the marks that are possible, not with the attempts.
 */
const countsOf = byChoice<Counts>(
  'item_counts',
  (choice) => `
  SELECT
    (SELECT coalesce(json_agg(json_build_array(total::text, max::text, n_${choice})), '[]')
     FROM item_paper WHERE ${wanted(choice)}) AS papers,
    (SELECT coalesce(json_agg(json_build_array(position, cells)), '[]') FROM (
       SELECT position, json_agg(json_build_array(mark::text, rest::text, n_${choice})) AS cells
       FROM item_position WHERE ${wanted(choice)} GROUP BY position) p) AS positions,
    (SELECT coalesce(json_agg(json_build_object('questionId', q.question_id, 'version', q.version,
       'publication', q.publication, 'attemptsOfAll', cells.of_all, 'cells', cells.list, 'times', coalesce(times.list, '[]'))), '[]')
     FROM item_question q
     JOIN (SELECT question_id, version, sum(n_all)::int AS of_all,
         json_agg(json_build_array(mark::text, rest::text, n_${choice})) AS list
       FROM item_cell WHERE ${wanted(choice)} GROUP BY question_id, version) cells USING (question_id, version)
     LEFT JOIN (SELECT question_id, version, json_agg(json_build_array(time_bucket, n_${choice})) AS list
       FROM item_time WHERE ${wanted(choice)} GROUP BY question_id, version) times USING (question_id, version)
     WHERE q.section_id = $1) AS questions`,
);

export interface CountsOf {
  readonly sectionId: string;
  readonly choice: AttemptChoice;
  /** Null for all. */
  readonly publication: number | null;
}

export async function readCounts(source: EntityManager | DataSource, of: CountsOf): Promise<Counts> {
  const [counts] = await run(source, countsOf[of.choice], [of.sectionId, of.publication]);
  return counts!; // three sub-selects and no table: always one row
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
      AND c.version = k.version AND NOT c.is_offered AND c.n_all >= k.least)
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
  const found = await run(source, classesOf[choice], values);
  return new Map(found.map(({ questionId, version, classes }) => [`${questionId}/${version}`, classes]));
}

const challengesSql = `SELECT question_id AS "questionId", count(*)::int AS count FROM challenge
  WHERE section_id = $1 AND state = 'open' GROUP BY question_id`;
const challengesOf: Statement<{ questionId: string; count: number }> = {
  text: challengesSql,
  prepared: prepared('item_open_challenges', challengesSql),
};

/** By question, whichever version the learner met. */
export async function readOpenChallenges(
  source: EntityManager | DataSource,
  sectionId: string,
): Promise<Map<string, number>> {
  const found = await run(source, challengesOf, [sectionId]);
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

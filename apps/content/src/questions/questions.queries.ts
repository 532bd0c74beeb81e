import type { Question } from '#libs/contracts';
import { NotFound, type Page, type PageQuery, readCursor, rows, toPage } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';

import type { QuestionStatistics } from '../items/items.dto.js';
import type { QuestionBody } from './question-body.js';
import type { ListedQuestionResponse, QuestionQuery, QuestionResponse } from './questions.dto.js';

interface QuestionRow {
  id: string;
  version: number;
  ordinal: string;
  sectionId: string;
  updatedAt: Date;
  body: QuestionBody;
}

const columns = `question.id, question.ordinal, question.section_id AS "sectionId", stored.version, stored.body,
  stored.made_at AS "updatedAt"`;
const current = `question JOIN question_version AS stored
  ON stored.question_id = question.id AND stored.version = question.version`;

/** The current version; the caller has made sure whose it is. */
export async function readQuestion(manager: EntityManager | DataSource, id: string): Promise<QuestionResponse> {
  const sql = `SELECT ${columns} FROM ${current} WHERE question.id = $1`;
  const [question] = await rows<QuestionRow>(manager, sql, [id]);
  if (question === undefined) throw new NotFound('question');
  return responseOf(question);
}

const questionList = 'content.questions';
const questionListKey = z.tuple([z.string().regex(/^\d{1,18}$/)]);

interface ListedRow extends QuestionRow {
  statistics: QuestionStatistics | null;
}

/** Of the newest version that was attempted, the current one or one before it. */
const statistics = `LEFT JOIN LATERAL (
  SELECT * FROM question_statistics AS known WHERE known.question_id = question.id AND known.version <= question.version
  ORDER BY known.attempts > 0 DESC, known.version DESC LIMIT 1) AS item ON true`;
const statisticsColumn = `CASE WHEN item.version IS NOT NULL THEN json_build_object('version', item.version,
  'attempts', item.attempts, 'facility', item.facility, 'discrimination', item.discrimination, 'flags', item.flags,
  'openChallenges', item.open_challenges,
  'analysedAt', to_char(item.analysed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS statistics`;
const isFlagged = '(coalesce(cardinality(item.flags), 0) > 0 OR coalesce(item.open_challenges, 0) > 0)';

/** Questions of a section in the order they came. */
export async function listQuestions(
  dataSource: DataSource,
  sectionId: string,
  { tag, difficulty, type, search, flagged, cursor, limit }: QuestionQuery,
): Promise<Page<ListedQuestionResponse>> {
  const after = readCursor(questionList, cursor, questionListKey);
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await rows<ListedRow>(
    dataSource,
    `SELECT ${columns}, ${statisticsColumn} FROM ${current} ${statistics}
     WHERE question.section_id = $1 AND ($2::bigint IS NULL OR question.ordinal > $2)
       AND ($3::text IS NULL OR stored.body->'tags' ? $3)
       AND ($4::text IS NULL OR stored.body->>'difficulty' = $4)
       AND ($5::text IS NULL OR stored.body->>'type' = $5)
       AND ($6::text IS NULL OR stored.body->>'stem' ILIKE $6 OR stored.body->>'name' ILIKE $6)
       AND ($7::boolean IS NULL OR ${isFlagged} = $7)
     ORDER BY question.ordinal LIMIT $8`,
    [sectionId, after?.[0] ?? null, tag ?? null, difficulty ?? null, type ?? null, pattern, flagged ?? null, limit + 1],
  );
  return toPage(questionList, found, limit, {
    item: (question) => ({ ...responseOf(question), statistics: question.statistics }),
    key: (question) => [question.ordinal],
  });
}

const versionList = 'content.question-versions';
const versionListKey = z.tuple([z.int32().positive()]);

/** Every version the question ever had, newest first. */
export async function listVersions(
  dataSource: DataSource,
  id: string,
  { cursor, limit }: PageQuery,
): Promise<Page<QuestionResponse>> {
  const before = readCursor(versionList, cursor, versionListKey);
  const found = await rows<QuestionRow>(
    dataSource,
    `SELECT ${columns} FROM question JOIN question_version AS stored ON stored.question_id = question.id
     WHERE question.id = $1 AND ($2::int IS NULL OR stored.version < $2)
     ORDER BY stored.version DESC LIMIT $3`,
    [id, before?.[0] ?? null, limit + 1],
  );
  return toPage(versionList, found, limit, { item: responseOf, key: (question) => [question.version] });
}

/** All questions of a course as they stand, by section. */
export async function questionsBySection(manager: EntityManager, courseId: string): Promise<Map<string, Question[]>> {
  const found = await rows<QuestionRow>(
    manager,
    `SELECT ${columns} FROM ${current} JOIN section ON section.id = question.section_id
     WHERE section.course_id = $1 ORDER BY question.ordinal`,
    [courseId],
  );
  const bySection = new Map<string, Question[]>();
  for (const { sectionId, body, id, version } of found) {
    const questions = bySection.get(sectionId) ?? [];
    questions.push({ ...body, id, version });
    bySection.set(sectionId, questions);
  }
  return bySection;
}

/** All questions of a section as they stand. */
export async function questionsOfSection(manager: EntityManager | DataSource, sectionId: string): Promise<Question[]> {
  const sql = `SELECT ${columns} FROM ${current} WHERE question.section_id = $1 ORDER BY question.ordinal`;
  const found = await rows<QuestionRow>(manager, sql, [sectionId]);
  return found.map(({ body, id, version }) => ({ ...body, id, version }));
}

export async function questionIdsOf(manager: EntityManager, sectionId: string): Promise<string[]> {
  const sql = 'SELECT id FROM question WHERE section_id = $1 ORDER BY ordinal';
  return (await rows<{ id: string }>(manager, sql, [sectionId])).map(({ id }) => id);
}

/** Questions that left a section are on no paper of it any more. */
export async function forgetFixed(manager: EntityManager, sectionId: string, ids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE section SET version = version + 1,
       policy = jsonb_set(policy, '{fixedQuestions}', (policy->'fixedQuestions') - $2::text[])
     WHERE id = $1 AND policy->'fixedQuestions' ?| $2::text[]`,
    [sectionId, ids],
  );
}

/** The questions of a section that carry one of these names as their key or their id. */
export function namedQuestions(
  manager: EntityManager | DataSource,
  sectionId: string,
  names: readonly string[],
): Promise<{ id: string; key: string | null; version: number; body: QuestionBody }[]> {
  return rows(
    manager,
    `SELECT question.id, question.key, question.version, stored.body FROM ${current}
     WHERE question.section_id = $1 AND (question.key = ANY ($2::text[]) OR question.id::text = ANY ($2::text[]))`,
    [sectionId, names],
  );
}

/** By place among these bodies: a question of the section that says exactly the same. */
export async function sameQuestions(
  manager: EntityManager | DataSource,
  sectionId: string,
  bodies: ReadonlyMap<number, QuestionBody>,
): Promise<Map<number, string>> {
  if (bodies.size === 0) return new Map();
  const found = await rows<{ place: number; id: string }>(
    manager,
    `SELECT DISTINCT ON (place) place, question.id FROM ${current}
     JOIN jsonb_to_recordset($2::jsonb) AS given (place int, body jsonb) ON given.body = stored.body
     WHERE question.section_id = $1 ORDER BY place, question.ordinal`,
    [sectionId, JSON.stringify([...bodies].map(([place, body]) => ({ place, body })))],
  );
  return new Map(found.map(({ place, id }) => [place, id]));
}

function responseOf({ body, id, version, sectionId, updatedAt }: QuestionRow): QuestionResponse {
  return { ...body, id, version, sectionId, updatedAt: updatedAt.toISOString() };
}

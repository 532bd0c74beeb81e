import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { CohortResponse } from './cohorts.dto.js';
import type { Asker } from './teaching.queries.js';

type ShownCohort = Omit<CohortResponse, 'createdAt'> & { createdAt: Date };

const shown = `SELECT c.id, c.name, c.course_id AS "courseId", coalesce(k.title, '') AS "courseTitle",
    c.is_archived AS "isArchived", c.self_enrolment AS "selfEnrolment", c.version, c.created_at AS "createdAt",
    c.learner_count AS "learnerCount",
    (SELECT coalesce(json_agg(json_build_object('id', i.instructor_id, 'displayName', coalesce(p.display_name, ''))
       ORDER BY i.added_at, i.instructor_id), '[]')
     FROM cohort_instructor i LEFT JOIN person p ON p.user_id = i.instructor_id
     WHERE i.cohort_id = c.id) AS instructors
  FROM cohort c LEFT JOIN course k ON k.course_id = c.course_id`;

export async function readCohort(manager: EntityManager | DataSource, cohortId: string): Promise<CohortResponse> {
  const [cohort] = await rows<ShownCohort>(manager, `${shown} WHERE c.id = $1`, [cohortId]);
  if (cohort === undefined)
    throw new RangeError(`Cohort ${cohortId} was there a moment ago; cohorts are never deleted.`);
  return view(cohort);
}

export interface CohortSelection {
  readonly state: 'active' | 'archived' | 'all';
  /** Part of a name or title, taken literally. */
  readonly search: string;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Newest first; `limit` + 1 rows tell whether there is a next page. */
export async function listCohorts(
  dataSource: DataSource,
  asker: Asker,
  { state, search, after, limit }: CohortSelection,
): Promise<CohortResponse[]> {
  const found = await rows<ShownCohort>(
    dataSource,
    `${shown}
     WHERE ($2 OR EXISTS (SELECT FROM cohort_instructor i WHERE i.cohort_id = c.id AND i.instructor_id = $1))
       AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3, $4::uuid))
       AND ($6 = 'all' OR c.is_archived = ($6 = 'archived'))
       AND ($7::text IS NULL OR c.name ILIKE $7 OR k.title ILIKE $7)
     ORDER BY c.created_at DESC, c.id DESC LIMIT $5`,
    [asker.id, asker.isAdmin, ...(after ?? [null, null]), limit, state, patternOf(search)],
  );
  return found.map(view);
}

export interface NewCohort {
  readonly id: string;
  readonly name: string;
  readonly courseId: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly key: string | null;
}

/** False when the creator has used the key before. */
export async function insertCohort(manager: EntityManager, cohort: NewCohort): Promise<boolean> {
  const { id, name, courseId, createdBy, createdAt, key } = cohort;
  const inserted = await rows(
    manager,
    `INSERT INTO cohort (id, name, course_id, version, created_by, created_at, create_key)
     VALUES ($1, $2, $3, 1, $4, $5, $6)
     ON CONFLICT (created_by, create_key) WHERE create_key IS NOT NULL DO NOTHING RETURNING id`,
    [id, name, courseId, createdBy, createdAt, key],
  );
  return inserted.length > 0;
}

export async function cohortOfKey(
  manager: EntityManager,
  createdBy: string,
  key: string | null,
): Promise<string | null> {
  const sql = 'SELECT id FROM cohort WHERE created_by = $1 AND create_key = $2';
  const [cohort] = await rows<{ id: string }>(manager, sql, [createdBy, key]);
  return cohort?.id ?? null;
}

export async function isOpenCourse(manager: EntityManager, courseId: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM course WHERE course_id = $1 AND NOT is_archived';
  return (await rows(manager, sql, [courseId])).length > 0;
}

export interface CohortSettings {
  readonly name: string;
  readonly isArchived: boolean;
  readonly selfEnrolment: boolean;
}

/** The cohort after the change, with its next version. */
export async function updateCohort(
  manager: EntityManager,
  cohortId: string,
  { name, isArchived, selfEnrolment }: CohortSettings,
): Promise<void> {
  await rows(
    manager,
    'UPDATE cohort SET name = $2, is_archived = $3, self_enrolment = $4, version = version + 1 WHERE id = $1',
    [cohortId, name, isArchived, selfEnrolment],
  );
}

/** For ILIKE: the text anywhere, its own wildcards taken literally; null where nothing is looked for. */
export function patternOf(search: string): string | null {
  return search === '' ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}

function view(cohort: ShownCohort): CohortResponse {
  return { ...cohort, createdAt: cohort.createdAt.toISOString() };
}

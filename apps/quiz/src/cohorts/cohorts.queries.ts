import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { CohortResponse } from './cohorts.dto.js';
import type { Asker } from './teaching.queries.js';

type ShownCohort = Omit<CohortResponse, 'createdAt'> & { createdAt: Date };

const shown = `SELECT c.id, c.name, c.course_id AS "courseId", coalesce(k.title, '') AS "courseTitle",
    c.is_archived AS "isArchived", c.version, c.created_at AS "createdAt",
    (SELECT count(*)::int FROM enrolment e WHERE e.cohort_id = c.id AND e.removed_at IS NULL) AS "learnerCount",
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

/** Newest first; `limit` + 1 rows tell whether there is a next page. */
export async function listCohorts(
  dataSource: DataSource,
  asker: Asker,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<CohortResponse[]> {
  const found = await rows<ShownCohort>(
    dataSource,
    `${shown}
     WHERE ($2 OR EXISTS (SELECT FROM cohort_instructor i WHERE i.cohort_id = c.id AND i.instructor_id = $1))
       AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3, $4::uuid))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $5`,
    [asker.id, asker.isAdmin, ...(after ?? [null, null]), limit],
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

/** The cohort after the change, with its next version. */
export async function updateCohort(
  manager: EntityManager,
  cohortId: string,
  { name, isArchived }: { name: string; isArchived: boolean },
): Promise<void> {
  await rows(manager, 'UPDATE cohort SET name = $2, is_archived = $3, version = version + 1 WHERE id = $1', [
    cohortId,
    name,
    isArchived,
  ]);
}

function view(cohort: ShownCohort): CohortResponse {
  return { ...cohort, createdAt: cohort.createdAt.toISOString() };
}

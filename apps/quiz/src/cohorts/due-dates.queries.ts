import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

export interface DueDateRow {
  sectionId: string;
  title: string;
  dueAt: Date | null;
}

/** Every section of the live publication, in order, with its date in this cohort. */
export async function dueDatesOf(manager: EntityManager | DataSource, cohortId: string): Promise<DueDateRow[]> {
  return rows<DueDateRow>(
    manager,
    `SELECT s.section_id AS "sectionId", s.title, d.due_at AS "dueAt"
     FROM cohort c JOIN course k ON k.course_id = c.course_id
     JOIN published_section s ON s.course_id = k.course_id AND s.publication = k.live_publication
     LEFT JOIN cohort_due_date d ON d.cohort_id = c.id AND d.section_id = s.section_id
     WHERE c.id = $1 ORDER BY s.position`,
    [cohortId],
  );
}

export interface DueDate {
  readonly sectionId: string;
  readonly dueAt: string | null;
}

/** Sets and takes away; how many changed. */
export async function saveDueDates(
  manager: EntityManager,
  cohortId: string,
  dates: readonly DueDate[],
): Promise<number> {
  const [changed] = await rows<{ changed: number }>(
    manager,
    `WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS g ("sectionId" uuid, "dueAt" timestamptz)),
     removed AS (
       DELETE FROM cohort_due_date d USING given
       WHERE d.cohort_id = $1 AND d.section_id = given."sectionId" AND given."dueAt" IS NULL RETURNING 1),
     saved AS (
       INSERT INTO cohort_due_date AS d (cohort_id, section_id, due_at)
       SELECT $1, "sectionId", "dueAt" FROM given WHERE "dueAt" IS NOT NULL
       ON CONFLICT (cohort_id, section_id) DO UPDATE SET due_at = excluded.due_at WHERE d.due_at <> excluded.due_at
       RETURNING 1)
     SELECT ((SELECT count(*) FROM removed) + (SELECT count(*) FROM saved))::int AS changed`,
    [cohortId, JSON.stringify(dates)],
  );
  return changed?.changed ?? 0;
}

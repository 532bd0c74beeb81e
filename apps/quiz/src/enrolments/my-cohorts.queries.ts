import { rows } from '#libs/platform';
import type { DataSource } from 'typeorm';

import type { MyCohortResponse, OpenCohortResponse } from './my-cohorts.dto.js';

const instructors = `(SELECT coalesce(json_agg(p.display_name ORDER BY i.added_at, i.instructor_id), '[]')
  FROM cohort_instructor i JOIN person p ON p.user_id = i.instructor_id WHERE i.cohort_id = c.id) AS instructors`;

interface Slice {
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export type MyCohortRow = Omit<MyCohortResponse, 'enrolledAt'> & { enrolledAt: Date };

/** Newest enrolment first. Dates are those of sections that the course has today. */
export function myCohorts(dataSource: DataSource, learnerId: string, { after, limit }: Slice): Promise<MyCohortRow[]> {
  return rows<MyCohortRow>(
    dataSource,
    `SELECT c.id, c.name, c.is_archived AS "isArchived", e.enrolled_at AS "enrolledAt",
       e.enrolled_by = $1 AND NOT c.is_archived AS "canLeave", ${instructors},
       json_build_object('id', c.course_id, 'slug', coalesce(k.slug, ''), 'title', coalesce(k.title, '')) AS course,
       (SELECT coalesce(json_agg(json_build_object('sectionId', s.section_id, 'title', s.title,
            'dueAt', to_char(d.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'hasPassed', p.passed_at IS NOT NULL) ORDER BY d.due_at, s.position), '[]')
        FROM cohort_due_date d JOIN published_section s ON s.course_id = c.course_id AND s.section_id = d.section_id
          AND s.publication = k.live_publication
        LEFT JOIN progress p ON p.learner_id = $1 AND p.section_id = d.section_id
        WHERE d.cohort_id = c.id) AS "dueDates"
     FROM enrolment e JOIN cohort c ON c.id = e.cohort_id LEFT JOIN course k ON k.course_id = c.course_id
     WHERE e.learner_id = $1 AND e.removed_at IS NULL
       AND ($2::timestamptz IS NULL OR (e.enrolled_at, c.id) < ($2, $3::uuid))
     ORDER BY e.enrolled_at DESC, c.id DESC LIMIT $4`,
    [learnerId, ...(after ?? [null, null]), limit],
  );
}

/** By name. Those whom an instructor took out are not asked in again. */
export function openCohorts(
  dataSource: DataSource,
  { courseId, learnerId }: { courseId: string; learnerId: string },
  { after, limit }: Slice,
): Promise<OpenCohortResponse[]> {
  return rows<OpenCohortResponse>(
    dataSource,
    `SELECT c.id, c.name, ${instructors}, e.learner_id IS NOT NULL AND e.removed_at IS NULL AS "isMine",
       coalesce(e.removed_at IS NULL AND e.enrolled_by = $2, false) AS "canLeave"
     FROM cohort c LEFT JOIN enrolment e ON e.cohort_id = c.id AND e.learner_id = $2
     WHERE c.course_id = $1 AND c.self_enrolment AND NOT c.is_archived
       AND (e.removed_by IS NULL OR e.removed_by = $2)
       AND NOT EXISTS (SELECT FROM cohort_instructor i WHERE i.cohort_id = c.id AND i.instructor_id = $2)
       AND ($3::text IS NULL OR (c.name, c.id) > ($3, $4::uuid))
     ORDER BY c.name, c.id LIMIT $5`,
    [courseId, learnerId, ...(after ?? [null, null]), limit],
  );
}

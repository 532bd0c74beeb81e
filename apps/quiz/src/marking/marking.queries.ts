import { prepared, rows } from '#libs/platform';
import type { DataSource } from 'typeorm';

/** Whoever asks, and in which of their roles. */
export interface Marker {
  readonly id: string;
  readonly isAdmin: boolean;
  readonly isInstructor: boolean;
  readonly isAuthor: boolean;
}

export interface QueueRow {
  attemptId: string;
  questionId: string;
  learnerId: string;
  learnerName: string;
  courseId: string;
  sectionId: string;
  sectionTitle: string;
  number: number;
  submittedAt: Date;
  markedAt: Date | null;
  share: string | null;
}

const columns = `a.id AS "attemptId", a.learner_id AS "learnerId", coalesce(w.display_name, '') AS "learnerName",
  a.course_id AS "courseId", a.section_id AS "sectionId", s.title AS "sectionTitle", a.number, a.ended_at AS "submittedAt"`;

const around = `LEFT JOIN person w ON w.user_id = a.learner_id
   JOIN published_section s ON s.course_id = a.course_id AND s.publication = a.publication AND s.section_id = a.section_id`;

/** As `MarkingService.mayMark` says, in one condition: $1 the marker, $2 to $4 their roles, $5 section, $6 cohort. */
const mayMark = `a.learner_id <> $1
     AND ($5::uuid IS NULL OR a.section_id = $5)
     AND ($6::uuid IS NULL OR EXISTS (SELECT FROM enrolment e JOIN cohort k ON k.id = e.cohort_id
       WHERE e.cohort_id = $6 AND e.learner_id = a.learner_id AND e.removed_at IS NULL AND k.course_id = a.course_id))
     AND ($2 OR ($3 AND EXISTS (SELECT FROM enrolment e
         JOIN cohort_instructor i ON i.cohort_id = e.cohort_id AND i.instructor_id = $1
         JOIN cohort k ON k.id = e.cohort_id AND k.course_id = a.course_id
         WHERE e.learner_id = a.learner_id AND e.removed_at IS NULL))
       OR ($4 AND EXISTS (SELECT FROM course c WHERE c.course_id = a.course_id AND c.owner_id = $1)))`;

/** Whoever has waited longest is first. */
export const pendingPage = prepared<QueueRow>(
  'marking_pending_page',
  `SELECT ${columns}, r.question_id AS "questionId", NULL::timestamptz AS "markedAt", NULL::text AS share
   FROM attempt a
   JOIN response r ON r.attempt_id = a.id AND r.outcome = 'pending' AND NOT r.is_dropped
   ${around}
   WHERE a.state = 'submitted' AND ${mayMark}
     AND ($7::timestamptz IS NULL OR (a.ended_at, a.id, r.question_id) > ($7, $8::uuid, $9::uuid))
   ORDER BY a.ended_at, a.id, r.question_id LIMIT $10`,
);

/** The newest mark is first. */
export const markedPage = prepared<QueueRow>(
  'marking_marked_page',
  `SELECT ${columns}, m.question_id AS "questionId", m.marked_at AS "markedAt", m.share
   FROM mark m
   JOIN attempt a ON a.id = m.attempt_id AND a.state IN ('submitted', 'graded')
   ${around}
   WHERE ${mayMark}
     AND NOT EXISTS (SELECT FROM mark later WHERE later.attempt_id = m.attempt_id
       AND later.question_id = m.question_id AND later.version > m.version)
     AND ($7::timestamptz IS NULL OR (m.marked_at, m.attempt_id, m.question_id) < ($7, $8::uuid, $9::uuid))
   ORDER BY m.marked_at DESC, m.attempt_id DESC, m.question_id DESC LIMIT $10`,
);

/** All that waits, read from the index of what waits. */
export async function waitingForMarks(
  dataSource: DataSource,
  now: Date,
): Promise<{ attempts: number; oldestSeconds: number }> {
  const [waiting] = await rows<{ attempts: number; oldestSeconds: number }>(
    dataSource,
    `SELECT count(*)::int AS attempts,
       coalesce(greatest(0, extract(epoch FROM $1::timestamptz - min(ended_at))), 0)::float8 AS "oldestSeconds"
     FROM attempt WHERE state = 'submitted'`,
    [now],
  );
  return waiting!; // an aggregate without groups is one row
}

import type { Answer, PaperPlace } from '#libs/assessment';
import { prepared, rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

export interface PracticeSituation {
  courseId: string;
  publication: number;
  isArchived: boolean;
  passedSections: string[];
  hasOpenAttempt: boolean;
}

/** Whether the learner may practise the section now, in one round trip. */
export const practiceSituation = prepared<PracticeSituation>(
  'practice_situation',
  `SELECT c.course_id AS "courseId", c.live_publication AS publication, c.is_archived AS "isArchived",
     ARRAY(SELECT p.section_id::text FROM progress p
       WHERE p.learner_id = $1 AND p.course_id = c.course_id AND p.passed_at IS NOT NULL) AS "passedSections",
     EXISTS (SELECT FROM attempt a WHERE a.learner_id = $1 AND a.section_id = $2 AND a.state = 'in_progress'
       AND (a.deadline_at IS NULL OR a.deadline_at > $3)) AS "hasOpenAttempt"
   FROM published_section s
   JOIN course c ON c.course_id = s.course_id AND c.live_publication = s.publication
   WHERE s.section_id = $2`,
);

export const hasOpenAttempt = prepared<{ id: string }>(
  'practice_open_attempt',
  `SELECT id FROM attempt WHERE learner_id = $1 AND section_id = $2 AND state = 'in_progress'
     AND (deadline_at IS NULL OR deadline_at > $3) LIMIT 1`,
);

export interface SessionRow {
  id: string;
  learnerId: string;
  courseId: string;
  sectionId: string;
  publication: number;
  places: PaperPlace[];
  startedAt: Date;
  finishedAt: Date | null;
  /** In the order in which they were made. */
  tries: { questionId: string; answer: Answer }[];
}

const session = `SELECT s.id, s.learner_id AS "learnerId", s.course_id AS "courseId", s.section_id AS "sectionId", s.publication,
    s.places, s.started_at AS "startedAt", s.finished_at AS "finishedAt",
    (SELECT coalesce(json_agg(json_build_object('questionId', t.question_id, 'answer', t.answer)
       ORDER BY t.question_id, t.number), '[]') FROM practice_try t WHERE t.session_id = s.id) AS tries
  FROM practice_session s`;

/** Somebody else's session is no row at all. */
export const loadSession = prepared<SessionRow>('practice_load', `${session} WHERE s.id = $1 AND s.learner_id = $2`);

export const openSession = prepared<SessionRow>(
  'practice_open',
  `${session} WHERE s.learner_id = $1 AND s.section_id = $2 AND s.finished_at IS NULL`,
);

/** One try at a time: until the transaction ends, others at the same session wait. */
export async function lockSession(manager: EntityManager, id: string, learnerId: string): Promise<SessionRow | null> {
  await rows(manager, 'SELECT 1 FROM practice_session WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const [found] = await rows<SessionRow>(manager, `${session} WHERE s.id = $1 AND s.learner_id = $2`, [id, learnerId]);
  return found ?? null;
}

/** How many practices the learner has started since, and when the oldest of them. */
export const recentSessions = prepared<{ count: number; oldest: Date | null }>(
  'practice_recent',
  `SELECT count(*)::int AS count, min(started_at) AS oldest FROM practice_session WHERE learner_id = $1 AND started_at > $2`,
);

/** No row where another start of the learner was first. Beyond $8, what was finished longest ago goes. */
export const insertSession = prepared<{ id: string }>(
  'practice_insert',
  `WITH pruned AS (
     DELETE FROM practice_session WHERE id IN (
       SELECT id FROM practice_session WHERE learner_id = $2 AND finished_at IS NOT NULL
       ORDER BY started_at DESC OFFSET $8))
   INSERT INTO practice_session (id, learner_id, course_id, section_id, publication, places, started_at)
   VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)
   ON CONFLICT (learner_id, section_id) WHERE finished_at IS NULL DO NOTHING
   RETURNING id`,
);

export async function insertTry(
  manager: EntityManager,
  { sessionId, questionId, number }: { sessionId: string; questionId: string; number: number },
  answer: Answer,
  at: Date,
): Promise<void> {
  await rows(
    manager,
    'INSERT INTO practice_try (session_id, question_id, number, answer, tried_at) VALUES ($1, $2, $3, $4, $5)',
    [sessionId, questionId, number, JSON.stringify(answer), at],
  );
}

/** The first finish stays. */
export const finishSession = prepared<{ id: string }>(
  'practice_finish',
  `UPDATE practice_session SET finished_at = coalesce(finished_at, $3) WHERE id = $1 AND learner_id = $2 RETURNING id`,
);

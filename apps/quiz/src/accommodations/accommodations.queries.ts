import type { Accommodation } from '#libs/assessment';
import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

export interface AccommodationRow extends Required<Accommodation> {
  grantedAt: Date;
}

export async function findAccommodation(
  manager: EntityManager | DataSource,
  learnerId: string,
): Promise<AccommodationRow | null> {
  const [found] = await rows<AccommodationRow>(
    manager,
    `SELECT time_factor::float8 AS "timeFactor", extra_attempts AS "extraAttempts", waives_cooldown AS "waivesCooldown",
       granted_at AS "grantedAt"
     FROM accommodation WHERE learner_id = $1`,
    [learnerId],
  );
  return found ?? null;
}

export async function isKnown(manager: EntityManager | DataSource, userId: string): Promise<boolean> {
  return (await rows(manager, 'SELECT 1 FROM person WHERE user_id = $1', [userId])).length > 0;
}

/** One grant per learner at a time: the upsert holds the row until the transaction ends. */
export async function upsertAccommodation(
  manager: EntityManager,
  learnerId: string,
  { timeFactor, extraAttempts, waivesCooldown }: Required<Accommodation>,
  granted: { by: string; at: Date },
): Promise<void> {
  await rows(
    manager,
    `INSERT INTO accommodation (learner_id, time_factor, extra_attempts, waives_cooldown, granted_by, granted_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (learner_id) DO UPDATE SET time_factor = excluded.time_factor,
       extra_attempts = excluded.extra_attempts, waives_cooldown = excluded.waives_cooldown,
       granted_by = excluded.granted_by, granted_at = excluded.granted_at`,
    [learnerId, timeFactor, extraAttempts, waivesCooldown, granted.by, granted.at],
  );
}

export interface RunningAttemptRow {
  id: string;
  courseId: string;
  sectionId: string;
  publication: number;
  purpose: 'exam' | 'renewal';
  startedAt: Date;
  deadlineAt: Date;
}

/** The learner's attempts against the clock; there is at most one exam and one renewal per section. */
export async function runningAttempts(
  manager: EntityManager,
  learnerId: string,
  now: Date,
): Promise<RunningAttemptRow[]> {
  return rows<RunningAttemptRow>(
    manager,
    `SELECT id, course_id AS "courseId", section_id AS "sectionId", publication, purpose, started_at AS "startedAt",
       deadline_at AS "deadlineAt"
     FROM attempt WHERE learner_id = $1 AND state = 'in_progress' AND deadline_at > $2 ORDER BY id`,
    [learnerId, now],
  );
}

/** Never shortens, and never opens again what is over. */
export async function lengthenAttempt(
  manager: EntityManager,
  attemptId: string,
  { until, now }: { until: Date; now: Date },
): Promise<void> {
  await rows(
    manager,
    `UPDATE attempt SET deadline_at = $2 WHERE id = $1 AND state = 'in_progress' AND deadline_at > $3 AND deadline_at < $2`,
    [attemptId, until, now],
  );
}

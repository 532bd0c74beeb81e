import { prepared, rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { EarlierAttempt } from '../attempts/past-attempt.js';
import { earlierAttempts } from '../attempts/starts.queries.js';
import type { Status } from '../credentials/achievement.js';

export interface RenewableRow {
  id: string;
  kind: 'section_badge' | 'course_certificate';
  title: string;
  learnerId: string;
  courseId: string;
  sectionId: string | null;
  status: Status;
  statusCause: string | null;
  expiresAt: Date | null;
  isArchived: boolean;
  /** The live publication where it has the section, or any for a certificate; null: the section is gone. */
  publication: number | null;
  timeFactor: number;
  extraAttempts: number;
  waivesCooldown: boolean;
  /** Renewals of the section so far, newest first. */
  attempts: EarlierAttempt[];
}

/** More than anybody takes; the newest decide. */
const attemptsReadMax = 100;

const renewable = `SELECT k.id, k.kind, k.title, k.learner_id AS "learnerId", k.course_id AS "courseId",
     k.section_id AS "sectionId", k.status, k.status_cause AS "statusCause", k.expires_at AS "expiresAt",
     coalesce(c.is_archived, true) AS "isArchived",
     (SELECT c.live_publication WHERE k.section_id IS NULL OR EXISTS (SELECT FROM published_section s
       WHERE s.course_id = c.course_id AND s.publication = c.live_publication AND s.section_id = k.section_id)) AS publication,
     coalesce(m.time_factor, 1)::float8 AS "timeFactor", coalesce(m.extra_attempts, 0) AS "extraAttempts",
     coalesce(m.waives_cooldown, false) AS "waivesCooldown",
     ${earlierAttempts(
       `learner_id = k.learner_id AND section_id = k.section_id AND purpose = 'renewal'`,
       attemptsReadMax,
     )} AS attempts
   FROM credential k
   LEFT JOIN course c ON c.course_id = k.course_id
   LEFT JOIN accommodation m ON m.learner_id = k.learner_id`;

/** Everything that decides a start, in one round trip. Somebody else's credential is no row at all. */
export const renewalSituation = prepared<RenewableRow>(
  'renewal_situation',
  `${renewable} WHERE k.id = $1 AND k.learner_id = $2`,
);

/** What ends before a moment, or has lost its renewal; the first to end is first. */
export const renewablesOf = prepared<RenewableRow>(
  'renewables_of',
  `${renewable} WHERE k.learner_id = $1
     AND ((k.status = 'active' AND k.expires_at <= $2) OR (k.status = 'suspended' AND k.status_cause = 'renewed'))
   ORDER BY k.expires_at, k.id LIMIT $3`,
);

/** One start, announced, in one statement; no row when another start of the learner was first. It enters nobody's progress. */
export const insertRenewal = prepared<{ id: string }>(
  'renewal_insert',
  `WITH begun AS (
     INSERT INTO attempt (id, learner_id, course_id, section_id, publication, number, purpose, credential_id, state, version,
       start_key, started_at, deadline_at, last_activity_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'renewal', $7, 'in_progress', 1, $8, $9, $10, $9)
     ON CONFLICT DO NOTHING RETURNING id),
   drawn AS (INSERT INTO paper (attempt_id, seed, places) SELECT id, $11, $12::jsonb FROM begun),
   announced AS (SELECT outbox_add($13, $14, $1::text, $15::jsonb) FROM begun)
   SELECT begun.id FROM begun, announced`,
);

/** Required sections without a badge that is in force and outlasts the certificate. */
export function missingBadges(
  manager: EntityManager | DataSource,
  { learnerId, courseId, expiresAt }: { learnerId: string; courseId: string; expiresAt: Date },
  now: Date,
): Promise<{ sectionId: string; title: string }[]> {
  return rows(
    manager,
    `SELECT s.section_id AS "sectionId", s.title
     FROM course c
     JOIN published_section s ON s.course_id = c.course_id AND s.publication = c.live_publication AND s.is_required
     WHERE c.course_id = $2 AND NOT EXISTS (SELECT FROM credential badge
       WHERE badge.learner_id = $1 AND badge.achievement_id = 'section:' || s.section_id AND badge.status = 'active'
         AND (badge.expires_at IS NULL OR badge.expires_at > greatest($3::timestamptz, $4::timestamptz)))
     ORDER BY s.position LIMIT 500`,
    [learnerId, courseId, expiresAt, now],
  );
}

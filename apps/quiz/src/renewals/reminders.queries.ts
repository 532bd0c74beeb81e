import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import type { Achievement } from '../credentials/achievement.js';

export interface DueReminderRow {
  credentialId: string;
  version: number;
  learnerId: string;
  achievementId: string;
  kind: Achievement['kind'];
  courseId: string;
  sectionId: string | null;
  title: string;
  courseTitle: string;
  expiresAt: Date;
  daysLeft: number;
}

/** After a longer standstill what is older is not told any more. */
const lateDaysMax = 14;

/**
 * Takes reminders that are due for this replica alone: the row of each is unique, so whoever writes it announces it, and nobody
 * else. A day that passed before the edition began is none: a badge for twenty days is not ninety from its end.
 */
export function claimReminders(
  manager: EntityManager,
  { now, days, limit }: { now: Date; days: number; limit: number },
): Promise<DueReminderRow[]> {
  return rows(
    manager,
    `WITH due AS (
       SELECT k.* FROM credential k
       WHERE k.status = 'active'
         AND k.expires_at <= $1::timestamptz + make_interval(hours => $2 * 24)
         AND k.expires_at > $1::timestamptz + make_interval(hours => ($2 - ${lateDaysMax}) * 24)
         AND NOT EXISTS (SELECT FROM credential_reminder r
           WHERE r.credential_id = k.id AND r.expires_at = k.expires_at AND r.days_left = $2)
         AND k.expires_at - make_interval(hours => $2 * 24) > coalesce((SELECT max(changed_at) FROM credential_change
           WHERE credential_id = k.id AND decision IN ('issued', 'renewed')), k.issued_at)
       ORDER BY k.expires_at, k.id LIMIT $3),
     claimed AS (
       INSERT INTO credential_reminder (credential_id, expires_at, days_left, announced_at)
       SELECT id, expires_at, $2, $1 FROM due ON CONFLICT DO NOTHING RETURNING credential_id)
     SELECT d.id AS "credentialId", d.version, d.learner_id AS "learnerId", d.achievement_id AS "achievementId", d.kind,
       d.course_id AS "courseId", d.section_id AS "sectionId", d.title, d.course_title AS "courseTitle",
       d.expires_at AS "expiresAt", $2::int AS "daysLeft"
     FROM due d JOIN claimed ON claimed.credential_id = d.id ORDER BY d.expires_at, d.id`,
    [now, days, limit],
  );
}

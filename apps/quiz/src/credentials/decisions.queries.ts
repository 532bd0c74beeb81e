import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { Status } from './achievement.js';
import type { CredentialDecision, DecisionCause } from './achievements.queries.js';

export interface DecidableRow {
  id: string;
  learnerId: string;
  achievementId: string;
  kind: 'section_badge' | 'course_certificate';
  title: string;
  courseId: string;
  sectionId: string | null;
  version: number;
  status: Status;
  statusCause: string | null;
}

export async function findDecidable(
  manager: EntityManager | DataSource,
  credentialId: string,
): Promise<DecidableRow | null> {
  const [row] = await rows<DecidableRow>(
    manager,
    `SELECT id, learner_id AS "learnerId", achievement_id AS "achievementId", kind, title, course_id AS "courseId",
       section_id AS "sectionId", version, status, status_cause AS "statusCause"
     FROM credential WHERE id = $1`,
    [credentialId],
  );
  return row ?? null;
}

/**
 * Whether what the credential stands for is passed today, or was left with its holder by a regrade. A certificate is not earned any
 * more where a required section is not passed whose badge the holder once had: a course that grows takes nothing back.
 */
export async function isEarned(
  manager: EntityManager,
  { id, learnerId, courseId, sectionId }: DecidableRow,
): Promise<boolean> {
  const [found] = await rows<{ isEarned: boolean }>(
    manager,
    `SELECT EXISTS (SELECT FROM credential_change WHERE credential_id = $1 AND decision = 'kept')
       OR CASE WHEN $4::uuid IS NOT NULL
         THEN EXISTS (SELECT FROM progress WHERE learner_id = $2 AND section_id = $4 AND passed_at IS NOT NULL)
         ELSE NOT EXISTS (
           SELECT FROM course c
           JOIN published_section s ON s.course_id = c.course_id AND s.publication = c.live_publication AND s.is_required
           JOIN credential badge ON badge.learner_id = $2 AND badge.achievement_id = 'section:' || s.section_id
           LEFT JOIN progress p ON p.learner_id = $2 AND p.section_id = s.section_id
           WHERE c.course_id = $3 AND p.passed_at IS NULL) END AS "isEarned"`,
    [id, learnerId, courseId, sectionId],
  );
  return found?.isEarned ?? false;
}

export interface HistoryRow {
  decision: CredentialDecision['decision'];
  reason: string;
  cause: DecisionCause;
  at: Date;
  actorId: string | null;
  actorName: string | null;
}

/** Oldest first. A credential sees a handful of decisions in its life. */
export function historyWithActors(dataSource: DataSource, credentialId: string): Promise<HistoryRow[]> {
  return rows(
    dataSource,
    `SELECT h.decision, h.reason, h.cause, h.changed_at AS at, h.actor AS "actorId", p.display_name AS "actorName"
     FROM credential_change h LEFT JOIN person p ON p.user_id = h.actor
     WHERE h.credential_id = $1 ORDER BY h.id LIMIT 1000`,
    [credentialId],
  );
}

export interface HeldListRow extends Omit<DecidableRow, 'achievementId' | 'version'> {
  courseTitle: string;
  learnerName: string;
  email: string;
  statusReason: string | null;
  issuedAt: Date;
  expiresAt: Date | null;
}

export interface WantedCredentials {
  readonly cohort?: { readonly id: string; readonly courseId: string };
  readonly courseId?: string;
  readonly learnerId?: string;
  readonly status?: Status;
  readonly kind?: string;
  readonly search?: string;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Newest first; of the learners enrolled now where a cohort is named. */
export function listCredentials(dataSource: DataSource, wanted: WantedCredentials): Promise<HeldListRow[]> {
  const { cohort, courseId, learnerId, status, kind, search = '', after, limit } = wanted;
  const pattern = search === '' ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return rows(
    dataSource,
    `SELECT k.id, k.kind, k.title, k.course_id AS "courseId", k.course_title AS "courseTitle",
       k.section_id AS "sectionId", k.learner_id AS "learnerId", coalesce(p.display_name, k.learner_name) AS "learnerName",
       coalesce(p.email, '') AS email, k.status, k.status_reason AS "statusReason", k.status_cause AS "statusCause",
       k.issued_at AS "issuedAt", k.expires_at AS "expiresAt"
     FROM credential k LEFT JOIN person p ON p.user_id = k.learner_id
     WHERE ($1::uuid IS NULL OR k.learner_id IN (
         SELECT learner_id FROM enrolment WHERE cohort_id = $1 AND removed_at IS NULL))
       AND ($2::uuid IS NULL OR k.course_id = $2) AND ($3::uuid IS NULL OR k.learner_id = $3)
       AND ($4::text IS NULL OR k.status = $4) AND ($5::text IS NULL OR k.kind = $5)
       AND ($6::text IS NULL OR p.display_name ILIKE $6 OR p.email ILIKE $6 OR k.title ILIKE $6 OR k.id::text = lower($7))
       AND ($8::timestamptz IS NULL OR (k.issued_at, k.id) < ($8, $9::uuid))
     ORDER BY k.issued_at DESC, k.id DESC LIMIT $10`,
    [
      cohort?.id ?? null,
      cohort?.courseId ?? courseId ?? null,
      learnerId ?? null,
      status ?? null,
      kind ?? null,
      pattern,
      search,
      ...(after ?? [null, null]),
      limit,
    ],
  );
}

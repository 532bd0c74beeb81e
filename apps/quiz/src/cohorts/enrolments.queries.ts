import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

/** What became of one given address. */
export interface EnrolledRow {
  email: string;
  learnerId: string | null;
  /** The enrolment's new version; null where nothing changed. */
  version: number | null;
  /** Whether an earlier address of the same list belongs to the same account. */
  isRepeated: boolean;
}

/**
 * Enrols whoever the addresses belong to, in one statement. While an address moves from one account to another, both may
 * show it for a moment: the account that changed last has it.
 */
export async function enrol(
  manager: EntityManager,
  { cohortId, emails, by, at }: { cohortId: string; emails: readonly string[]; by: string; at: Date },
): Promise<EnrolledRow[]> {
  return rows<EnrolledRow>(
    manager,
    `WITH given AS (
       SELECT g.email, g.place, p.user_id FROM unnest($2::text[]) WITH ORDINALITY AS g (email, place)
       LEFT JOIN LATERAL (SELECT user_id FROM person WHERE lower(email) = lower(g.email)
         ORDER BY changed_at DESC, user_id LIMIT 1) p ON true),
     changed AS (
       INSERT INTO enrolment AS e (cohort_id, learner_id, version, enrolled_by, enrolled_at)
       SELECT DISTINCT $1::uuid, user_id, 1, $3::uuid, $4::timestamptz FROM given WHERE user_id IS NOT NULL
       ON CONFLICT (cohort_id, learner_id) DO UPDATE SET
         version = e.version + 1, enrolled_by = excluded.enrolled_by, enrolled_at = excluded.enrolled_at, removed_at = NULL
         WHERE e.removed_at IS NOT NULL
       RETURNING learner_id, version)
     SELECT given.email, given.user_id AS "learnerId", changed.version,
       row_number() OVER (PARTITION BY given.user_id ORDER BY given.place) > 1 AS "isRepeated"
     FROM given LEFT JOIN changed ON changed.learner_id = given.user_id ORDER BY given.place`,
    [cohortId, emails, by, at],
  );
}

export interface Removal {
  readonly version: number;
  /** False when the learner had been removed before. */
  readonly isNew: boolean;
}

/** Null when the learner was never in the cohort. */
export async function removeEnrolment(
  manager: EntityManager,
  { cohortId, learnerId, at }: { cohortId: string; learnerId: string; at: Date },
): Promise<Removal | null> {
  const [removal] = await rows<Removal>(
    manager,
    `WITH removed AS (
       UPDATE enrolment SET removed_at = $3, version = version + 1
       WHERE cohort_id = $1 AND learner_id = $2 AND removed_at IS NULL RETURNING version)
     SELECT coalesce((SELECT version FROM removed), version) AS version, EXISTS (SELECT FROM removed) AS "isNew"
     FROM enrolment WHERE cohort_id = $1 AND learner_id = $2`,
    [cohortId, learnerId, at],
  );
  return removal ?? null;
}

/** Several events of one topic and type in one statement; `data` as `Outbox.parameters` checked it. */
export async function announceAll(
  manager: EntityManager,
  { topic, type, key, data }: { topic: string; type: string; key: string; data: readonly string[] },
): Promise<void> {
  await rows(
    manager,
    `SELECT outbox_add($1, $2, $3, event::jsonb) FROM unnest($4::text[]) WITH ORDINALITY AS e (event, place) ORDER BY place`,
    [topic, type, key, data],
  );
}

export interface EnrolledLearnerRow {
  learnerId: string;
  displayName: string;
  email: string;
  enrolledAt: Date;
}

/** By name; `search` is part of a name or an address, taken literally. */
export async function listEnrolled(
  dataSource: DataSource,
  cohortId: string,
  { search, after, limit }: { search: string; after: readonly [string, string] | null; limit: number },
): Promise<EnrolledLearnerRow[]> {
  const pattern = search === '' ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return rows<EnrolledLearnerRow>(
    dataSource,
    `SELECT e.learner_id AS "learnerId", coalesce(p.display_name, '') AS "displayName", coalesce(p.email, '') AS email,
       e.enrolled_at AS "enrolledAt"
     FROM enrolment e LEFT JOIN person p ON p.user_id = e.learner_id
     WHERE e.cohort_id = $1 AND e.removed_at IS NULL
       AND ($2::text IS NULL OR p.display_name ILIKE $2 OR p.email ILIKE $2)
       AND ($3::text IS NULL OR (coalesce(p.display_name, ''), e.learner_id) > ($3, $4::uuid))
     ORDER BY coalesce(p.display_name, ''), e.learner_id LIMIT $5`,
    [cohortId, pattern, ...(after ?? [null, null]), limit],
  );
}

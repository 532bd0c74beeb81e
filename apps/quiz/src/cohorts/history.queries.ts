import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { Act, Entry } from './history.js';

/** Adds to what is known of cohorts, any number of entries in one statement. */
export async function record(manager: EntityManager, at: Date, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await rows(
    manager,
    `INSERT INTO cohort_history (cohort_id, at, actor_id, act, person_id, invitation_id, detail)
     SELECT "cohortId", $1, "actorId", act, "personId", "invitationId", coalesce(detail, '{}')
     FROM jsonb_to_recordset($2::jsonb) AS entry ("cohortId" uuid, "actorId" uuid, act text, "personId" uuid,
       "invitationId" uuid, detail jsonb)`,
    [at, JSON.stringify(entries)],
  );
}

export interface HistoryRow {
  id: string;
  at: Date;
  act: Act;
  actorId: string;
  actorName: string | null;
  personId: string | null;
  personName: string | null;
  email: string | null;
  detail: Record<string, string | number | boolean | null>;
}

/** Newest first. Names are those of today, and nobody's after erasure. */
export async function listHistory(
  dataSource: DataSource,
  cohortId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<HistoryRow[]> {
  return rows<HistoryRow>(
    dataSource,
    `SELECT h.id::text, h.at, h.act, h.actor_id AS "actorId", a.display_name AS "actorName", h.person_id AS "personId",
       p.display_name AS "personName", nullif(i.email, '') AS email, h.detail
     FROM cohort_history h LEFT JOIN person a ON a.user_id = h.actor_id LEFT JOIN person p ON p.user_id = h.person_id
     LEFT JOIN invitation i ON i.id = h.invitation_id
     WHERE h.cohort_id = $1 AND ($2::bigint IS NULL OR h.id < $2) ORDER BY h.id DESC LIMIT $3`,
    [cohortId, before, limit],
  );
}

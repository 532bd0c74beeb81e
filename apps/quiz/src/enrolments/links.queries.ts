import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import { linkMisses } from './link.js';

export interface LinkRow {
  id: string;
  cohortId: string;
  seats: number;
  seatsTaken: number;
  expiresAt: Date;
  revokedAt: Date | null;
  madeAt: Date;
  madeBy: string;
  madeByName: string | null;
}

const columns = `l.id, l.cohort_id AS "cohortId", l.seats, l.seats_taken AS "seatsTaken", l.expires_at AS "expiresAt",
  l.revoked_at AS "revokedAt", l.made_at AS "madeAt", l.made_by AS "madeBy", p.display_name AS "madeByName"
  FROM cohort_link l LEFT JOIN person p ON p.user_id = l.made_by`;
const listedMax = 100;

export function listLinks(manager: EntityManager | DataSource, cohortId: string): Promise<LinkRow[]> {
  const sql = `SELECT ${columns} WHERE l.cohort_id = $1 ORDER BY l.made_at DESC, l.id DESC LIMIT ${listedMax}`;
  return rows<LinkRow>(manager, sql, [cohortId]);
}

export async function findLink(manager: EntityManager, cohortId: string, linkId: string): Promise<LinkRow | null> {
  const sql = `SELECT ${columns} WHERE l.cohort_id = $1 AND l.id = $2`;
  const [link] = await rows<LinkRow>(manager, sql, [cohortId, linkId]);
  return link ?? null;
}

export async function insertLink(
  manager: EntityManager,
  link: { id: string; cohortId: string; tokenHash: Buffer; by: string; at: Date; expiresAt: Date; seats: number },
): Promise<void> {
  await rows(
    manager,
    `INSERT INTO cohort_link (id, cohort_id, token_hash, made_by, made_at, expires_at, seats)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [link.id, link.cohortId, link.tokenHash, link.by, link.at, link.expiresAt, link.seats],
  );
}

export async function countOpenLinks(manager: EntityManager, cohortId: string, now: Date): Promise<number> {
  const [counted] = await rows<{ count: number }>(
    manager,
    `SELECT count(*)::int AS count FROM cohort_link
     WHERE cohort_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND seats_taken < seats`,
    [cohortId, now],
  );
  return counted?.count ?? 0;
}

export async function revokeLink(
  manager: EntityManager,
  { linkId, by, at }: { linkId: string; by: string; at: Date },
): Promise<void> {
  const sql = 'UPDATE cohort_link SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL';
  await rows(manager, sql, [linkId, at, by]);
}

export interface LinkByToken extends LinkRow {
  cohortName: string;
  isArchived: boolean;
  courseId: string;
  slug: string;
  title: string;
  summary: string;
  /** Whether whoever made it still has the role that it took. */
  isMakerTeaching: boolean;
}

export async function linkOfToken(manager: EntityManager | DataSource, tokenHash: Buffer): Promise<LinkByToken | null> {
  const [link] = await rows<LinkByToken>(
    manager,
    `SELECT link.*, c.name AS "cohortName", c.is_archived AS "isArchived", c.course_id AS "courseId",
       coalesce(k.slug, '') AS slug, coalesce(k.title, '') AS title, coalesce(k.summary, '') AS summary,
       coalesce(m.status = 'active' AND m.roles && '{instructor,admin}', false) AS "isMakerTeaching"
     FROM (SELECT ${columns} WHERE l.token_hash = $1) link JOIN cohort c ON c.id = link."cohortId"
     LEFT JOIN course k ON k.course_id = c.course_id LEFT JOIN person m ON m.user_id = link."madeBy"`,
    [tokenHash],
  );
  return link ?? null;
}

export async function takeSeat(manager: EntityManager, linkId: string): Promise<void> {
  await rows(manager, 'UPDATE cohort_link SET seats_taken = seats_taken + 1 WHERE id = $1', [linkId]);
}

/** Seconds until tokens may be tried again from there; null while some tries are left. */
export async function blockedFor(dataSource: DataSource, who: Buffer, now: Date): Promise<number | null> {
  const [found] = await rows<{ seconds: number }>(
    dataSource,
    `SELECT ceil(extract(epoch FROM since + make_interval(mins => ${linkMisses.minutes}) - $2::timestamptz))::int AS seconds
     FROM link_miss WHERE who = $1 AND misses >= ${linkMisses.free}
       AND since > $2::timestamptz - make_interval(mins => ${linkMisses.minutes})`,
    [who, now],
  );
  return found?.seconds ?? null;
}

/** Counts a token that nobody has, and forgets some of what was counted long ago. */
export async function countMiss(dataSource: DataSource, who: Buffer, now: Date): Promise<void> {
  const isOld = `since <= $2::timestamptz - make_interval(mins => ${linkMisses.minutes})`;
  await rows(
    dataSource,
    `WITH forgotten AS (
       DELETE FROM link_miss WHERE who <> $1 AND who IN (
         SELECT who FROM link_miss WHERE ${isOld} LIMIT 100 FOR UPDATE SKIP LOCKED))
     INSERT INTO link_miss AS m (who, misses, since) VALUES ($1, 1, $2)
     ON CONFLICT (who) DO UPDATE SET misses = CASE WHEN m.${isOld} THEN 1 ELSE m.misses + 1 END,
       since = CASE WHEN m.${isOld} THEN $2 ELSE m.since END`,
    [who, now],
  );
}

import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import type { Achievement, Status } from '../credentials/achievement.js';
import type { EditionTimes, SignedEdition } from '../credentials/signing.service.js';

export interface RenewalAttemptRow {
  attemptId: string;
  credentialId: string;
  learnerId: string;
  courseId: string;
  sectionId: string;
  publication: number;
  isPassed: boolean;
  hasRenewed: boolean;
  isNewest: boolean;
}

/** What a renewal has come to, as it is now: events of one attempt may overtake each other. Null for what is no renewal. */
export async function readRenewal(manager: EntityManager, attemptId: string): Promise<RenewalAttemptRow | null> {
  const [row] = await rows<RenewalAttemptRow>(
    manager,
    `SELECT a.id AS "attemptId", a.credential_id AS "credentialId", a.learner_id AS "learnerId",
       a.course_id AS "courseId", a.section_id AS "sectionId", a.publication,
       a.state = 'graded' AND coalesce(a.has_passed, false) AS "isPassed",
       EXISTS (SELECT FROM credential_change WHERE credential_id = a.credential_id AND decision = 'renewed'
         AND cause_id = a.id) AS "hasRenewed",
       a.id IS NOT DISTINCT FROM (SELECT cause_id FROM credential_change
         WHERE credential_id = a.credential_id AND decision = 'renewed' ORDER BY id DESC LIMIT 1) AS "isNewest"
     FROM attempt a WHERE a.id = $1 AND a.purpose = 'renewal' AND a.credential_id IS NOT NULL`,
    [attemptId],
  );
  return row ?? null;
}

export interface EditionRow {
  id: string;
  learnerId: string;
  achievementId: string;
  kind: Achievement['kind'];
  courseId: string;
  sectionId: string | null;
  attemptId: string;
  title: string;
  courseTitle: string;
  version: number;
  status: Status;
  statusCause: string | null;
  awardedAt: Date;
  expiresAt: Date | null;
  list: number;
  index: number;
}

const columns = `id, learner_id AS "learnerId", achievement_id AS "achievementId", kind, course_id AS "courseId",
  section_id AS "sectionId", attempt_id AS "attemptId", title, course_title AS "courseTitle", version, status,
  status_cause AS "statusCause", awarded_at AS "awardedAt", expires_at AS "expiresAt", status_list AS list,
  status_index AS index`;

export async function readEdition(manager: EntityManager, credentialId: string): Promise<EditionRow | null> {
  const [row] = await rows<EditionRow>(manager, `SELECT ${columns} FROM credential WHERE id = $1`, [credentialId]);
  return row ?? null;
}

/** The learner's certificate of a course, if it is in force and ends before this moment. */
export async function endingCertificate(
  manager: EntityManager,
  { learnerId, courseId }: { learnerId: string; courseId: string },
  before: Date,
): Promise<(EditionRow & { expiresAt: Date }) | null> {
  const [row] = await rows<EditionRow & { expiresAt: Date }>(
    manager,
    `SELECT ${columns} FROM credential
     WHERE learner_id = $1 AND achievement_id = 'course:' || $2::text AND status = 'active' AND expires_at <= $3`,
    [learnerId, courseId, before],
  );
  return row ?? null;
}

/** Certificates that end before a moment and were not looked at yet; `after` is the last one that was. */
export function endingCertificates(
  dataSource: DataSource,
  { before, after, limit }: { before: Date; after: string; limit: number },
): Promise<{ id: string; learnerId: string; courseId: string }[]> {
  return rows(
    dataSource,
    `SELECT id, learner_id AS "learnerId", course_id AS "courseId" FROM credential
     WHERE kind = 'course_certificate' AND status = 'active' AND expires_at <= $1 AND id > $2
     ORDER BY id LIMIT $3`,
    [before, after, limit],
  );
}

/** The newer edition in place of the older one. When it was issued first, and all that figures count by, stays. */
export async function storeEdition(
  manager: EntityManager,
  credentialId: string,
  { validUntil }: EditionTimes,
  { document, jwt }: SignedEdition,
): Promise<void> {
  await rows(
    manager,
    'UPDATE credential SET document = $2, jwt = $3, expires_at = $4, version = version + 1 WHERE id = $1',
    [credentialId, JSON.stringify(document), jwt, validUntil],
  );
}

export interface EditionContentRow {
  passMark: number | null;
  percent: number | null;
  /** Of the badge's section, or of the course's certificate, as published now. */
  validDays: number | null;
  email: string | null;
  isErased: boolean;
}

/** What a new edition says besides what the credential has said from its first one on; null when the section is gone. */
export async function readEditionContent(
  manager: EntityManager,
  { learnerId, courseId, sectionId }: Pick<EditionRow, 'learnerId' | 'courseId' | 'sectionId'>,
): Promise<EditionContentRow | null> {
  const [row] = await rows<EditionContentRow>(
    manager,
    `SELECT (s.content #>> '{policy,passMark}')::float8 AS "passMark",
       (SELECT round(percent, 2)::float8 FROM progress WHERE learner_id = $1 AND section_id = $3) AS percent,
       CASE WHEN $3::uuid IS NULL
         THEN (SELECT (manifest ->> 'certificateValidDays')::int FROM publication
           WHERE course_id = c.course_id AND number = c.live_publication)
         ELSE (s.content #>> '{policy,credentialValidDays}')::int END AS "validDays",
       p.email, coalesce(p.status = 'erased', false) AS "isErased"
     FROM course c
     LEFT JOIN published_section s
       ON s.course_id = c.course_id AND s.publication = c.live_publication AND s.section_id = $3
     LEFT JOIN person p ON p.user_id = $1
     WHERE c.course_id = $2 AND ($3::uuid IS NULL OR s.section_id IS NOT NULL)`,
    [learnerId, courseId, sectionId],
  );
  return row ?? null;
}

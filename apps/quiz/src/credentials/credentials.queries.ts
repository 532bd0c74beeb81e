import { prepared } from '#libs/platform';

import type { CredentialDecision } from './achievements.queries.js';

export interface CredentialRow {
  id: string;
  kind: 'section_badge' | 'course_certificate';
  title: string;
  courseId: string;
  sectionId: string | null;
  courseTitle: string;
  learnerName: string;
  issuedAt: Date;
  status: 'active' | 'suspended' | 'revoked';
  statusReason: string | null;
}

const columns = `id, kind, title, course_id AS "courseId", section_id AS "sectionId", course_title AS "courseTitle",
  learner_name AS "learnerName", issued_at AS "issuedAt", status, status_reason AS "statusReason"`;

export const credentialPage = prepared<CredentialRow>(
  'credential_page',
  `SELECT ${columns} FROM credential
   WHERE learner_id = $1 AND ($2::timestamptz IS NULL OR (issued_at, id) < ($2, $3::uuid))
   ORDER BY issued_at DESC, id DESC LIMIT $4`,
);

export const credentialById = prepared<CredentialRow & { document: Record<string, unknown> }>(
  'credential_by_id',
  `SELECT ${columns}, document FROM credential WHERE id = $1`,
);

/** What was decided about a credential, oldest first. A credential sees a handful of decisions in its life. */
export const credentialHistory = prepared<{ decision: CredentialDecision['decision']; reason: string; at: Date }>(
  'credential_history',
  `SELECT decision, reason, changed_at AS at FROM credential_change WHERE credential_id = $1 ORDER BY id LIMIT 1000`,
);

import { prepared } from '#libs/platform';

import type { CredentialDecision } from './achievements.queries.js';
import type { CredentialRow, SignedRow } from './credential-view.js';

const columns = `id, kind, title, course_id AS "courseId", section_id AS "sectionId", course_title AS "courseTitle",
  learner_name AS "learnerName", shows_name AS "showsName", issued_at AS "issuedAt", expires_at AS "expiresAt",
  status, status_reason AS "statusReason", status_changed_at AS "statusSince"`;

export const credentialPage = prepared<CredentialRow>(
  'credential_page',
  `SELECT ${columns} FROM credential
   WHERE learner_id = $1 AND ($2::timestamptz IS NULL OR (issued_at, id) < ($2, $3::uuid))
     AND ($5::uuid IS NULL OR id = $5)
   ORDER BY issued_at DESC, id DESC LIMIT $4`,
);

export const credentialById = prepared<SignedRow>(
  'credential_by_id',
  `SELECT ${columns}, document, jwt FROM credential WHERE id = $1`,
);

/** Of the holder alone, and not of an erased one: nothing is there to be shown. */
export const showName = prepared<CredentialRow>(
  'credential_show_name',
  `UPDATE credential SET shows_name = $3 WHERE id = $1 AND learner_id = $2 RETURNING ${columns}`,
);

/** What was decided about a credential, oldest first. A credential sees a handful of decisions in its life. */
export const credentialHistory = prepared<{ decision: CredentialDecision['decision']; reason: string; at: Date }>(
  'credential_history',
  `SELECT decision, reason, changed_at AS at FROM credential_change WHERE credential_id = $1 ORDER BY id LIMIT 1000`,
);

import { prepared } from '#libs/platform';

export interface InvitationRow {
  id: string;
  version: number;
  cohort_id: string;
  cohort_name: string;
  course_title: string;
  email: string;
  invited_by_name: string;
  ends_at: Date;
}

/** The newest version of an invitation with its new link; none when this version is not news. */
export const keepInvitation = prepared<{ has_account: boolean }>(
  'auth.keep-invitation',
  `INSERT INTO invitation AS known (id, version, hash, cohort_id, cohort_name, course_title, email, invited_by, invited_by_name, created_at, ends_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   ON CONFLICT (id) DO UPDATE SET
     version = excluded.version, hash = excluded.hash, cohort_name = excluded.cohort_name, course_title = excluded.course_title,
     email = excluded.email, invited_by = excluded.invited_by, invited_by_name = excluded.invited_by_name,
     created_at = excluded.created_at, ends_at = excluded.ends_at, accepted_at = NULL, accepted_by = NULL
   WHERE known.version < excluded.version
   RETURNING EXISTS (SELECT FROM account WHERE account.email = known.email) AS has_account`,
);

/** One statement for links that are unknown, used, ended and alive: they take the same time. */
export const openInvitation = prepared<InvitationRow & { has_account: boolean }>(
  'auth.open-invitation',
  `SELECT invitation.*, EXISTS (SELECT FROM account WHERE account.email = invitation.email) AS has_account
   FROM invitation WHERE hash = $1 AND accepted_at IS NULL AND ends_at > $2`,
);

/** Of many who accept at once, one does. */
export const claimInvitation = prepared<InvitationRow>(
  'auth.claim-invitation',
  `UPDATE invitation SET accepted_at = $2 WHERE hash = $1 AND accepted_at IS NULL AND ends_at > $2 RETURNING *`,
);

export const deleteEnded = prepared<{ id: string }>(
  'auth.delete-ended-invitations',
  `DELETE FROM invitation WHERE id IN (SELECT id FROM invitation WHERE ends_at < $1 LIMIT $2) RETURNING id`,
);

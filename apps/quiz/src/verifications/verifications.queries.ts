import { prepared } from '#libs/platform';

/** What our own table says about a credential. `document` is null once its holder had it removed. */
export const ownCredential = prepared<{
  status: 'active' | 'suspended' | 'revoked';
  statusReason: string | null;
  document: Record<string, unknown> | null;
}>(
  'verification_own_credential',
  `SELECT status, status_reason AS "statusReason", document FROM credential WHERE id = $1`,
);

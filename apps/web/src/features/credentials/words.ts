import type { CredentialView } from '#libs/api-client';

import { date } from '../../shared/text/time.js';

type Holding = Pick<CredentialView, 'status' | 'isExpired' | 'expiresAt' | 'statusSince' | 'statusReason'>;

export type State = 'valid' | 'suspended' | 'revoked' | 'expired';

export function stateOf({ status, isExpired }: Holding): State {
  if (status !== 'active') return status;
  return isExpired ? 'expired' : 'valid';
}

export const stateWords: Record<State, string> = {
  valid: 'Valid',
  suspended: 'Suspended',
  revoked: 'Revoked',
  expired: 'Expired',
};

/** What the state means to whoever looks at it, with since when and why. */
export function stateSentence(credential: Holding): string {
  const since = credential.statusSince === null ? '' : ` on ${date(credential.statusSince)}`;
  const why = credential.statusReason === null ? '' : ` ${credential.statusReason}`;
  switch (stateOf(credential)) {
    case 'revoked':
      return `It was revoked${since} and does not count any more.${why}`;
    case 'suspended':
      return `It was suspended${since}: it does not count for now, and may count again.${why}`;
    case 'expired':
      return `It expired${credential.expiresAt === null ? '' : ` on ${date(credential.expiresAt)}`}. What was learned then was proved then.`;
    default:
      return credential.expiresAt === null ? 'It does not expire.' : `It is valid until ${date(credential.expiresAt)}.`;
  }
}

/** The address of a credential in a form of its own; the page and its forms are served by the same host. */
export function formUrl(id: string, format: string): string {
  return `/api/quiz/v1/credentials/${encodeURIComponent(id)}?format=${format}`;
}

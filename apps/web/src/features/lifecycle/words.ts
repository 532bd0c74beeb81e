import type { CredentialHistory, HeldCredential } from '#libs/api-client';

export type Choice = 'revoke' | 'suspend' | 'reinstate';

export const choiceWords: Record<Choice, { button: string; title: string; consequence: string }> = {
  suspend: {
    button: 'Suspend',
    title: 'Suspend this credential?',
    consequence:
      'Whoever checks it is told at once that it does not count for now. It stays so, whatever quiz is passed, until somebody reinstates it.',
  },
  reinstate: {
    button: 'Reinstate',
    title: 'Reinstate this credential?',
    consequence: 'It counts again from now on, for everybody who checks it.',
  },
  revoke: {
    button: 'Revoke',
    title: 'Revoke this credential for good?',
    consequence:
      'This cannot be taken back. The learner can earn a new one only by passing the quiz again. If you are not sure yet, suspend it instead.',
  },
};

/** What can be decided about a credential that stands so. */
export function choicesFor({ status, isDecidedByHand }: HeldCredential): readonly Choice[] {
  if (status === 'revoked') return [];
  if (status === 'active') return ['suspend', 'revoke'];
  // What a rule suspended, a person can take over, so that no later grade brings it back.
  return isDecidedByHand ? ['reinstate', 'revoke'] : ['reinstate', 'suspend', 'revoke'];
}

export function statusWords({ status, isExpired }: Pick<HeldCredential, 'status' | 'isExpired'>): {
  word: string;
  tone: string;
} {
  if (status === 'revoked') return { word: 'Revoked', tone: 'tag-danger' };
  if (status === 'suspended') return { word: 'Suspended', tone: 'tag-warning' };
  return isExpired ? { word: 'Expired', tone: 'tag-warning' } : { word: 'Valid', tone: 'tag-success' };
}

export const decisionWords: Record<CredentialHistory['items'][number]['decision'], string> = {
  issued: 'Issued',
  suspended: 'Suspended',
  kept: 'Left with its holder',
  reinstated: 'Reinstated',
  revoked: 'Revoked',
  renewed: 'Renewed',
};

export const kindWords: Record<HeldCredential['kind'], string> = {
  section_badge: 'Badge',
  course_certificate: 'Certificate',
};

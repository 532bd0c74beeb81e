import type { Held, Status } from './achievement.js';

/** What a person can decide about a credential. */
export type Choice = 'revoke' | 'suspend' | 'reinstate';

export interface Situation {
  readonly held: Exclude<Held, 'nothing'>;
  /** Whether what it stands for is still passed, or was left with the holder by a regrade. */
  readonly isEarned: boolean;
}

export type Decided =
  | { readonly outcome: 'changed'; readonly status: Status }
  /** It stands so already. */
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly why: 'revoked' | 'not_earned' };

/**
 * A person's decision stands against every rule but voiding: suspending by hand what a rule has suspended takes it over. Revoked
 * is final. What is not earned cannot be reinstated, or grade and credential would disagree.
 */
export function decide(choice: Choice, { held, isEarned }: Situation): Decided {
  const isRevoked = held === 'revoked' || held === 'revoked_by_hand';
  switch (choice) {
    case 'revoke':
      return isRevoked ? { outcome: 'unchanged' } : { outcome: 'changed', status: 'revoked' };
    case 'suspend':
      if (isRevoked) return { outcome: 'refused', why: 'revoked' };
      if (held === 'suspended_by_hand') return { outcome: 'unchanged' };
      return { outcome: 'changed', status: 'suspended' };
    case 'reinstate':
      if (isRevoked) return { outcome: 'refused', why: 'revoked' };
      if (held === 'active') return { outcome: 'unchanged' };
      if (!isEarned) return { outcome: 'refused', why: 'not_earned' };
      return { outcome: 'changed', status: 'active' };
    default:
      return unreachable(choice);
  }
}

function unreachable(choice: never): never {
  throw new TypeError(`Unknown decision: ${String(choice)}`);
}

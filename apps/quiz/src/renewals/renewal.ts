import type { Held } from '../credentials/achievement.js';

const dayMs = 86_400_000;

/** Days before the end at which holders are told; 0 is the end itself. */
export const reminderDays = [90, 30, 7, 0] as const;

/** How long before its end a credential can be renewed. Afterwards it can be for ever. */
export const renewalOpensDays = 90;

export function renewalOpensAt(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - renewalOpensDays * dayMs);
}

/**
 * The end of a renewed edition: as many days as the policy says now, counted from the old end while that lies ahead, so that nobody
 * loses days by being early. Null where the policy lets it hold for ever.
 */
export function renewedUntil(now: Date, expiresAt: Date | null, validDays: number | null): Date | null {
  if (validDays === null) return null;
  const from = expiresAt !== null && expiresAt > now ? expiresAt : now;
  return new Date(from.getTime() + validDays * dayMs);
}

export interface Renewable {
  readonly kind: 'section_badge' | 'course_certificate';
  readonly held: Held;
  readonly expiresAt: Date | null;
}

export type RenewalRefusal = 'revoked' | 'suspended' | 'never_expires' | 'too_early' | 'certificate';

/** Why a renewal cannot be started now; null when it can. */
export function renewalRefusal({ kind, held, expiresAt }: Renewable, now: Date): RenewalRefusal | null {
  if (held === 'revoked' || held === 'revoked_by_hand') return 'revoked';
  // Whose renewal was voided has to renew again; that is the way out.
  if (held === 'suspended_with_renewal') return null;
  if (held !== 'active') return 'suspended';
  if (expiresAt === null) return 'never_expires';
  if (kind === 'course_certificate') return 'certificate';
  return now < renewalOpensAt(expiresAt) ? 'too_early' : null;
}

/** What a renewal attempt came to. */
export interface RenewalResult {
  readonly isPassed: boolean;
  /** Whether it has renewed the credential before. */
  readonly hasRenewed: boolean;
  /** Whether the present edition rests on it, rather than on a later renewal. */
  readonly isNewest: boolean;
}

export type RenewalEffect = 'none' | 'renew' | 'suspend' | 'reinstate';

/**
 * Passing renews, once. A renewal that is voided, or lost by a mark given anew, suspends the edition that rests on it: the paper
 * with the later end is out in the world. It comes back with the next renewal that is passed. Failing changes nothing.
 */
export function renewalEffect(held: Held, { isPassed, hasRenewed, isNewest }: RenewalResult): RenewalEffect {
  if (held === 'nothing' || held === 'revoked' || held === 'revoked_by_hand') return 'none';
  if (isPassed && !hasRenewed) return 'renew';
  if (isPassed) return held === 'suspended_with_renewal' && isNewest ? 'reinstate' : 'none';
  return hasRenewed && isNewest && held === 'active' ? 'suspend' : 'none';
}

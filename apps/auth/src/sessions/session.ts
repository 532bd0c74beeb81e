import type { Role } from '#libs/contracts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const sessionsPerAccountMax = 20;
/** Within this time a refresh token may be shown again by the same client, which then gets the same successor (a lost answer, two tabs). */
export const successorWindowMs = 10_000;

export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** Staff sessions are short: they see other people's data. */
export function limitsFor(roles: readonly Role[]): SessionLimits {
  const isStaff = roles.some((role) => role !== 'learner');
  return isStaff ? { idleMs: 12 * hourMs, absoluteMs: dayMs } : { idleMs: 14 * dayMs, absoluteMs: 30 * dayMs };
}

export interface ShownToken {
  readonly usedAt: Date | null;
  readonly isSameClient: boolean;
  readonly session: { readonly revokedAt: Date | null; readonly idleUntil: Date; readonly endsAt: Date };
}

/**
 * What a refresh token that was just shown is worth. `reused` means that somebody else may hold a copy: the whole
 * family ends (RFC 9700, 4.14.2).
 */
export function judgeRefresh(shown: ShownToken, now: Date): 'rotate' | 'repeat' | 'reused' | 'ended' {
  const { session, usedAt } = shown;
  if (session.revokedAt !== null || session.endsAt <= now || session.idleUntil <= now) return 'ended';
  if (usedAt === null) return 'rotate';
  return shown.isSameClient && now.getTime() - usedAt.getTime() <= successorWindowMs ? 'repeat' : 'reused';
}

export const linkDaysMax = 90;
/** Of one cohort, that hold at one time. */
export const openLinksMax = 50;
export const linkMisses = { free: 60, minutes: 15 } as const;

export interface LinkFacts {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly seats: number;
  readonly seatsTaken: number;
}

/** Whether somebody may still come in by it; what was taken back says so before anything else. */
export function linkState(link: LinkFacts, now: Date): 'open' | 'expired' | 'full' | 'revoked' {
  if (link.revokedAt !== null) return 'revoked';
  if (link.expiresAt <= now) return 'expired';
  return link.seatsTaken >= link.seats ? 'full' : 'open';
}

export function isLinkExpiry(expiresAt: Date, now: Date): boolean {
  return expiresAt > now && expiresAt.getTime() - now.getTime() <= linkDaysMax * 86_400_000;
}

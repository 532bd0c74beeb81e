export const invitationStates = ['pending', 'expired', 'accepted', 'withdrawn', 'refused'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Why somebody who came by an invitation was not enrolled. */
export const refusals = ['cohort_archived', 'inviter_lost_role', 'teaches_cohort'] as const;
export type Refused = (typeof refusals)[number];

/** How long the link in the mail holds. */
export const invitationDays = 7;

/** For how long it can be seen what became of an invitation by which nobody came; then the address goes. */
const keptDays = 30;

/** What ended before this moment is forgotten. */
export function forgottenFrom(now: Date): Date {
  return new Date(now.getTime() - keptDays * 86_400_000);
}

/** Against mass mail: sent and sent anew count alike. */
export const sendingLimits = { hours: 24, cohort: 2_000, person: 5_000 } as const;

/** What left before this moment counts no more. */
export function limitedSince(now: Date): Date {
  return new Date(now.getTime() - sendingLimits.hours * 3_600_000);
}

/** How many more may be sent after these. */
export function sendingsLeft(sent: { cohort: number; person: number }): number {
  return Math.max(0, Math.min(sendingLimits.cohort - sent.cohort, sendingLimits.person - sent.person));
}

export function expiryOf(sentAt: Date): Date {
  return new Date(sentAt.getTime() + invitationDays * 86_400_000);
}

/** What can be earned. The id stays, whatever the titles become. */
export type Achievement =
  | { readonly kind: 'section_badge'; readonly id: string; readonly courseId: string; readonly sectionId: string }
  | { readonly kind: 'course_certificate'; readonly id: string; readonly courseId: string; readonly sectionId: null };

export function sectionBadge(courseId: string, sectionId: string): Achievement {
  return { kind: 'section_badge', id: `section:${sectionId}`, courseId, sectionId };
}

export function courseCertificate(courseId: string): Achievement {
  return { kind: 'course_certificate', id: `course:${courseId}`, courseId, sectionId: null };
}

/** What decides which achievements a learner has, as committed now. */
export interface Standing {
  readonly passed: readonly string[];
  /** The required sections of the live publication. */
  readonly required: readonly string[];
}

/** What should be true now of the achievements that one section decides. */
export type Verdict = 'earned' | 'lost' | 'unchanged';

export function verdictOnBadge({ passed }: Standing, sectionId: string): Verdict {
  return passed.includes(sectionId) ? 'earned' : 'lost';
}

/**
 * A certificate is lost only when a section that it needs is lost: a course that grows does not take back what was
 * finished before.
 */
export function verdictOnCertificate({ passed, required }: Standing, sectionId: string): Verdict {
  if (required.length > 0 && required.every((section) => passed.includes(section))) return 'earned';
  return required.includes(sectionId) && !passed.includes(sectionId) ? 'lost' : 'unchanged';
}

/** What made somebody look at the achievements of a learner, and what it means for a credential that is not earned any more. */
export type Occasion =
  | { readonly cause: 'graded'; readonly causeId: string }
  | { readonly cause: 'voided'; readonly causeId: string }
  | {
      readonly cause: 'regraded' | 'marked';
      readonly causeId: string;
      readonly onLoss: 'suspend' | 'keep';
      /** Of whoever changed the grade, for the learner. */
      readonly reason: string;
    };

export function occasionOfRegrade(event: {
  readonly attemptId: string;
  readonly regradeId: string | null;
  readonly cause: 'regrade' | 'mark';
  readonly credentials: 'suspend' | 'keep';
  readonly reason: string;
}): Occasion {
  const { attemptId, regradeId, cause, credentials: onLoss, reason } = event;
  return { cause: cause === 'mark' ? 'marked' : 'regraded', causeId: regradeId ?? attemptId, onLoss, reason };
}

/** What happens to a credential; `keep` leaves it with its holder although it is not earned any more. */
export type CredentialEffect = 'none' | 'issue' | 'reinstate' | 'suspend' | 'keep' | 'revoke';

export type Status = 'active' | 'suspended' | 'revoked';

/** Where the newest credential of an achievement stands, and who brought it there. */
export type Held =
  | 'nothing'
  | 'active'
  /** By a rule: a regrade or a mark took away what it stands for. */
  | 'suspended'
  /** By a person. */
  | 'suspended_by_hand'
  /** The renewal that its present edition rests on was voided or lost. */
  | 'suspended_with_renewal'
  /** By a rule: the attempt that earned it was voided. */
  | 'revoked'
  /** By a person, or with the account of its holder. */
  | 'revoked_by_hand';

/** What an attempt, a regrade or a voiding came to for an achievement. */
export type Happening =
  /** It is earned as things stand now; `again` by a pass taken after a person revoked it. */
  | 'earned'
  | 'earned_again'
  | 'lost_by_voiding'
  | 'lost_and_suspend'
  | 'lost_and_keep'
  /** A grade that was overtaken by what took the pass away: whatever did that decides. */
  | 'lost_before';

/**
 * The whole of it: what becomes of a credential. A mistake of ours suspends, and the same badge comes back when it is earned again;
 * voiding means that an attempt should never have counted, and revokes. What a person decided stands against every rule but
 * voiding. Nothing else in the platform, a change of policy or a new publication least of all, touches a credential that was
 * earned. docs/credentials.md says the same in words.
 */
export const effects: Readonly<Record<Held, Readonly<Record<Happening, CredentialEffect>>>> = {
  nothing: {
    earned: 'issue',
    earned_again: 'issue',
    lost_by_voiding: 'none',
    lost_and_suspend: 'none',
    lost_and_keep: 'none',
    lost_before: 'none',
  },
  active: {
    earned: 'none',
    earned_again: 'none',
    lost_by_voiding: 'revoke',
    lost_and_suspend: 'suspend',
    lost_and_keep: 'keep',
    lost_before: 'none',
  },
  suspended: {
    earned: 'reinstate',
    earned_again: 'reinstate',
    lost_by_voiding: 'revoke',
    lost_and_suspend: 'none',
    lost_and_keep: 'none',
    lost_before: 'none',
  },
  suspended_by_hand: {
    earned: 'none',
    earned_again: 'none',
    lost_by_voiding: 'revoke',
    lost_and_suspend: 'none',
    lost_and_keep: 'none',
    lost_before: 'none',
  },
  suspended_with_renewal: {
    earned: 'none',
    earned_again: 'none',
    lost_by_voiding: 'revoke',
    lost_and_suspend: 'none',
    lost_and_keep: 'none',
    lost_before: 'none',
  },
  revoked: {
    earned: 'issue',
    earned_again: 'issue',
    lost_by_voiding: 'none',
    lost_and_suspend: 'none',
    lost_and_keep: 'none',
    lost_before: 'none',
  },
  revoked_by_hand: {
    earned: 'none',
    earned_again: 'issue',
    lost_by_voiding: 'none',
    lost_and_suspend: 'none',
    lost_and_keep: 'none',
    lost_before: 'none',
  },
};

interface Looked {
  readonly cause: Occasion['cause'];
  readonly onLoss?: 'suspend' | 'keep';
  /** Whether it was passed after a person revoked what the learner had. */
  readonly isPassedAgain?: boolean;
}

export function effectOf(verdict: Verdict, held: Held, looked: Looked): CredentialEffect {
  return verdict === 'unchanged' ? 'none' : effects[held][happeningOf(verdict, looked)];
}

function happeningOf(verdict: 'earned' | 'lost', { cause, onLoss, isPassedAgain = false }: Looked): Happening {
  if (verdict === 'earned') return isPassedAgain ? 'earned_again' : 'earned';
  if (cause === 'voided') return 'lost_by_voiding';
  if (onLoss === undefined) return 'lost_before';
  return onLoss === 'keep' ? 'lost_and_keep' : 'lost_and_suspend';
}

/** How a row of `credential` reads: its status, and the cause of the decision that gave it. */
export function heldAs({ status, statusCause }: { status: Status; statusCause: string | null }): Held {
  if (status === 'active') return 'active';
  const isByHand = statusCause === 'decided' || statusCause === 'erased';
  if (status === 'revoked') return isByHand ? 'revoked_by_hand' : 'revoked';
  if (statusCause === 'renewed') return 'suspended_with_renewal';
  return isByHand ? 'suspended_by_hand' : 'suspended';
}

/** Why, in words for the holder and for whoever verifies. */
export function reasonFor(occasion: Occasion, effect: CredentialEffect, sectionTitle: string): string {
  switch (occasion.cause) {
    case 'graded':
      return effect === 'issue' ? 'It was earned.' : `“${sectionTitle}” was passed again.`;
    case 'voided':
      return 'The attempt that earned it was voided.';
    case 'regraded':
      return `A question of “${sectionTitle}” was regraded: ${occasion.reason}`;
    case 'marked':
      return `An answer in “${sectionTitle}” was marked anew: ${occasion.reason}`;
    default:
      return unreachable(occasion);
  }
}

/** When something earned for so many days ends; null when it holds for ever. A day is 24 hours, whatever clocks are changed. */
export function expiryOf(from: Date, days: number | null): Date | null {
  return days === null ? null : new Date(from.getTime() + days * 86_400_000);
}

function unreachable(occasion: never): never {
  throw new TypeError(`Unknown occasion: ${JSON.stringify(occasion)}`);
}

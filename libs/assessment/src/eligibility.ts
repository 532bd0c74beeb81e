import type { Policy } from '#libs/contracts';

import type { Accommodation } from './accommodation.js';

export type ReasonCode = 'prerequisite' | 'cooldown' | 'attempts_used' | 'window_not_open' | 'window_closed';

/** Why a learner may not start now. */
export interface Reason {
  readonly code: ReasonCode;
  /** For the learner. */
  readonly text: string;
  /** The section that has to be passed first. */
  readonly sectionId?: string;
  /** When this reason goes away by itself. */
  readonly until?: Date;
}

/** What counts of an earlier attempt. */
export type PastAttempt =
  | { readonly state: 'in_progress' | 'submitted' | 'voided' }
  | { readonly state: 'graded'; readonly hasPassed: boolean; readonly endedAt: Date };

export interface EligibilityInput {
  readonly policy: Pick<Policy, 'attemptsMax' | 'cooldownSeconds' | 'opensAt' | 'closesAt'>;
  /** The learner's attempts at this section, in any order. */
  readonly pastAttempts: readonly PastAttempt[];
  readonly accommodation: Accommodation;
  readonly prerequisites: readonly {
    readonly sectionId: string;
    readonly title: string;
    readonly hasPassed: boolean;
  }[];
  readonly now: Date;
}

export interface Eligibility {
  readonly isAllowed: boolean;
  /** Every reason at once; empty when the learner may start. */
  readonly reasons: readonly Reason[];
  /** Voided attempts are given back; null means no limit. */
  readonly attemptsLeft: number | null;
  /** When waiting is enough: the first moment at which the learner may start (now, if allowed); otherwise null. */
  readonly canStartAt: Date | null;
}

const usedUp: readonly Reason[] = [{ code: 'attempts_used', text: 'You have used all attempts.' }];

/** Whether a learner may start an attempt now, and if not, every reason why and until when. */
export function eligibility(input: EligibilityInput): Eligibility {
  const attemptsLeft = countAttemptsLeft(input);
  const reasons = [
    ...missingPrerequisites(input),
    ...windowReasons(input),
    // Where no attempt is left there is none to take a break before.
    ...(attemptsLeft === 0 ? usedUp : cooldownReasons(input)),
  ];
  return { isAllowed: reasons.length === 0, reasons, attemptsLeft, canStartAt: firstStart(reasons, input) };
}

function countAttemptsLeft({ policy, pastAttempts, accommodation }: EligibilityInput): number | null {
  if (policy.attemptsMax === null) return null;
  const used = pastAttempts.filter((attempt) => attempt.state !== 'voided').length;
  return Math.max(0, policy.attemptsMax + accommodation.extraAttempts - used);
}

function missingPrerequisites({ prerequisites }: EligibilityInput): Reason[] {
  return prerequisites
    .filter((section) => !section.hasPassed)
    .map(({ sectionId, title }) => ({ code: 'prerequisite', sectionId, text: `Pass “${title}” first.` }));
}

/** Open from the first moment to just before the last one. */
function windowReasons({ policy, now }: EligibilityInput): Reason[] {
  if (policy.opensAt !== null && now < new Date(policy.opensAt)) {
    return [{ code: 'window_not_open', until: new Date(policy.opensAt), text: 'This quiz has not opened yet.' }];
  }
  const hasClosed = policy.closesAt !== null && now >= new Date(policy.closesAt);
  return hasClosed ? [{ code: 'window_closed', text: 'This quiz has closed.' }] : [];
}

/** Time to read again after a failed attempt. It runs from the end of the newest one, and only if that one failed. */
function cooldownReasons({ policy, pastAttempts, accommodation, now }: EligibilityInput): Reason[] {
  if (accommodation.waivesCooldown) return [];
  const newest = pastAttempts
    .filter((attempt) => attempt.state === 'graded')
    .sort((left, right) => left.endedAt.getTime() - right.endedAt.getTime())
    .at(-1);
  if (newest === undefined || newest.hasPassed) return [];
  const until = new Date(newest.endedAt.getTime() + policy.cooldownSeconds * 1_000);
  return now < until ? [{ code: 'cooldown', until, text: 'Take a break before the next attempt.' }] : [];
}

function firstStart(reasons: readonly Reason[], { policy, now }: EligibilityInput): Date | null {
  let start = now;
  for (const { until } of reasons) {
    if (until === undefined) return null;
    if (until > start) start = until;
  }
  return policy.closesAt !== null && start >= new Date(policy.closesAt) ? null : start;
}

import type { Policy, ReviewPhase } from '#libs/contracts';

import type { Attempt } from './attempt.js';
import { unreachable } from './unreachable.js';

/** What a learner may see of an attempt now. */
export interface ReviewPermission {
  readonly showsScore: boolean;
  /** Whether each question was right, partly right or wrong. */
  readonly showsCorrectness: boolean;
  readonly showsKey: boolean;
  /** Of what was chosen, and the explanation. */
  readonly showsFeedback: boolean;
  /** What would show more: passing the section, the closing of the quiz, or nothing. Null where everything is shown. */
  readonly withheld: null | 'never' | 'after_pass' | 'after_close';
}

export interface ReviewMoment {
  readonly state: Attempt['state'];
  readonly hasPassedSection: boolean;
  readonly now: Date;
}

const everything: ReviewPhase = { score: true, correctness: true, key: true, feedback: true };
const scoreOnly: ReviewPhase = { score: true, correctness: false, key: false, feedback: false };
const nothing: ReviewPhase = { score: false, correctness: false, key: false, feedback: false };

/** Nothing before the end of an attempt and nothing of a voided one; after that, as the policy says for this moment. */
export function reviewFor(
  policy: Pick<Policy, 'review' | 'reviewPhases' | 'closesAt'>,
  { state, hasPassedSection, now }: ReviewMoment,
): ReviewPermission {
  if (state !== 'graded' && state !== 'submitted') return { ...permission(nothing), withheld: null };
  const phases = phasesOf(policy);
  const hasClosed = policy.closesAt !== null && now >= new Date(policy.closesAt);
  const open = hasPassedSection ? phases.afterPass : phases.afterSubmit;
  const current = hasClosed ? (phases.afterClose ?? open) : open;
  const mayPass = !hasPassedSection && !hasClosed && adds(phases.afterPass, current);
  const mayClose = policy.closesAt !== null && !hasClosed && phases.afterClose && adds(phases.afterClose, current);
  const later = mayPass ? 'after_pass' : mayClose ? 'after_close' : 'never';
  return { ...permission(current), withheld: adds(everything, current) ? later : null };
}

/** What practice shows after each try: all of it, where the policy does not say otherwise. */
export function practiceReviewOf(policy: Pick<Policy, 'reviewPhases'>): ReviewPhase {
  return policy.reviewPhases?.during ?? everything;
}

interface Phases {
  readonly afterSubmit: ReviewPhase;
  readonly afterPass: ReviewPhase;
  /** Missing where the closing changes nothing. */
  readonly afterClose?: ReviewPhase;
}

function phasesOf({ review, reviewPhases }: Pick<Policy, 'review' | 'reviewPhases'>): Phases {
  if (reviewPhases !== undefined) return reviewPhases;
  switch (review) {
    case 'never':
      return { afterSubmit: nothing, afterPass: nothing };
    case 'score_only':
      return { afterSubmit: scoreOnly, afterPass: scoreOnly };
    case 'after_submit':
      return { afterSubmit: everything, afterPass: everything };
    case 'after_pass':
      return { afterSubmit: scoreOnly, afterPass: everything };
    default:
      return unreachable('review policy', review);
  }
}

function permission({ score, correctness, key, feedback }: ReviewPhase): Omit<ReviewPermission, 'withheld'> {
  return { showsScore: score, showsCorrectness: correctness, showsKey: key, showsFeedback: feedback };
}

/** Whether the other phase shows anything that this one does not. */
function adds(other: ReviewPhase, current: ReviewPhase): boolean {
  return (
    (other.score && !current.score) ||
    (other.correctness && !current.correctness) ||
    (other.key && !current.key) ||
    (other.feedback && !current.feedback)
  );
}

import type { Policy } from '#libs/contracts';

import type { Attempt } from './attempt.js';

/** What a learner may see of an attempt now. */
export interface ReviewPermission {
  readonly showsScore: boolean;
  /** Outcome of each question, key, feedback and explanation. */
  readonly showsReview: boolean;
  /** Why the review is kept back: for good, or until the section is passed. */
  readonly withheld: null | 'never' | 'after_pass';
}

/** Nothing before the grade and nothing of a voided attempt; after that, as the policy says. */
export function reviewFor(
  policy: Pick<Policy, 'review'>,
  attempt: { readonly state: Attempt['state']; readonly hasPassedSection: boolean },
): ReviewPermission {
  if (attempt.state !== 'graded') return { showsScore: false, showsReview: false, withheld: null };
  switch (policy.review) {
    case 'never':
      return { showsScore: false, showsReview: false, withheld: 'never' };
    case 'score_only':
      return { showsScore: true, showsReview: false, withheld: 'never' };
    case 'after_submit':
      return { showsScore: true, showsReview: true, withheld: null };
    case 'after_pass':
      return attempt.hasPassedSection
        ? { showsScore: true, showsReview: true, withheld: null }
        : { showsScore: true, showsReview: false, withheld: 'after_pass' };
    default:
      return unreachable(policy.review);
  }
}

function unreachable(review: never): never {
  throw new TypeError(`Unknown review policy: ${String(review)}`);
}

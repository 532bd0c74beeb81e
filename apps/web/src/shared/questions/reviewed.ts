import type { PaperQuestion, ReviewItem } from '#libs/api-client';

import type { Given } from './answer.js';

/** What a review says of one question; what the policy keeps back is null or empty. */
export type Reviewed = Pick<
  ReviewItem,
  'outcome' | 'score' | 'scoreMax' | 'parts' | 'key' | 'responseFeedback' | 'explanation'
> & {
  /** `isKey` is null while the key is kept back. */
  optionFeedback: readonly { optionId: string; isKey: boolean | null; feedback: string | null }[];
};
export type Outcome = NonNullable<ReviewItem['outcome']>;

export interface ReviewProps {
  question: PaperQuestion;
  item: Reviewed;
  answer: Given;
}

import type { PaperQuestion, ReviewItem } from '#libs/api-client';

import type { Given } from './answer.js';

/** What a review says of one question; what the policy keeps back is null or empty. */
export type Reviewed = Pick<
  ReviewItem,
  'outcome' | 'score' | 'scoreMax' | 'parts' | 'key' | 'responseFeedback' | 'optionFeedback' | 'explanation'
>;
export type Outcome = NonNullable<ReviewItem['outcome']>;

export interface ReviewProps {
  question: PaperQuestion;
  item: Reviewed;
  answer: Given;
}

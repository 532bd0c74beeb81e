import type { ReactNode } from 'react';

import type { Attempt, AttemptResult, ReviewItem } from '#libs/api-client';

import { ReviewQuestion } from '../../shared/questions/review-question.js';

const worstFirst: Record<NonNullable<ReviewItem['outcome']>, number> = {
  incorrect: 0,
  unanswered: 1,
  partial: 2,
  pending: 3,
  correct: 4,
};

/** What does not count any more comes last. */
const rank = ({ outcome, isDropped }: ReviewItem) => (isDropped ? 5 : outcome === null ? 0 : worstFirst[outcome]);

function title(items: readonly ReviewItem[]): string {
  const isMixed = items.some(({ outcome, isDropped }) => !isDropped && outcome !== null && outcome !== 'correct');
  return isMixed ? 'What went wrong first' : 'Review';
}

interface ReviewListProps {
  attempt: Attempt;
  result: AttemptResult;
  /** What stands under a question, by its id. */
  feet: ReadonlyMap<string, ReactNode>;
}

/** Every question that the policy shows, the ones to learn from first. */
export function ReviewList({ attempt, result, feet }: ReviewListProps) {
  if (result.review === null) return null;
  const numbers = new Map(attempt.questions.map((question, index) => [question.id, index + 1]));
  const numberOf = ({ questionId }: ReviewItem) => numbers.get(questionId) ?? 0;
  const items = result.review.toSorted((one, other) => rank(one) - rank(other) || numberOf(one) - numberOf(other));
  return (
    <section className="stack" aria-labelledby="review">
      <h2 id="review">{title(items)}</h2>
      {items.map((item) => {
        const question = attempt.questions.find(({ id }) => id === item.questionId);
        return question === undefined ? null : (
          <ReviewQuestion
            key={item.questionId}
            id={item.questionId}
            number={numberOf(item)}
            question={question}
            item={item}
            answer={attempt.answers.find(({ questionId }) => questionId === item.questionId)?.answer}
          >
            {feet.get(item.questionId)}
          </ReviewQuestion>
        );
      })}
    </section>
  );
}

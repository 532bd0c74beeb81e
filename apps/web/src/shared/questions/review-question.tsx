import type { ReactNode } from 'react';

import { points } from '../text/numbers.js';
import { isAnswered } from './answer.js';
import { OutcomeMark } from './outcome-mark.js';
import { ReviewAnswer } from './review-answer.js';
import { ReviewFeedback } from './review-feedback.js';
import type { ReviewProps } from './reviewed.js';

interface ReviewQuestionProps extends ReviewProps {
  number: number;
  id: string;
  /** What belongs to one attempt: marks, corrections, a challenge. */
  children?: ReactNode;
}

/** One question after grading: what was given, what is right, and why. Pure: what may not be seen is not in `item`. */
export function ReviewQuestion({ number, id, question, item, answer, children }: ReviewQuestionProps) {
  return (
    <section className="card stack" aria-labelledby={`review-${id}`}>
      <div className="row">
        <h3 id={`review-${id}`}>Question {number}</h3>
        {item.outcome === null ? (
          <span className="tag">{isAnswered(answer) ? 'Answered' : 'Not answered'}</span>
        ) : (
          <OutcomeMark outcome={item.outcome} />
        )}
        {item.score === null || item.outcome === 'pending' ? null : (
          <span className="muted small-text">
            {points(item.score)} of {points(item.scoreMax)}
          </span>
        )}
      </div>
      <ReviewAnswer question={question} item={item} answer={answer} />
      <ReviewFeedback item={item} />
      {children}
    </section>
  );
}

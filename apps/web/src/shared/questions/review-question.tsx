import type { ReactNode } from 'react';

import type { ReviewItem } from '#libs/api-client';

import { points } from '../text/numbers.js';
import { Icon } from '../ui/icon.js';
import { isAnswered, type Given } from './answer.js';
import { MarkNote } from './mark-note.js';
import { OutcomeMark } from './outcome-mark.js';
import { ReviewAnswer } from './review-answer.js';
import { ReviewFeedback } from './review-feedback.js';
import type { Reviewed, ReviewProps } from './reviewed.js';

type Since = Partial<Pick<ReviewItem, 'isDropped' | 'isGranted' | 'regraded' | 'mark'>>;

interface ReviewQuestionProps extends ReviewProps {
  item: Reviewed & Since;
  number: number;
  id: string;
  /** What belongs to one attempt, such as a challenge. */
  children?: ReactNode;
}

function Outcome({ item, answer }: { item: ReviewQuestionProps['item']; answer: Given }) {
  if (item.isDropped === true) return <span className="tag">Taken out</span>;
  if (item.isGranted === true && item.outcome === 'correct')
    return <span className="tag tag-success">Full mark given</span>;
  if (item.outcome !== null) return <OutcomeMark outcome={item.outcome} />;
  return <span className="tag">{isAnswered(answer) ? 'Answered' : 'Not answered'}</span>;
}

/** A question that was corrected reads as it does now; the answer may have been to one that it does not fit any more. */
function Corrected({ item, question, answer }: ReviewProps & { item: Reviewed & Since }) {
  if (item.regraded === null || item.regraded === undefined) {
    return <ReviewAnswer question={question} item={item} answer={answer} />;
  }
  const { regraded } = item;
  const isLost = regraded.answer === null && isAnswered(answer);
  return (
    <>
      <div className="note">
        <Icon name="info" />
        <p>This question was corrected after you answered it. It is shown as it reads now.</p>
      </div>
      <ReviewAnswer question={regraded.question} item={item} answer={regraded.answer} />
      {isLost ? (
        <details>
          <summary>The question as you answered it</summary>
          <ReviewAnswer
            question={question}
            item={{ ...item, parts: [], key: null, optionFeedback: [] }}
            answer={answer}
          />
        </details>
      ) : null}
    </>
  );
}

/** One question after grading: what was given, what is right, and why. Pure: what may not be seen is not in `item`. */
export function ReviewQuestion({ number, id, question, item, answer, children }: ReviewQuestionProps) {
  const isDropped = item.isDropped === true;
  return (
    <section className="card stack" aria-labelledby={`review-${id}`}>
      <div className="row">
        <h3 id={`review-${id}`}>Question {number}</h3>
        <Outcome item={item} answer={answer} />
        {item.score === null || item.outcome === 'pending' || isDropped ? null : (
          <span className="muted small-text">
            {points(item.score)} of {points(item.scoreMax)}
          </span>
        )}
      </div>
      {isDropped ? <p>This question was taken out of the quiz: it neither earns nor costs anything.</p> : null}
      {item.isGranted === true ? (
        <p>A correction of this quiz gave you these points, whatever the right answer is now.</p>
      ) : null}
      <Corrected question={question} item={item} answer={answer} />
      {item.mark ? <MarkNote mark={item.mark} /> : null}
      <ReviewFeedback item={item} />
      {children}
    </section>
  );
}

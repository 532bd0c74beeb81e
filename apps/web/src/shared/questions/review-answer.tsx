import type { QuestionType } from '#libs/api-client';

import { Markdown } from '../markdown/markdown.js';
import { isAnswered, type Given } from './answer.js';
import { ReviewOptions } from './review-options.js';
import { ReviewCloze, ReviewMatching, ReviewOrdering } from './review-parts.js';
import type { ReviewProps } from './reviewed.js';
import './questions.css';
import './review.css';

function lineOf(answer: Given, unit: string | undefined): string | null {
  if (answer === null || answer === undefined || !('text' in answer) || answer.text.trim() === '') return null;
  // Whoever typed a unit, the right one or another, is shown what they typed.
  return unit === undefined || !/\d\s*$/.test(answer.text) ? answer.text : `${answer.text} ${unit}`;
}

function ReviewLine({ question, item, answer }: ReviewProps) {
  const given = lineOf(answer, question.unit);
  const right = lineOf(item.key, question.unit);
  return (
    <dl className="review-text">
      <dt>You answered</dt>
      <dd>{given ?? <em>nothing</em>}</dd>
      {right === null || right === given ? null : (
        <>
          <dt>Right is</dt>
          <dd>{right}</dd>
        </>
      )}
    </dl>
  );
}

function ReviewEssay({ question, answer }: ReviewProps) {
  if (answer === null || answer === undefined || !('essay' in answer) || !isAnswered(answer)) {
    return <p className="muted">You handed in nothing here.</p>;
  }
  return (
    <div className="stack-tight">
      <p className="muted small-text">You wrote</p>
      <div
        className={`review-essay${question.essay?.format === 'code' ? ' essay-code' : ''}`}
        role="region"
        aria-label="Your text"
        tabIndex={0}
      >
        {answer.essay}
      </div>
    </div>
  );
}

/** What was asked and answered, beside what is right as far as it may be seen: for every type. */
export function ReviewAnswer(props: ReviewProps) {
  const { question } = props;
  // The text of a cloze is shown with its answers in it.
  if (question.type === 'cloze') return <ReviewCloze {...props} />;
  return (
    <>
      <Markdown text={question.stem} />
      <AnswerGiven {...props} type={question.type} />
    </>
  );
}

function AnswerGiven({ type, ...props }: ReviewProps & { type: Exclude<QuestionType, 'cloze'> }) {
  switch (type) {
    case 'single_choice':
    case 'multiple_choice':
    case 'true_false':
      return <ReviewOptions {...props} />;
    case 'short_text':
    case 'numeric':
      return <ReviewLine {...props} />;
    case 'matching':
      return <ReviewMatching {...props} />;
    case 'ordering':
      return <ReviewOrdering {...props} />;
    case 'essay':
      return <ReviewEssay {...props} />;
    default:
      return type satisfies never;
  }
}

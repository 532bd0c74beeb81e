import { useEffect, useRef, useState, type FormEvent } from 'react';

import type { Answer, PaperQuestion, PracticeState } from '#libs/api-client';

import { isAnswered, type Given } from '../../shared/questions/answer.js';
import { OutcomeMark } from '../../shared/questions/outcome-mark.js';
import { QuestionBody } from '../../shared/questions/question-body.js';
import { ReviewAnswer } from '../../shared/questions/review-answer.js';
import { ReviewFeedback } from '../../shared/questions/review-feedback.js';
import { points } from '../../shared/text/numbers.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { triesWords } from './practice.js';
import { TryFeedback } from './try-feedback.js';

/** How the last try went, and what is left. */
function Standing({ state }: { state: PracticeState }) {
  return (
    <div className="row">
      {state.triesUsed === 0 ? null : state.outcome === null ? (
        <span className="tag">Tried</span>
      ) : (
        <OutcomeMark outcome={state.outcome} word={state.outcome === 'pending' ? 'Not marked here' : undefined} />
      )}
      {state.isDone && state.score !== null && state.outcome !== 'pending' ? (
        <span className="muted small-text">
          {points(state.score)} of {points(state.scoreMax)}
        </span>
      ) : null}
      {state.isDone ? null : <span className="muted small-text">{triesWords(state)}</span>}
    </div>
  );
}

interface PracticeQuestionProps {
  question: PaperQuestion;
  number: number;
  of: number;
  state: PracticeState;
  isPending: boolean;
  error: unknown;
  onTry: (answer: Answer) => void;
}

/** A question that says at once how the answer did, until it is right or the tries are used. */
export function PracticeQuestion({ question, number, of, state, isPending, error, onTry }: PracticeQuestionProps) {
  const [answer, setAnswer] = useState<Given>(state.answer);
  const [isReminded, setReminded] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const triesSeen = useRef(number === 1 ? state.triesUsed : -1);
  const headingId = `practice-${question.id}`;
  // A question that comes, and a try that was judged, take the focus; the first question leaves it where the page put it.
  useEffect(() => {
    if (triesSeen.current !== state.triesUsed) heading.current?.focus();
    triesSeen.current = state.triesUsed;
  }, [state.triesUsed]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isReady = answer !== null && answer !== undefined && isAnswered(answer);
    setReminded(!isReady);
    if (isReady) onTry(answer);
  };
  return (
    <section className="question" aria-labelledby={headingId}>
      <div className="question-head">
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          Question {number} <span className="muted">of {of}</span>
        </h2>
        <Standing state={state} />
      </div>
      {state.isDone ? (
        <>
          <ReviewAnswer question={question} item={state} answer={state.answer} />
          <ReviewFeedback item={state} />
          {state.outcome === 'pending' ? (
            <p>In the quiz a person marks this answer; here it is yours to compare.</p>
          ) : null}
        </>
      ) : (
        <form className="stack" onSubmit={submit}>
          <QuestionBody question={question} answer={answer} headingId={headingId} onAnswer={setAnswer} />
          <TryFeedback question={question} state={state} />
          {error === null ? null : <ErrorNote error={error} />}
          <div className="row">
            <button type="submit" className="button primary" disabled={isPending}>
              {isPending ? 'Checking' : state.triesUsed === 0 ? 'Check' : 'Check again'}
            </button>
            {isReminded ? (
              <p role="alert" className="field-error">
                Answer the question first.
              </p>
            ) : null}
          </div>
        </form>
      )}
    </section>
  );
}

import { useEffect, useRef } from 'react';

import type { Answer, PaperQuestion } from '#libs/api-client';

import { isAnswered, partsAnswered } from '../../shared/questions/answer.js';
import { QuestionBody } from '../../shared/questions/question-body.js';
import { counted, points } from '../../shared/text/numbers.js';
import { Icon } from '../../shared/ui/icon.js';
import type { SaveState } from './answer-keeper.js';
import { AnswerStatus } from './save-status.js';

interface QuestionViewProps {
  question: PaperQuestion;
  number: number;
  of: number;
  answer: Answer | null | undefined;
  state: SaveState | undefined;
  isFlagged: boolean;
  /** Moves the keyboard to the question when it comes onto the screen. */
  takesFocus: boolean;
  onAnswer: (answer: Answer | null, isTyping: boolean) => void;
  onFlag: () => void;
}

export function QuestionView(props: QuestionViewProps) {
  const { question, number, of, answer, state, isFlagged, takesFocus, onAnswer, onFlag } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // The first question of a visit leaves the focus where the page put it.
    if (takesFocus && !isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [question.id, takesFocus]);
  const headingId = `title-${question.id}`;
  const parts = partsAnswered(question, answer);
  return (
    <section className="question" aria-labelledby={headingId} data-question={question.id}>
      <div className="question-head">
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          Question {number} <span className="muted">of {of}</span>
        </h2>
        <span className="muted small-text">{counted(Number(points(question.points)), 'point')}</span>
        <button type="button" className="button small quiet" aria-pressed={isFlagged} onClick={onFlag}>
          <Icon name="flag" size={18} /> {isFlagged ? 'Flagged' : 'Flag'}
        </button>
      </div>
      <QuestionBody question={question} answer={answer} headingId={headingId} onAnswer={onAnswer} />
      <div className="question-foot">
        <AnswerStatus state={state} />
        {parts === null || parts.done === 0 ? null : (
          <p className="save muted">
            {parts.done} of {parts.of} filled
          </p>
        )}
        {isAnswered(answer) ? (
          <button
            type="button"
            className="button small quiet"
            onClick={() => {
              onAnswer(null, false);
              // This button goes away with the answer.
              heading.current?.focus();
            }}
          >
            Clear answer
          </button>
        ) : null}
      </div>
    </section>
  );
}

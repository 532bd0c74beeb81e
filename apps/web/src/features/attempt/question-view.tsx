import { useEffect, useRef } from 'react';

import type { Answer, PaperQuestion } from '#libs/api-client';

import { Markdown } from '../../shared/markdown/markdown.js';
import { counted, points } from '../../shared/text/numbers.js';
import { Icon } from '../../shared/ui/icon.js';
import type { SaveState } from './answer-keeper.js';
import { AnswerInput } from './answer-input.js';
import { isAnswered } from './answer-text.js';
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
  const stemId = `stem-${question.id}`;
  return (
    <section className="question" aria-labelledby={`title-${question.id}`}>
      <div className="question-head">
        <h2 id={`title-${question.id}`} ref={heading} tabIndex={-1}>
          Question {number} <span className="muted">of {of}</span>
        </h2>
        <span className="muted small-text">{counted(Number(points(question.points)), 'point')}</span>
        <button type="button" className="button small quiet" aria-pressed={isFlagged} onClick={onFlag}>
          <Icon name="flag" size={18} /> {isFlagged ? 'Flagged' : 'Flag'}
        </button>
      </div>
      <div id={stemId} className="stem">
        <Markdown text={question.stem} />
      </div>
      <AnswerInput question={question} answer={answer} labelledBy={stemId} onAnswer={onAnswer} />
      <div className="question-foot">
        <AnswerStatus state={state} />
        {isAnswered(answer) ? (
          <button type="button" className="button small quiet" onClick={() => onAnswer(null, false)}>
            Clear answer
          </button>
        ) : null}
      </div>
    </section>
  );
}

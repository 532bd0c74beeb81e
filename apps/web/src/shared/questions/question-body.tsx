import type { Answer, PaperQuestion } from '#libs/api-client';

import { Markdown } from '../markdown/markdown.js';
import type { Given } from './answer.js';
import { AnswerInput } from './answer-input.js';

interface QuestionBodyProps {
  question: PaperQuestion;
  answer: Given;
  /** The id of the heading above: it names the fields of a text with gaps, which holds no other question. */
  headingId: string;
  onAnswer: (answer: Answer | null, isTyping: boolean) => void;
}

/** What is asked and where to answer: pure, for the quiz, for practice and for an author's preview. */
export function QuestionBody({ question, answer, headingId, onAnswer }: QuestionBodyProps) {
  if (question.type === 'cloze') {
    return (
      <div className="stem">
        <AnswerInput question={question} answer={answer} labelledBy={headingId} onAnswer={onAnswer} />
      </div>
    );
  }
  const stemId = `stem-${headingId}`;
  return (
    <>
      <div id={stemId} className="stem">
        <Markdown text={question.stem} />
      </div>
      <AnswerInput question={question} answer={answer} labelledBy={stemId} onAnswer={onAnswer} />
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import type { PaperQuestion, QuestionPreview } from '#libs/api-client';

import { Markdown } from '../../../shared/markdown/markdown.js';
import { isAnswered, type Given } from '../../../shared/questions/answer.js';
import { OutcomeMark } from '../../../shared/questions/outcome-mark.js';
import { QuestionBody } from '../../../shared/questions/question-body.js';
import { ReviewAnswer } from '../../../shared/questions/review-answer.js';
import { ReviewFeedback } from '../../../shared/questions/review-feedback.js';
import { points } from '../../../shared/text/numbers.js';
import { Icon } from '../../../shared/ui/icon.js';
import { ErrorNote } from '../../../shared/ui/states.js';
import type { Draft } from './draft.js';
import { fieldWords, type FieldProblem } from './problems.js';
import { tryAnswer } from './use-preview.js';

/** What keeps the question from being published, each with the name of its field. */
export function ProblemList({ problems }: { problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="note note-warning">
      <Icon name="warn" />
      <div>
        <p className="note-title">Before it can be published</p>
        <ul>
          {problems.map(({ field, detail }) => (
            <li key={field + detail}>
              {fieldWords(field)}: {detail}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface ResultProps {
  paper: PaperQuestion;
  answer: Given;
  result: NonNullable<QuestionPreview['result']>;
}

function Result({ paper, answer, result }: ResultProps) {
  return (
    <div className="stack" role="status">
      <div className="row">
        <OutcomeMark outcome={result.outcome} />
        <span className="muted small-text">
          {points(result.score)} of {points(result.scoreMax)}
        </span>
      </div>
      <ReviewAnswer question={paper} item={{ ...result, explanation: null }} answer={answer} />
      {result.outcomeFeedback === null ? null : <Markdown text={result.outcomeFeedback} />}
      <ReviewFeedback item={result} />
    </div>
  );
}

interface PreviewProps {
  draft: Draft;
  paper: PaperQuestion;
  seed: string;
  /** False while something is in the way of grading. */
  canTry: boolean;
  onShuffle: () => void;
}

/** The question with the learner's own inputs, and what an answer would earn. */
export function Preview({ draft, paper, seed, canTry, onShuffle }: PreviewProps) {
  const [answer, setAnswer] = useState<Given>(null);
  const attempt = useMutation({
    mutationFn: () => {
      if (answer === null || answer === undefined) throw new Error('there is no answer to try');
      return tryAnswer(draft, seed, answer);
    },
  });
  const change = (next: Given) => {
    setAnswer(next);
    attempt.reset();
  };
  const tried = attempt.data;
  return (
    <div className="stack">
      {tried?.result === undefined ? (
        <QuestionBody question={paper} answer={answer} headingId="preview-title" onAnswer={change} />
      ) : (
        <Result paper={tried.paper} answer={answer} result={tried.result} />
      )}
      {attempt.isError ? <ErrorNote error={attempt.error} /> : null}
      {tried?.answerProblem === undefined ? null : (
        <p role="alert" className="field-error">
          {tried.answerProblem.detail}
        </p>
      )}
      <div className="row">
        {tried?.result === undefined ? (
          <button
            type="button"
            className="button small"
            disabled={attempt.isPending || !canTry || !isAnswered(answer)}
            onClick={() => attempt.mutate()}
          >
            Try this answer
          </button>
        ) : (
          <button type="button" className="button small" onClick={() => change(null)}>
            Answer again
          </button>
        )}
        <button
          type="button"
          className="button small quiet"
          onClick={() => {
            change(null);
            onShuffle();
          }}
        >
          Another order
        </button>
      </div>
    </div>
  );
}

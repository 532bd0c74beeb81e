import type { PaperQuestion, PracticeState } from '#libs/api-client';

import { Markdown } from '../../shared/markdown/markdown.js';
import { truths } from '../../shared/questions/options-input.js';
import { OutcomeMark } from '../../shared/questions/outcome-mark.js';
import { ReviewFeedback } from '../../shared/questions/review-feedback.js';
import { Icon } from '../../shared/ui/icon.js';

interface TryFeedbackProps {
  question: PaperQuestion;
  state: PracticeState;
}

function partName(question: PaperQuestion, partId: string): string {
  const part = [...(question.prompts ?? []), ...(question.items ?? [])].find(({ id }) => id === partId);
  return part?.text ?? `Gap ${partId}`;
}

function Parts({ question, state }: TryFeedbackProps) {
  if (state.parts.length === 0) return null;
  return (
    <ul className="plain-list stack-tight" aria-label="How each part did">
      {state.parts.map((part) => (
        <li key={part.partId} className="row">
          <OutcomeMark outcome={part.outcome} />
          <Markdown text={partName(question, part.partId)} inline />
          {part.feedback ? <Markdown text={part.feedback} inline /> : null}
        </li>
      ))}
    </ul>
  );
}

function Options({ question, state }: TryFeedbackProps) {
  const options = question.type === 'true_false' ? truths : (question.options ?? []);
  const said = state.optionFeedback.filter(({ feedback }) => feedback !== null);
  if (said.length === 0) return null;
  return (
    <div className="note">
      <Icon name="speech" />
      <div>
        {said.map(({ optionId, feedback }) => (
          <div key={optionId} className="stack-tight">
            <p className="note-title">
              <Markdown text={options.find(({ id }) => id === optionId)?.text ?? ''} inline />
            </p>
            <Markdown text={feedback ?? ''} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** What is said of a try that was not the last one; the key is not among it. */
export function TryFeedback({ question, state }: TryFeedbackProps) {
  if (state.triesUsed === 0) return null;
  return (
    <div className="stack">
      <Parts question={question} state={state} />
      <Options question={question} state={state} />
      <ReviewFeedback item={state} />
      {state.hints.map((hint, index) => (
        <div key={index} className="note note-warning">
          <Icon name="info" />
          <div>
            <p className="note-title">{state.hints.length === 1 ? 'Hint' : `Hint ${index + 1}`}</p>
            <Markdown text={hint} />
          </div>
        </div>
      ))}
    </div>
  );
}

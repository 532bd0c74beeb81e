import type { Answer, PaperQuestion } from '#libs/api-client';

import { Markdown } from '../../shared/markdown/markdown.js';
import { chosenOptions, pressOption } from './answer-text.js';

interface AnswerInputProps {
  question: PaperQuestion;
  answer: Answer | null | undefined;
  labelledBy: string;
  onAnswer: (answer: Answer | null, isTyping: boolean) => void;
}

interface Option {
  id: string;
  text: string;
}

const truths: readonly Option[] = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
];

function Options({ question, answer, labelledBy, onAnswer }: AnswerInputProps) {
  const isMultiple = question.type === 'multiple_choice';
  const options = question.type === 'true_false' ? truths : (question.options ?? []);
  const chosen =
    answer !== null && answer !== undefined && 'value' in answer ? [String(answer.value)] : chosenOptions(answer);
  return (
    <div
      className="options"
      role={isMultiple ? 'group' : 'radiogroup'}
      aria-labelledby={labelledBy}
      aria-describedby={isMultiple ? `${labelledBy}-hint` : undefined}
    >
      {isMultiple ? (
        <p id={`${labelledBy}-hint`} className="muted small-text">
          Choose all that are right.
        </p>
      ) : null}
      {options.map((option, index) => (
        <label key={option.id} className="option">
          <input
            type={isMultiple ? 'checkbox' : 'radio'}
            name={question.id}
            checked={chosen.includes(option.id)}
            onChange={() => onAnswer(pressOption(question, answer, index), false)}
          />
          <span className="option-text">
            <Markdown text={option.text} inline />
          </span>
          {index < 9 ? (
            <kbd className="option-key" aria-hidden="true">
              {index + 1}
            </kbd>
          ) : null}
        </label>
      ))}
    </div>
  );
}

function TextAnswer({ question, answer, labelledBy, onAnswer }: AnswerInputProps) {
  const isNumber = question.type === 'numeric';
  const text = answer !== null && answer !== undefined && 'text' in answer ? answer.text : '';
  return (
    <div className="text-answer">
      <input
        className="input"
        type="text"
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={1000}
        value={text}
        aria-labelledby={labelledBy}
        placeholder={isNumber ? 'A number' : 'Your answer'}
        onChange={(event) => onAnswer(event.target.value === '' ? null : { text: event.target.value }, true)}
      />
      {question.unit ? <span className="muted">{question.unit}</span> : null}
    </div>
  );
}

/** The control for a question's type; every one works by keyboard alone. */
export function AnswerInput(props: AnswerInputProps) {
  switch (props.question.type) {
    case 'single_choice':
    case 'multiple_choice':
    case 'true_false':
      return <Options {...props} />;
    case 'short_text':
    case 'numeric':
      return <TextAnswer {...props} />;
    case 'matching':
    case 'ordering':
    case 'cloze':
    case 'essay':
      return <p className="muted">This kind of question cannot be answered here yet.</p>;
    default:
      return props.question.type satisfies never;
  }
}

import { Markdown } from '../markdown/markdown.js';
import { spokenName } from '../markdown/parse.js';
import { chosenOptions, pressOption } from './answer.js';
import type { InputProps } from './input-props.js';

interface Option {
  id: string;
  text: string;
}

export const truths: readonly Option[] = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
];

/** One of several, or some of several. */
export function OptionsInput({ question, answer, labelledBy, onAnswer }: InputProps) {
  const isMultiple = question.type === 'multiple_choice';
  const options = question.type === 'true_false' ? truths : (question.options ?? []);
  const chosen = chosenOptions(answer);
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
            name={`${labelledBy}-options`}
            aria-label={option.text.trim() === '' ? `Option ${index + 1}, without text` : spokenName(option.text)}
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

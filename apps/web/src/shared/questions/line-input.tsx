import type { InputProps } from './input-props.js';

/** The longest that the server takes for a line. */
export const lineLengthMax = 2_000;

/** A short text or a number. */
export function LineInput({ question, answer, labelledBy, onAnswer }: InputProps) {
  const isNumber = question.type === 'numeric';
  const text = answer !== null && answer !== undefined && 'text' in answer ? answer.text : '';
  const hintId = `${labelledBy}-hint`;
  return (
    <div className="stack-tight">
      <div className="text-answer">
        <input
          className="input"
          type="text"
          // Units, fractions and signs are typed too, which a keyboard of digits does not have.
          inputMode={isNumber && question.unit === undefined ? 'decimal' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={lineLengthMax}
          value={text}
          aria-labelledby={labelledBy}
          aria-describedby={isNumber ? hintId : undefined}
          placeholder={isNumber ? 'A number' : 'Your answer'}
          onChange={(event) => onAnswer(event.target.value === '' ? null : { text: event.target.value }, true)}
        />
        {question.unit === undefined ? null : <span className="muted">{question.unit}</span>}
      </div>
      {isNumber ? (
        <p id={hintId} className="field-hint">
          {question.unit === undefined
            ? 'Such as 3.5, 3,5 or 7/2.'
            : `Answer in ${question.unit}, such as 3.5 ${question.unit}.`}
        </p>
      ) : null}
    </div>
  );
}

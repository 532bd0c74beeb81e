import { count, counted } from '../text/numbers.js';
import { wordCount } from './answer.js';
import type { InputProps } from './input-props.js';

/** The longest that the server takes: about ten pages. */
export const essayLengthMax = 20_000;
/** From here on the learner is told how much room is left. */
const roomShownBelow = 2_000;

function asked(wordsMin: number | null, wordsMax: number | null): string {
  if (wordsMin !== null && wordsMax !== null) return `${count(wordsMin)} to ${count(wordsMax)} words are asked for.`;
  if (wordsMin !== null) return `At least ${counted(wordsMin, 'word')} asked for.`;
  return wordsMax === null ? '' : `At most ${counted(wordsMax, 'word')} asked for.`;
}

function difference(words: number, wordsMin: number | null, wordsMax: number | null): string {
  if (wordsMin !== null && words < wordsMin) return `, ${count(wordsMin - words)} to go`;
  return wordsMax !== null && words > wordsMax ? `, ${count(words - wordsMax)} too many` : '';
}

/** A text of some length, or code. The count of words is a help: the server takes any. */
export function EssayInput({ question, answer, labelledBy, onAnswer }: InputProps) {
  const { wordsMin = null, wordsMax = null, format = 'text', template = '' } = question.essay ?? {};
  const isCode = format === 'code';
  const text = answer !== null && answer !== undefined && 'essay' in answer ? answer.essay : template;
  const words = wordCount(text);
  const room = essayLengthMax - text.length;
  const hintId = `${labelledBy}-hint`;
  // An emptied field is an answer of its own where a template would come back.
  const answerOf = (essay: string) => (essay === '' && template === '' ? null : { essay });
  return (
    <div className="stack-tight">
      <p id={hintId} className="field-hint">
        {[asked(wordsMin, wordsMax), 'A person will read and mark this.'].filter((part) => part !== '').join(' ')}
      </p>
      <textarea
        className={`input essay${isCode ? ' essay-code' : ''}`}
        aria-labelledby={labelledBy}
        aria-describedby={`${hintId} ${labelledBy}-count`}
        rows={isCode ? 12 : 10}
        maxLength={essayLengthMax}
        spellCheck={!isCode}
        autoCapitalize={isCode ? 'off' : 'sentences'}
        autoComplete="off"
        wrap={isCode ? 'off' : 'soft'}
        value={text}
        onChange={(event) => onAnswer(answerOf(event.target.value), true)}
      />
      <p id={`${labelledBy}-count`} className="row small-text muted">
        {isCode && wordsMin === null && wordsMax === null ? null : (
          <span>
            {counted(words, 'word')}
            {difference(words, wordsMin, wordsMax)}
          </span>
        )}
        {room < roomShownBelow ? (
          <strong>
            {room === 0 ? 'No room is left: 20,000 characters are the most.' : `${counted(room, 'character')} left`}
          </strong>
        ) : null}
      </p>
    </div>
  );
}

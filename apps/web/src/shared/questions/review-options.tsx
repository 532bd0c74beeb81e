import { Markdown } from '../markdown/markdown.js';
import { Icon } from '../ui/icon.js';
import { chosenOptions } from './answer.js';
import { truths } from './options-input.js';
import type { Reviewed, ReviewProps } from './reviewed.js';

/** Null while the key is kept back. */
function isKey(item: Reviewed, optionId: string): boolean | null {
  const note = item.optionFeedback.find((option) => option.optionId === optionId);
  if (note !== undefined && note.isKey !== null) return note.isKey;
  return item.key === null ? null : chosenOptions(item.key).includes(optionId);
}

function words(isRight: boolean | null, isChosen: boolean): string {
  const choice = isChosen ? 'your choice' : '';
  if (isRight === null) return isChosen ? 'Your choice' : 'Not chosen';
  return [isRight ? 'Right' : 'Not right', choice].filter((part) => part !== '').join(', ');
}

/** Every option with whether it is right and whether it was chosen. */
export function ReviewOptions({ question, item, answer }: ReviewProps) {
  const options = question.type === 'true_false' ? truths : (question.options ?? []);
  const chosen = chosenOptions(answer);
  return (
    <ul className="review-options plain-list">
      {options.map((option) => {
        const isRight = isKey(item, option.id);
        const isChosen = chosen.includes(option.id);
        const tone = isRight === true ? ' is-key' : isRight === false && isChosen ? ' is-wrong' : '';
        const icon = isRight === null ? (isChosen ? 'dot' : 'dash') : isRight ? 'check' : isChosen ? 'cross' : 'dash';
        const feedback = item.optionFeedback.find(({ optionId }) => optionId === option.id)?.feedback;
        return (
          <li key={option.id} className={`review-option${tone}${isChosen ? ' is-chosen' : ''}`}>
            <Icon name={icon} size={18} />
            <div className="stack-tight">
              <Markdown text={option.text} inline />
              <p className="small-text review-option-words">{words(isRight, isChosen)}</p>
              {feedback ? <Markdown text={feedback} /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

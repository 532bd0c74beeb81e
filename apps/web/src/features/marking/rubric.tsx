import type { AnswerToMark } from '#libs/api-client';

import { Markdown } from '../../shared/markdown/markdown.js';
import { counted, points } from '../../shared/text/numbers.js';

export type Levels = Readonly<Record<string, string>>;

interface RubricProps {
  rubric: AnswerToMark['rubric'];
  levels: Levels;
  onChange: (levels: Levels) => void;
}

/** What the chosen levels come to, of what all of them could. */
export function rubricSum(rubric: AnswerToMark['rubric'], levels: Levels): { sum: number; of: number } {
  let sum = 0;
  let of = 0;
  for (const criterion of rubric) {
    sum += criterion.levels.find(({ id }) => id === levels[criterion.id])?.points ?? 0;
    of += Math.max(0, ...criterion.levels.map((level) => level.points));
  }
  return { sum, of };
}

export const isComplete = (rubric: AnswerToMark['rubric'], levels: Levels): boolean =>
  rubric.every(({ id }) => levels[id] !== undefined);

/** Each criterion is a group of radio buttons: Tab to the next, arrows between levels. */
export function Rubric({ rubric, levels, onChange }: RubricProps) {
  const { sum, of } = rubricSum(rubric, levels);
  return (
    <div className="stack">
      {rubric.map((criterion) => (
        <fieldset key={criterion.id} className="rubric">
          <legend>{criterion.title}</legend>
          {criterion.levels.map((level) => (
            <label key={level.id} className="option">
              <input
                type="radio"
                name={`criterion-${criterion.id}`}
                checked={levels[criterion.id] === level.id}
                onChange={() => onChange({ ...levels, [criterion.id]: level.id })}
              />
              <span className="option-text">
                <Markdown text={level.text} inline />
              </span>
              <span className="muted small-text">{counted(level.points, 'point')}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p role="status">
        Chosen: {points(sum)} of {points(of)} on the rubric.
      </p>
    </div>
  );
}

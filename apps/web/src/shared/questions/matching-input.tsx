import { useMemo } from 'react';

import { Markdown } from '../markdown/markdown.js';
import { plainText, spokenName } from '../markdown/parse.js';
import { letter, matchesOf, withMatch } from './answer.js';
import type { InputProps } from './input-props.js';

const labelLengthMax = 80;

/** The words of a choice for a list, which shows no markup and no pictures: the letter leads to the whole of it. */
export function choiceLabel(text: string, index: number): string {
  const words = plainText(text);
  return `${letter(index)}. ${words.length > labelLengthMax ? `${words.slice(0, labelLengthMax - 1)}…` : words}`;
}

/** Each prompt gets one of the choices, from a list of its own: the same by mouse, keyboard and touch. */
export function MatchingInput({ question, answer, labelledBy, onAnswer }: InputProps) {
  const { prompts = [], choices = [] } = question;
  const labels = useMemo(() => choices.map(({ text }, index) => choiceLabel(text, index)), [choices]);
  const matches = matchesOf(answer);
  return (
    <div className="matching" role="group" aria-labelledby={labelledBy} aria-describedby={`${labelledBy}-hint`}>
      <p id={`${labelledBy}-hint`} className="muted small-text">
        Choose what belongs to each. A choice may serve more than once, or not at all.
      </p>
      <ol className="matching-choices plain-list" aria-label="Choices">
        {choices.map((choice, index) => (
          <li key={choice.id}>
            <span className="matching-letter" aria-hidden="true">
              {letter(index)}
            </span>
            <span className="visually-hidden">{letter(index)}: </span>
            <Markdown text={choice.text} inline />
          </li>
        ))}
      </ol>
      <ul className="matching-prompts plain-list">
        {prompts.map((prompt) => {
          const promptId = `${labelledBy}-prompt-${prompt.id}`;
          const name = spokenName(prompt.text);
          return (
            <li key={prompt.id} className="matching-prompt">
              <div id={promptId} className="matching-text">
                <Markdown text={prompt.text} inline />
              </div>
              <select
                className="input"
                aria-label={name}
                aria-labelledby={name === undefined ? promptId : undefined}
                value={matches.get(prompt.id) ?? ''}
                onChange={({ target }) =>
                  onAnswer(withMatch(answer, prompt.id, target.value === '' ? null : target.value), false)
                }
              >
                <option value="">Choose</option>
                {choices.map((choice, index) => (
                  <option key={choice.id} value={choice.id}>
                    {labels[index]}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

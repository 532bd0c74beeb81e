import type { AnswerToMark } from '#libs/api-client';

import { Markdown } from '../../shared/markdown/markdown.js';
import { wordCount } from '../../shared/questions/answer.js';
import { counted } from '../../shared/text/numbers.js';
import { Icon } from '../../shared/ui/icon.js';
import { When } from '../../shared/ui/when.js';

function wanted({ wordsMin, wordsMax }: AnswerToMark): string {
  if (wordsMin !== null && wordsMax !== null) return `; ${wordsMin} to ${wordsMax} were asked for`;
  if (wordsMin !== null) return `; at least ${wordsMin} were asked for`;
  return wordsMax === null ? '' : `; at most ${wordsMax} were asked for`;
}

/** What was asked and what was written, with what only markers see. */
export function AnswerView({ answer }: { answer: AnswerToMark }) {
  return (
    <div className="stack">
      <p className="muted small-text">
        Attempt {answer.number}, handed in <When at={answer.submittedAt} />
      </p>
      <section className="stack-tight" aria-labelledby="asked">
        <h2 id="asked">Question</h2>
        <Markdown text={answer.stem} />
      </section>
      <section className="stack-tight" aria-labelledby="written">
        <h2 id="written">Answer</h2>
        <p className="muted small-text">
          {counted(wordCount(answer.answer), 'word')}
          {wanted(answer)}
        </p>
        {answer.answer.trim() === '' ? (
          <p>
            <em>Nothing was written.</em>
          </p>
        ) : (
          <div
            className={`marked-answer${answer.format === 'code' ? ' essay-code' : ''}`}
            role="region"
            aria-label="The learner's text"
            tabIndex={0}
          >
            {answer.answer}
          </div>
        )}
      </section>
      {answer.markerNotes === null ? null : (
        <div className="note">
          <Icon name="info" />
          <div>
            <p className="note-title">Notes for markers</p>
            <Markdown text={answer.markerNotes} />
          </div>
        </div>
      )}
      {answer.explanation === null ? null : (
        <details>
          <summary>Explanation that learners see</summary>
          <Markdown text={answer.explanation} />
        </details>
      )}
    </div>
  );
}

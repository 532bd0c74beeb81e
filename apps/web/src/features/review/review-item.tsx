import type { Answer, PaperQuestion, ReviewItem } from '#libs/api-client';

import { Markdown } from '../../shared/markdown/markdown.js';
import { points } from '../../shared/text/numbers.js';
import { Icon, type IconName } from '../../shared/ui/icon.js';
import { answerWords } from './answer-words.js';

const outcomes: Record<NonNullable<ReviewItem['outcome']>, { word: string; icon: IconName; tone: string }> = {
  correct: { word: 'Right', icon: 'check', tone: 'success' },
  partial: { word: 'Partly right', icon: 'half', tone: 'warning' },
  incorrect: { word: 'Wrong', icon: 'cross', tone: 'danger' },
  unanswered: { word: 'Not answered', icon: 'dash', tone: 'danger' },
  pending: { word: 'Waiting for a mark', icon: 'clock', tone: 'accent' },
};

function isChosen(answer: Answer | null | undefined, optionId: string): boolean {
  if (answer === null || answer === undefined) return false;
  if ('choice' in answer) return answer.choice === optionId;
  if ('choices' in answer) return answer.choices.includes(optionId);
  return 'value' in answer && String(answer.value) === optionId;
}

function OptionLines({ question, item, answer }: ReviewItemProps) {
  const options =
    question.type === 'true_false'
      ? [
          { id: 'true', text: 'True' },
          { id: 'false', text: 'False' },
        ]
      : (question.options ?? []);
  return (
    <ul className="review-options plain-list">
      {options.map((option) => {
        const note = item.optionFeedback.find(({ optionId }) => optionId === option.id);
        const isKey =
          note?.isKey ?? (item.key !== null && 'value' in item.key ? String(item.key.value) === option.id : false);
        const chosen = isChosen(answer, option.id);
        return (
          <li key={option.id} className={`review-option${isKey ? ' is-key' : ''}${chosen ? ' is-chosen' : ''}`}>
            <Icon name={isKey ? 'check' : chosen ? 'cross' : 'dash'} size={18} />
            <div className="stack-tight">
              <Markdown text={option.text} inline />
              <p className="small-text review-option-words">
                {isKey ? 'Right' : 'Not right'}
                {chosen ? ', your choice' : ''}
              </p>
              {note?.feedback ? <Markdown text={note.feedback} /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface ReviewItemProps {
  question: PaperQuestion;
  item: ReviewItem;
  answer: Answer | null | undefined;
}

/** One question after grading: what was given, what is right, and why. */
export function ReviewQuestion({ question, item, answer, number }: ReviewItemProps & { number: number }) {
  const outcome = item.outcome === null ? null : outcomes[item.outcome];
  const hasOptions = ['single_choice', 'multiple_choice', 'true_false'].includes(question.type);
  return (
    <section className="card stack" aria-labelledby={`review-${item.questionId}`}>
      <div className="row">
        <h3 id={`review-${item.questionId}`}>Question {number}</h3>
        {outcome === null ? null : (
          <span className={`tag tag-${outcome.tone}`}>
            <Icon name={outcome.icon} size={14} /> {outcome.word}
          </span>
        )}
        {item.score === null ? null : (
          <span className="muted small-text">
            {points(item.score)} of {points(item.scoreMax)}
          </span>
        )}
      </div>
      <Markdown text={question.stem} />
      {hasOptions ? (
        <OptionLines question={question} item={item} answer={answer} />
      ) : (
        <dl className="review-text">
          <dt>You answered</dt>
          <dd>{answerWords(question, answer)}</dd>
          {item.key === null ? null : (
            <>
              <dt>Right is</dt>
              <dd>{answerWords(question, item.key)}</dd>
            </>
          )}
        </dl>
      )}
      {item.explanation ? (
        <div className="note">
          <Icon name="info" />
          <div>
            <p className="note-title">Why</p>
            <Markdown text={item.explanation} />
          </div>
        </div>
      ) : null}
    </section>
  );
}

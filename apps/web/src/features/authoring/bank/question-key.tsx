import type { QuestionView } from '#libs/api-client';

import { Markdown } from '../../../shared/markdown/markdown.js';
import { Icon } from '../../../shared/ui/icon.js';

/** What is right, as far as a line or two can say it. */
export function QuestionKey({ question }: { question: QuestionView }) {
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return (
        <ul className="plain-list stack-tight">
          {question.options.map((option) => (
            <li key={option.id} className="row">
              <Icon name={option.isKey ? 'check' : 'dash'} size={18} />
              <span className="visually-hidden">{option.isKey ? 'Right: ' : 'Not right: '}</span>
              <Markdown text={option.text} inline />
            </li>
          ))}
        </ul>
      );
    case 'true_false':
      return <p>{question.key ? 'True' : 'False'} is right.</p>;
    case 'short_text':
      return <p>Accepted: {question.accepted.join(', ')}</p>;
    case 'numeric':
      return (
        <p>
          {question.value}
          {question.unit === undefined ? '' : ` ${question.unit}`}, tolerance {question.tolerance}
        </p>
      );
    case 'matching':
      return (
        <ul className="plain-list stack-tight">
          {question.prompts.map((prompt) => (
            <li key={prompt.id} className="row">
              <Markdown text={prompt.text} inline />
              <Icon name="arrow" size={18} />
              <span className="visually-hidden">belongs to</span>
              <Markdown text={question.choices.find(({ id }) => id === prompt.match)?.text ?? prompt.match} inline />
            </li>
          ))}
        </ul>
      );
    case 'ordering':
      return (
        <ol className="stack-tight">
          {question.items.map((item) => (
            <li key={item.id}>
              <Markdown text={item.text} inline />
            </li>
          ))}
        </ol>
      );
    case 'cloze':
      return (
        <ul className="plain-list stack-tight">
          {question.gaps.map((gap) => (
            <li key={gap.id}>
              <code>{gap.id}</code>: {gapKey(gap)}
            </li>
          ))}
        </ul>
      );
    case 'essay':
      return <p>Marked by a person{question.rubric === undefined ? '' : ', with a rubric'}.</p>;
    default:
      return question satisfies never;
  }
}

function gapKey(gap: Extract<QuestionView, { type: 'cloze' }>['gaps'][number]): string {
  if (gap.kind === 'number') return `${gap.value}${gap.unit === undefined ? '' : ` ${gap.unit}`}`;
  if (gap.kind === 'text') return gap.accepted.join(', ');
  return gap.options.map(({ text, isKey }) => (isKey ? `${text} (right)` : text)).join(', ');
}

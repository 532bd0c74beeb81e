import type { Answer, PaperQuestion } from '#libs/api-client';
import type { ReactNode } from 'react';

import { Markdown } from '../markdown/markdown.js';
import { Icon } from '../ui/icon.js';
import { gapsOf, isAnswered, matchesOf, orderOf, type GapAnswer, type Given } from './answer.js';
import { GappedText } from './cloze-input.js';
import { OutcomeMark, outcomeMarks } from './outcome-mark.js';
import type { Reviewed, ReviewProps } from './reviewed.js';

const none = <em>nothing</em>;

interface LineProps {
  name: ReactNode;
  part: Reviewed['parts'][number] | undefined;
  given: ReactNode;
  /** Null while the key is kept back, or where it says the same as the answer. */
  right: ReactNode;
}

/** One part: what was asked, how it did, what was given and what is right. */
function PartLine({ name, part, given, right }: LineProps) {
  return (
    <li className="review-part">
      <div className="row">
        <div className="review-part-name">{name}</div>
        {part === undefined ? null : <OutcomeMark outcome={part.outcome} />}
      </div>
      <dl className="review-text">
        <dt>You answered</dt>
        <dd>{given}</dd>
        {right === null ? null : (
          <>
            <dt>Right is</dt>
            <dd>{right}</dd>
          </>
        )}
      </dl>
      {part?.feedback ? <Markdown text={part.feedback} /> : null}
    </li>
  );
}

/** What is right, where it is known and was not given. */
function rightUnless(isRight: boolean, right: ReactNode): ReactNode {
  return isRight ? null : right;
}

export function ReviewMatching({ question, item, answer }: ReviewProps) {
  const given = matchesOf(answer);
  const key = matchesOf(item.key);
  const choice = (id: string | undefined) => {
    const text = question.choices?.find((candidate) => candidate.id === id)?.text;
    return text === undefined ? none : <Markdown text={text} inline />;
  };
  return (
    <ul className="review-parts plain-list">
      {(question.prompts ?? []).map(({ id, text }) => (
        <PartLine
          key={id}
          name={<Markdown text={text} inline />}
          part={item.parts.find(({ partId }) => partId === id)}
          given={choice(given.get(id))}
          right={rightUnless(item.key === null || key.get(id) === given.get(id), choice(key.get(id)))}
        />
      ))}
    </ul>
  );
}

/** Where each pair of neighbours is graded, the last item has no part of its own. */
const gradesPairs = (question: PaperQuestion, { parts }: Reviewed) =>
  parts.length > 0 && parts.length === (question.items?.length ?? 0) - 1;

export function ReviewOrdering({ question, item, answer }: ReviewProps) {
  const texts = new Map((question.items ?? []).map(({ id, text }) => [id, text]));
  const isPairs = gradesPairs(question, item);
  const lines = (order: readonly string[], hasMarks: boolean) => (
    <ol className="review-order plain-list">
      {order.map((id, index) => {
        const part = hasMarks ? item.parts.find(({ partId }) => partId === id) : undefined;
        const isLast = index === order.length - 1;
        const pair = part?.outcome === 'correct' ? 'Next is right' : isLast ? 'Is not last' : 'Next is wrong';
        return (
          <li key={id} className="review-order-item">
            <span className="ordering-place">{index + 1}</span>
            <div className="ordering-text">
              <Markdown text={texts.get(id) ?? ''} inline />
            </div>
            {part === undefined ? null : <OutcomeMark outcome={part.outcome} word={isPairs ? pair : undefined} />}
          </li>
        );
      })}
    </ol>
  );
  return (
    <div className="review-orders">
      <div className="stack-tight">
        <h4>Your order</h4>
        {isAnswered(answer) ? lines(orderOf(question, answer), true) : <p className="muted">No order was given.</p>}
      </div>
      {item.key === null ? null : (
        <div className="stack-tight">
          <h4>Right order</h4>
          {lines(orderOf(question, item.key), false)}
        </div>
      )}
    </div>
  );
}

type PaperGap = NonNullable<PaperQuestion['gaps']>[number];

function gapWords(gap: PaperGap, filled: GapAnswer | undefined): string | null {
  if (filled === undefined) return null;
  if ('choice' in filled) return gap.options?.find(({ id }) => id === filled.choice)?.text ?? null;
  return filled.text.trim() === '' ? null : filled.text;
}

function GapWords({ gap, answer }: { gap: PaperGap; answer: Given | Answer }) {
  const words = gapWords(gap, gapsOf(answer).get(gap.id));
  if (words === null) return none;
  if (gap.kind === 'choice') return <Markdown text={words} inline />;
  return `${words}${gap.unit === undefined || words.endsWith(gap.unit) ? '' : ` ${gap.unit}`}`;
}

/** The text with what was put into it, then gap by gap. */
export function ReviewCloze({ question, item, answer }: ReviewProps) {
  const partOf = (gap: PaperGap) => item.parts.find(({ partId }) => partId === gap.id);
  const isSame = (gap: PaperGap) =>
    partOf(gap)?.outcome === 'correct' ||
    gapWords(gap, gapsOf(item.key).get(gap.id)) === gapWords(gap, gapsOf(answer).get(gap.id));
  return (
    <>
      <GappedText question={question}>
        {(gap, number) => {
          const part = partOf(gap);
          const mark = part === undefined ? undefined : outcomeMarks[part.outcome];
          return (
            <span className={`gap-given${mark === undefined ? '' : ` tag-${mark.tone}`}`}>
              {mark === undefined ? null : <Icon name={mark.icon} size={14} />}
              <span className="visually-hidden">
                Gap {number}
                {mark === undefined ? '' : `, ${mark.word.toLowerCase()}`}:{' '}
              </span>
              <GapWords gap={gap} answer={answer} />
            </span>
          );
        }}
      </GappedText>
      <ul className="review-parts plain-list">
        {(question.gaps ?? []).map((gap, index) => (
          <PartLine
            key={gap.id}
            name={`Gap ${index + 1}`}
            part={partOf(gap)}
            given={<GapWords gap={gap} answer={answer} />}
            right={rightUnless(item.key === null || isSame(gap), <GapWords gap={gap} answer={item.key} />)}
          />
        ))}
      </ul>
    </>
  );
}

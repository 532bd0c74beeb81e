import type { PaperQuestion } from '#libs/api-client';
import type { ReactNode } from 'react';

import { Markdown } from '../markdown/markdown.js';
import { placedGaps, plainText } from '../markdown/parse.js';
import { gapsOf, withGap } from './answer.js';
import type { InputProps } from './input-props.js';
import { lineLengthMax } from './line-input.js';

type PaperGap = NonNullable<PaperQuestion['gaps']>[number];

interface GapFieldProps extends Omit<InputProps, 'labelledBy'> {
  gap: PaperGap;
  number: number;
}

function GapField({ gap, number, question, answer, onAnswer }: GapFieldProps) {
  const given = gapsOf(answer).get(gap.id);
  const label = `Gap ${number} of ${question.gaps?.length ?? 0}${gap.unit === undefined ? '' : `, in ${gap.unit}`}`;
  if (gap.kind === 'choice') {
    return (
      <select
        className="input gap"
        aria-label={label}
        value={given !== undefined && 'choice' in given ? given.choice : ''}
        onChange={({ target }) => {
          const filled = target.value === '' ? null : { gap: gap.id, choice: target.value };
          onAnswer(withGap(answer, gap.id, filled), false);
        }}
      >
        <option value="">Choose</option>
        {(gap.options ?? []).map((option) => (
          <option key={option.id} value={option.id}>
            {plainText(option.text)}
          </option>
        ))}
      </select>
    );
  }
  const text = given !== undefined && 'text' in given ? given.text : '';
  return (
    <span className="gap-field">
      <input
        className="input gap"
        type="text"
        inputMode={gap.kind === 'number' && gap.unit === undefined ? 'decimal' : 'text'}
        aria-label={label}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={lineLengthMax}
        size={Math.min(32, Math.max(gap.kind === 'number' ? 6 : 10, text.length + 1))}
        value={text}
        onChange={({ target }) => {
          const filled = target.value === '' ? null : { gap: gap.id, text: target.value };
          onAnswer(withGap(answer, gap.id, filled), true);
        }}
      />
      {gap.unit === undefined ? null : <span className="muted"> {gap.unit}</span>}
    </span>
  );
}

interface GappedTextProps {
  question: PaperQuestion;
  /** What stands in a gap; `number` is its place in reading order. */
  children: (gap: PaperGap, number: number) => ReactNode;
}

/** The text of a cloze with something in each gap. A gap whose place the text does not show comes after it: none is lost. */
export function GappedText({ question, children }: GappedTextProps) {
  const gaps = question.gaps ?? [];
  const placed = placedGaps(question.stem);
  const numberOf = (gap: PaperGap) => gaps.indexOf(gap) + 1;
  const lost = gaps.filter(({ id }) => !placed.includes(id));
  return (
    <div className="gapped stack">
      <Markdown
        text={question.stem}
        gaps={(id) => {
          const gap = gaps.find((candidate) => candidate.id === id);
          return gap === undefined ? `{{${id}}}` : children(gap, numberOf(gap));
        }}
      />
      {lost.map((gap) => (
        <p key={gap.id} className="row">
          Gap {numberOf(gap)}: {children(gap, numberOf(gap))}
        </p>
      ))}
    </div>
  );
}

/** The fields stand where the gaps are, so this is question and input in one. */
export function ClozeInput({ question, answer, labelledBy, onAnswer }: InputProps) {
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <GappedText question={question}>
        {(gap, number) => (
          <GapField gap={gap} number={number} question={question} answer={answer} onAnswer={onAnswer} />
        )}
      </GappedText>
    </div>
  );
}

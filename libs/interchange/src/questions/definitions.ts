import type { Question } from '#libs/contracts';

import type { Block } from '../markdown/block.js';
import { labelKey } from '../markdown/inline.js';

/** The lines that say where `[label]` leads, by label. */
export type Definitions = ReadonlyMap<string, string>;

export function definitionsIn(blocks: readonly Block[]): Definitions {
  return new Map(
    blocks.filter((block) => block.kind === 'definition').map(({ label, source }) => [labelKey(label), source.trim()]),
  );
}

/** Each text of a question is shown by itself, so it takes along the definitions that it refers to. */
export function carryDefinitions(question: Question, definitions: Definitions): Question {
  if (definitions.size === 0) return question;
  const carry = (text: string) => withDefinitions(text, definitions);
  const stem = carry(question.stem);
  const explanation = question.explanation && carry(question.explanation);
  if (!('options' in question)) return { ...question, stem, explanation };
  const options = question.options.map((option) => ({
    ...option,
    text: carry(option.text),
    feedback: option.feedback && carry(option.feedback),
  }));
  return { ...question, stem, explanation, options };
}

function withDefinitions(text: string, definitions: Definitions): string {
  const labels = [...text.matchAll(/\[([^\][]{1,300})\]/g)].map(([, label = '']) => labelKey(label));
  const used = [...new Set(labels)].map((label) => definitions.get(label)).filter((line) => line !== undefined);
  return used.length > 0 ? `${text}\n\n${used.join('\n')}` : text;
}

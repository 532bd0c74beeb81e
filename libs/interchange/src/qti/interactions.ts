import type { XmlElement } from '../xml/xml.js';
import { ItemRefused } from './findings.js';
import { partsMax } from './limits.js';
import { attribute, elementsBelow } from './tree.js';

const block = [
  'qti-choice-interaction',
  'qti-match-interaction',
  'qti-order-interaction',
  'qti-gap-match-interaction',
  'qti-hottext-interaction',
  'qti-extended-text-interaction',
] as const;
const inline = ['qti-text-entry-interaction', 'qti-inline-choice-interaction'] as const;

type BlockName = (typeof block)[number];

const partNames = new Set([
  'qti-simple-choice',
  'qti-inline-choice',
  'qti-simple-associable-choice',
  'qti-hottext',
  'qti-gap',
  'qti-gap-text',
  'qti-gap-img',
  'qti-feedback-inline',
  'qti-feedback-block',
]);

/** What a learner does in an item: one thing of some size, or filling gaps in a text. */
export type Task =
  | { readonly kind: BlockName; readonly interaction: XmlElement }
  | { readonly kind: 'gaps'; readonly interactions: readonly XmlElement[] };

/** Finds the one task of an item. Throws ItemRefused for what has no counterpart here. */
export function taskOf(body: XmlElement): Task {
  const found = [...elementsBelow(body)].filter(({ name }) => name.endsWith('-interaction'));
  const strange = found.find(({ name }) => !isOneOf(block, name) && !isOneOf(inline, name));
  if (strange) throw new ItemRefused(strange.line, `There is no question type for ${namedAs(strange)}.`);
  const [first, second] = found;
  const parts = [...elementsBelow(body)].filter(({ name }) => partNames.has(name));
  if (found.length > partsMax || parts.length > partsMax)
    throw new ItemRefused(body.line, `The item has more than ${partsMax} fields, options or feedbacks.`);
  if (!first) throw new ItemRefused(body.line, 'The item asks nothing: it has no interaction.');
  if (found.every(({ name }) => isOneOf(inline, name))) return { kind: 'gaps', interactions: found };
  if (second) {
    const both = `${namedAs(first)} and ${namedAs(second)}`;
    throw new ItemRefused(second.line, `One item with ${both} cannot be one question. Make it several items.`);
  }
  if (!isOneOf(block, first.name))
    throw new ItemRefused(first.line, `There is no question type for ${namedAs(first)}.`);
  return { kind: first.name, interaction: first };
}

export function responseId(interaction: XmlElement): string {
  return attribute(interaction, 'response-identifier') ?? 'RESPONSE';
}

function namedAs({ name }: XmlElement): string {
  return `“${name.replace(/^qti-/, '').replaceAll('-', ' ')}”`;
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((one) => one === name);
}

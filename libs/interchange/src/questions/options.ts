import type { List, ListItem } from '../markdown/block.js';
import { isBlank, type Line, sourceOf, withoutBlankEnds } from '../markdown/lines.js';
import { type PartAttributes, splitPart } from './part-attributes.js';

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly isKey: boolean;
  readonly share?: string | undefined;
  readonly feedback?: string | undefined;
}

/** Reads a list of options; `reasons` says what is wrong with it. */
export function readOptions(list: List): { readonly options: readonly Option[]; readonly reasons: readonly string[] } {
  const options = list.items.map(readOption);
  const reasons = list.items.flatMap((item, index) => optionProblems(item, options[index]));
  const ids = new Set(options.map(({ id }) => id));
  return { options, reasons: ids.size < options.length ? [...reasons, 'Two options have the same id.'] : reasons };
}

function optionProblems(item: ListItem, option: Option | undefined): string[] {
  if (item.isTicked === null) return [`The option in line ${item.line} has no box: write “[ ]” or “[x]”.`];
  return option && isBlank(option.text) ? [`The option in line ${item.line} has no text.`] : [];
}

function readOption(item: ListItem, index: number): Option {
  const { own, feedback } = splitFeedback(item);
  const { text, about } = readPart(own, ['id', 'share']);
  return {
    id: about.id ?? letterOf(index),
    text,
    isKey: item.isTicked === true,
    ...(about.share !== undefined && { share: about.share }),
    ...(feedback && { feedback }),
  };
}

/** The last block of an option is its feedback if it is a quote. */
export function splitFeedback(item: ListItem): { readonly own: readonly Line[]; readonly feedback: string } {
  const last = item.blocks.at(-1);
  if (last?.kind !== 'quote') return { own: item.lines, feedback: '' };
  return { own: item.lines.filter((line) => line.number < last.line), feedback: last.content };
}

/** A text and the attributes that end its first line. */
export function readPart(
  lines: readonly Line[],
  allowed: readonly ('id' | 'share')[],
): { readonly text: string; readonly about: PartAttributes } {
  const [first, ...others] = lines;
  if (!first) return { text: '', about: {} };
  const { text, about } = splitPart(first.text, allowed);
  return { text: sourceOf(withoutBlankEnds([{ ...first, text }, ...others])).trimEnd(), about };
}

/** `a` to `z`, then `aa`: the id of an option that has none of its own. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

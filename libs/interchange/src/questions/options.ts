import { splitAttributes } from '../markdown/attributes.js';
import { type List, type ListItem } from '../markdown/block.js';
import { isBlank, type Line, sourceOf, withoutBlankEnds } from '../markdown/lines.js';

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly isKey: boolean;
  readonly feedback?: string;
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

/** The last block of an option is its feedback if it is a quote. */
function readOption(item: ListItem, index: number): Option {
  const last = item.blocks.at(-1);
  const quote = last?.kind === 'quote' ? last : null;
  const own = item.lines.filter((line) => !quote || line.number < quote.line);
  const { id, text } = withoutId(own);
  return {
    id: id ?? letterOf(index),
    text,
    isKey: item.isTicked === true,
    ...(quote?.content && { feedback: quote.content }),
  };
}

function withoutId(lines: readonly Line[]): { id: string | null; text: string } {
  const [first, ...others] = lines;
  const { text, attributes } = splitAttributes(first?.text ?? '');
  const isId = attributes.key !== null && attributes.tags.length === 0 && attributes.values.length === 0;
  const kept = isId && first ? [{ ...first, text }, ...others] : lines;
  return { id: isId ? attributes.key : null, text: sourceOf(withoutBlankEnds(kept)).trimEnd() };
}

/** `a` to `z`, then `aa`: the id of an option that has none of its own. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

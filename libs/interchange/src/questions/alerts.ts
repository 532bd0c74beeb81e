import { type Block, lineAfter } from '../markdown/block.js';
import { toLines } from '../markdown/lines.js';

const names = [
  'hint',
  'correct',
  'partial',
  'incorrect',
  'feedback',
  'other',
  'explanation',
  'template',
  'rubric',
  'marker-notes',
] as const;
export type AlertName = (typeof names)[number];

/** A quote that says what it is in its first line, `> [!hint]`, in the manner of the alerts that GitHub shows. */
export interface Alert {
  readonly name: AlertName;
  readonly line: number;
  readonly lineAfter: number;
  readonly text: string;
}

/** The alert that a block is; null for every other block, and for quotes with names that mean nothing here. */
export function alertOf(block: Block): Alert | null {
  if (block.kind !== 'quote') return null;
  const [first = '', ...rest] = block.content.split('\n');
  const written = /^\[!([a-z-]+)\]\s*$/i.exec(first)?.[1]?.toLowerCase();
  const name = names.find((known) => known === written);
  return name ? { name, line: block.line, lineAfter: lineAfter(block), text: textOf(rest) } : null;
}

export function alertsIn(blocks: readonly Block[]): Alert[] {
  return blocks.flatMap((block) => alertOf(block) ?? []);
}

function textOf(lines: readonly string[]): string {
  const first = lines.findIndex((line) => /\S/.test(line));
  return first === -1 ? '' : lines.slice(first).join('\n');
}

/** The text inside the code fence that makes up all of an alert; any other text is what it is. */
export function fencedText(text: string): string {
  const lines = toLines(text);
  const fence = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
  const isFenced = fence !== undefined && lines.length > 1 && lines.at(-1)?.text.trim() === fence;
  if (!isFenced) return text;
  return lines
    .slice(1, -1)
    .map((line) => line.text)
    .join('\n');
}

import type { Question } from '#libs/contracts';

import type { List, ListItem } from '../markdown/block.js';
import { isBlank, type Line } from '../markdown/lines.js';
import { fenceAfter } from '../markdown/starts.js';
import { letterOf, readPart, splitFeedback } from './options.js';

export type Matching = Extract<Question, { type: 'matching' }>;
type Pairs = Pick<Matching, 'prompts' | 'choices'>;
interface Sides {
  readonly prompt: readonly Line[];
  readonly choice: readonly Line[];
}

const arrow = /^ {0,3}=>(?=\s|$)[ \t]*/;

/** Whether an item says that something belongs to something: `- prompt => choice`. */
export function isMatch(item: ListItem): boolean {
  return splitArrow(item.lines) !== null;
}

/** The two sides of the arrow: of one that begins a line, or else of the last one in the first line. */
function splitArrow(lines: readonly Line[]): Sides | null {
  const at = arrowLine(lines);
  if (at !== -1) {
    const line = lines[at]!; // arrowLine gives an index of lines
    return {
      prompt: lines.slice(0, at),
      choice: [{ ...line, text: line.text.replace(arrow, '') }, ...lines.slice(at + 1)],
    };
  }
  const [first] = lines;
  const place = first ? arrowIn(first.text) : -1;
  if (!first || place === -1) return null;
  return {
    prompt: [{ ...first, text: first.text.slice(0, place) }],
    choice: [{ ...first, text: first.text.slice(place + 2).trimStart() }, ...lines.slice(1)],
  };
}

function arrowLine(lines: readonly Line[]): number {
  let fence: string | null = null;
  return lines.findIndex(({ text }) => {
    const isArrow = fence === null && arrow.test(text);
    fence = fenceAfter(fence, text);
    return isArrow;
  });
}

/** Where the last arrow between blanks begins that is not in a code span. */
function arrowIn(text: string): number {
  const open = `${withoutSpans(text)} `;
  const place = open.lastIndexOf(' => ');
  return place === -1 ? -1 : place + 1;
}

/** The text with its code spans blanked out, in one pass: a span ends at the next run of as many back quotes as began it. */
function withoutSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, start: index }));
  const later = new Map<number, { readonly start: number }[]>();
  for (const run of runs.toReversed()) {
    const same = later.get(run.length);
    if (same) same.push(run);
    else later.set(run.length, [run]);
  }
  let result = '';
  let done = 0;
  for (const { length, start } of runs) {
    const same = later.get(length)!; // every run is in its group
    same.pop();
    const end = same.at(-1);
    if (start < done || !end) continue;
    const after = end.start + length;
    result += text.slice(done, start) + '`'.repeat(after - start);
    done = after;
  }
  return result + text.slice(done);
}

/** Reads the pairs of a matching question; an item without a prompt is a choice that belongs to none, or comes later. */
export function readPairs(list: List): { readonly pairs: Pairs; readonly reasons: readonly string[] } {
  const reader = new PairsReader();
  for (const item of list.items) reader.read(item);
  return { pairs: { prompts: reader.prompts, choices: reader.choices }, reasons: reader.problems() };
}

class PairsReader {
  readonly prompts: Matching['prompts'] = [];
  readonly choices: Matching['choices'] = [];
  private readonly reasons: string[] = [];

  read(item: ListItem): void {
    const { own, feedback } = splitFeedback(item);
    const sides = splitArrow(own);
    if (!sides) {
      this.reasons.push(`The item in line ${item.line} has no “=>” between a prompt and its choice.`);
      return;
    }
    const { text: choiceText, about: choice } = readPart(sides.choice, ['id']);
    if (isBlank(choiceText)) {
      this.reasons.push(`The item in line ${item.line} has nothing behind “=>”.`);
      return;
    }
    const match = this.choiceId(choiceText, choice.id);
    const { text, about } = readPart(sides.prompt, ['id']);
    if (isBlank(text)) {
      if (feedback) this.reasons.push(`The feedback in line ${item.line} belongs to no prompt.`);
      return;
    }
    const id = about.id ?? letterOf(this.prompts.length);
    this.prompts.push({ id, text, match, ...(feedback && { feedback }) });
  }

  /** A choice is known by its id, or by its text where it has none. */
  private choiceId(text: string, id: string | undefined): string {
    const known = this.choices.find((choice) => (id === undefined ? choice.text === text : choice.id === id));
    if (known) return known.id;
    const added = { id: id ?? String(this.choices.length + 1), text };
    this.choices.push(added);
    return added.id;
  }

  problems(): string[] {
    const ids = [...this.prompts, ...this.choices].map(({ id }) => id);
    const repeated = new Set(ids).size < ids.length ? ['Two prompts or choices have the same id.'] : [];
    return [...this.reasons, ...repeated, ...(this.prompts.length === 0 ? ['There is nothing to match.'] : [])];
  }
}

import type { Block, Found, ListItem } from './block.js';
import { indentOf, isBlank, type Line, sourceOf, withoutBlankEnds, withoutIndent } from './lines.js';
import { continuesLazily, fenceAfter, fenceOf, isQuoted, markerOf } from './starts.js';

/** Reads the lines inside a container as blocks of their own. */
export type ReadInside = (lines: readonly Line[]) => Block[];

export function quoteAt(lines: readonly Line[], start: number, readInside: ReadInside): Found | null {
  if (!isQuoted(lines[start]!.text)) return null; // start < length
  const inside: Line[] = [];
  let fence: string | null = null;
  let next = start;
  for (; next < lines.length; next++) {
    const { text, number } = lines[next]!; // next < length
    if (!isQuoted(text) && (fence !== null || !continuesLazily(inside.at(-1)?.text ?? '', text))) break;
    const line = { text: text.replace(/^ {0,3}> ?/, ''), number };
    inside.push(line);
    fence = fenceAfter(fence, line.text);
  }
  const own = lines.slice(start, next);
  const content = sourceOf(withoutBlankEnds(inside));
  return {
    block: { kind: 'quote', line: own[0]!.number, source: sourceOf(own), blocks: readInside(inside), content }, // it has its first line
    next,
  };
}

export function listAt(lines: readonly Line[], start: number, readInside: ReadInside): Found | null {
  const first = markerOf(lines[start]!.text); // start < length
  if (!first) return null;
  const items: ListItem[] = [];
  let next = start;
  for (let index = start; index < lines.length; index = afterBlanks(lines, next)) {
    const marker = markerOf(lines[index]!.text); // index < length
    if (marker?.style !== first.style) break;
    const inside = linesOfItem(lines, index, marker.width);
    items.push(itemOf(inside, readInside));
    next = index + inside.length;
  }
  const own = lines.slice(start, next);
  return {
    block: { kind: 'list', line: own[0]!.number, source: sourceOf(own), isOrdered: first.number !== null, items }, // it has its first line
    next,
  };
}

function afterBlanks(lines: readonly Line[], start: number): number {
  let index = start;
  while (index < lines.length && isBlank(lines[index]!.text)) index++; // index < length
  return index;
}

/** The lines of the item that begins at `start`, without its marker and indent, up to its last line that is not blank. */
function linesOfItem(lines: readonly Line[], start: number, width: number): Line[] {
  const first = { ...lines[start]!, text: contentAfterMarker(lines[start]!.text, width) }; // start < length
  const inside: Line[] = [first];
  let length = 1;
  let fence = fenceOf(first.text);
  let last = first.text;
  for (let index = start + 1; index < lines.length; index++) {
    const { text, number } = lines[index]!; // index < length
    if (isBlank(text)) {
      // An item may begin with one blank line, not with two.
      if (inside.length === 1 && isBlank(last)) break;
      last = withoutIndent(text, width);
    } else if (indentOf(text) >= width) {
      last = withoutIndent(text, width);
      fence = fenceAfter(fence, last);
    } else if (fence === null && continuesLazily(last, text)) {
      last = text;
    } else break;
    inside.push({ text: last, number });
    if (!isBlank(last)) length = inside.length;
  }
  return inside.slice(0, length);
}

function contentAfterMarker(text: string, width: number): string {
  const mark = /^ {0,3}(?:[-*+]|\d{1,9}[.)])/.exec(text)?.[0] ?? '';
  return withoutIndent(' '.repeat(mark.length) + text.slice(mark.length), width);
}

function itemOf(inside: readonly Line[], readInside: ReadInside): ListItem {
  const first = inside[0]!; // an item has at least the line of its marker
  const box = /^ {0,3}\[([ xX])\](?:[ \t]+|$)/.exec(first.text);
  const content = box ? [{ ...first, text: first.text.slice(box[0].length) }, ...inside.slice(1)] : inside;
  return { line: first.number, isTicked: box ? box[1] !== ' ' : null, lines: content, blocks: readInside(content) };
}

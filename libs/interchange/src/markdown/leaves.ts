import { type Found, type Heading, leafOf } from './block.js';
import { indentOf, isBlank, type Line, sourceOf, withoutIndent } from './lines.js';
import { closesFence, fenceOf, interruptsParagraph, isBreak } from './starts.js';

export function indentedCodeAt(lines: readonly Line[], start: number): Found | null {
  let next = start;
  for (let index = start; index < lines.length; index++) {
    const { text } = lines[index]!; // index < length
    if (isBlank(text)) continue;
    if (indentOf(text) < 4) break;
    next = index + 1;
  }
  return next === start ? null : { block: leafOf('code', lines.slice(start, next)), next };
}

export function fencedCodeAt(lines: readonly Line[], start: number): Found | null {
  const fence = fenceOf(lines[start]!.text); // start < length
  if (fence === null) return null;
  let end = start + 1;
  while (end < lines.length && !closesFence(fence, lines[end]!.text)) end++; // end < length
  const next = Math.min(end + 1, lines.length);
  return { block: leafOf('code', lines.slice(start, next)), next };
}

export function headingAt(lines: readonly Line[], start: number): Found | null {
  const line = lines[start]!; // start < length
  const [mark, hashes] = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line.text) ?? [];
  if (mark === undefined || hashes === undefined) return null;
  const text = withoutClosingHashes(line.text.slice(mark.length).trim());
  return {
    block: { kind: 'heading', line: line.number, source: line.text, depth: hashes.length, text },
    next: start + 1,
  };
}

function withoutClosingHashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end--;
  const isClosing = end < text.length && (end === 0 || /[ \t]/.test(text.charAt(end - 1)));
  return isClosing ? text.slice(0, end).trimEnd() : text;
}

export function breakAt(lines: readonly Line[], start: number): Found | null {
  const line = lines[start]!; // start < length
  return isBreak(line.text) ? { block: leafOf('break', [line]), next: start + 1 } : null;
}

const definition =
  /^ {0,3}\[([^\]^[][^\][]{0,998})\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

/** `[label]: address`, which links elsewhere in the file refer to. */
export function definitionAt(lines: readonly Line[], start: number): Found | null {
  const line = lines[start]!; // start < length
  const [, label, url] = definition.exec(line.text) ?? [];
  if (label === undefined || url === undefined) return null;
  return { block: { kind: 'definition', line: line.number, source: line.text, label, url }, next: start + 1 };
}

/** What nothing else claims: text up to a blank line or another block, or the heading that a line of `=` or `-` makes of it. */
export function paragraphAt(lines: readonly Line[], start: number): Found {
  let next = start + 1;
  for (; next < lines.length; next++) {
    const { text } = lines[next]!; // next < length
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(text)?.[1];
    if (underline) return { block: underlined(lines.slice(start, next + 1), underline), next: next + 1 };
    if (isBlank(text) || interruptsParagraph(text)) break;
  }
  const content = lines.slice(start, next).map(({ text }) => withoutIndent(text, 3));
  return { block: { kind: 'paragraph', line: lines[start]!.number, source: content.join('\n') }, next }; // start < length
}

function underlined(lines: readonly Line[], underline: string): Heading {
  const text = lines.slice(0, -1).map((line) => line.text.trim());
  return {
    kind: 'heading',
    line: lines[0]!.number, // paragraphAt passes the text and its underline
    source: sourceOf(lines),
    depth: underline.startsWith('=') ? 1 : 2,
    text: text.join(' '),
  };
}

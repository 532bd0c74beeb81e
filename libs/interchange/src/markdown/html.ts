import { type Found, leafOf } from './block.js';
import { isBlank, type Line } from './lines.js';

/** Tags whose content is not Markdown up to their closing tag, whatever blank lines stand between. */
const rawTag = /^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)/i;
const blockTag =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|center|col|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s/>]|$)/i;
const wholeTag = /^ {0,3}<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>\s*$/i;
const comment = /^ {0,3}<!--/;
const blankLine = { test: isBlank };

/** A block of HTML: a comment to its end, raw text to its closing tag, anything else to the next blank line. */
export function htmlBlockAt(lines: readonly Line[], start: number): Found | null {
  const end = endOf(lines[start]!.text); // start < length
  if (!end) return null;
  let next = start;
  while (next < lines.length && !end.test(lines[next]!.text)) next++; // next < length
  if (end !== blankLine) next = Math.min(next + 1, lines.length);
  return { block: leafOf('html', lines.slice(start, next)), next };
}

export function interruptsAsHtml(text: string): boolean {
  return comment.test(text) || rawTag.test(text) || blockTag.test(text);
}

function endOf(text: string): { test(line: string): boolean } | null {
  if (comment.test(text)) return /-->/;
  const raw = rawTag.exec(text)?.[1];
  if (raw) return new RegExp(`</${raw}>`, 'i');
  return blockTag.test(text) || wholeTag.test(text) ? blankLine : null;
}

/** The value of an attribute of a tag such as `<a href="...">`, or null. */
export function attributeOf(tag: string, name: 'href' | 'src' | 'alt'): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
}

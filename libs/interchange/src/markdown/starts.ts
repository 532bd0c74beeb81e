import { interruptsAsHtml } from './html.js';
import { indentOf, isBlank } from './lines.js';

/** What begins a list item: `-`, `*`, `+`, `1.` or `1)`. */
export interface Marker {
  /** Items of one list share the bullet, or the character after the number. */
  readonly style: string;
  /** The number of an ordered item. */
  readonly number: number | null;
  /** Columns from the line's start to the item's content. */
  readonly width: number;
  readonly isEmpty: boolean;
}

export function markerOf(text: string): Marker | null {
  const match = /^( {0,3})(?:([-*+])|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(text);
  if (!match || isBreak(text)) return null;
  const [mark, , bullet, digits, delimiter] = match;
  const rest = text.slice(mark.length);
  const isEmpty = isBlank(rest);
  const gap = indentOf(rest);
  return {
    style: bullet ?? delimiter!, // one of the two alternatives matched
    number: digits === undefined ? null : Number(digits),
    // Five blanks or more are one blank and indented code.
    width: mark.length + (isEmpty || gap > 4 ? 1 : gap),
    isEmpty,
  };
}

/** `---`, `***` or `___`, also with blanks between. */
export function isBreak(text: string): boolean {
  return /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(text);
}

export function isQuoted(text: string): boolean {
  return /^ {0,3}>/.test(text);
}

export function isMarkedHeading(text: string): boolean {
  return /^ {0,3}#{1,6}(?:[ \t]|$)/.test(text);
}

/** The fence that a line opens, such as three back quotes, or null. */
export function fenceOf(text: string): string | null {
  return /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text)?.slice(1).find(Boolean) ?? null;
}

export function closesFence(fence: string, text: string): boolean {
  const run = text.trim();
  return indentOf(text) < 4 && run.length >= fence.length && run === fence.charAt(0).repeat(run.length);
}

/** The fence that is open after a line, given the one that was open before it. */
export function fenceAfter(open: string | null, text: string): string | null {
  if (open === null) return fenceOf(text);
  return closesFence(open, text) ? null : open;
}

/** Whether a line ends the paragraph above it without a blank line between them. */
export function interruptsParagraph(text: string): boolean {
  if (indentOf(text) >= 4) return false;
  return (
    isMarkedHeading(text) ||
    isQuoted(text) ||
    isBreak(text) ||
    fenceOf(text) !== null ||
    interruptsAsHtml(text) ||
    itemInterrupts(markerOf(text))
  );
}

/** A list may follow a paragraph directly, unless a number at a line's start is more likely part of the sentence. */
function itemInterrupts(marker: Marker | null): boolean {
  return marker !== null && !marker.isEmpty && (marker.number === null || marker.number === 1);
}

/**
 * Whether a line without its container's mark still belongs to the paragraph that the container's last line is part of. What
 * that line is nested in is guessed from its marks.
 */
export function continuesLazily(last: string, text: string): boolean {
  if (isBlank(text) || interruptsParagraph(text) || markerOf(text)) return false;
  const content = last.replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/, '');
  return !isBlank(content) && !isMarkedHeading(content) && !isBreak(content) && fenceOf(content) === null;
}

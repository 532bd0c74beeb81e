import { parseBlocks } from '../markdown/blocks.js';
import { toLines } from '../markdown/lines.js';
import { markerOf } from '../markdown/starts.js';
import type { AlertName } from './alerts.js';
import { closed } from './stem-text.js';

export function blocksOf(markdown: string) {
  return parseBlocks(toLines(markdown));
}

export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

export function alertFor(name: AlertName, text: string | undefined): string {
  if (text === undefined) return '';
  return quoted(text === '' ? `[!${name}]` : `[!${name}]\n${text}`);
}

export function indented(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(columns) + line))
    .join('\n');
}

export function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** A quote at the end of an item would be read as its feedback, were there not an empty one after it. */
export function withFeedback(text: string, feedback: string | undefined): string {
  const blocks = blocksOf(text);
  const last = blocks.at(-1)?.kind;
  const quote = feedback ? quoted(feedback) : last === 'quote' ? '>' : '';
  if (quote === '') return text;
  return blocks.length === 1 && last === 'paragraph' ? `${text}\n${quote}` : `${text}\n\n${quote}`;
}

/** A text of an item with its attributes at the end of the first line, or before a text that cannot begin beside a marker. */
export function withBraces(text: string, braces: string): string {
  const safe = closed(text);
  const [first = '', ...others] = safe.split('\n');
  const isMarker = ['-', '*'].some((bullet) => markerOf(`${bullet} ${first}`) === null);
  const canBegin = !/^\s|^\[[ xX]\](?:\s|$)/.test(text) && !isMarker;
  if (!canBegin || (braces !== '' && /\s$/.test(first))) return `${braces}\n${safe}`;
  return braces === '' ? safe : [`${first} ${braces}`, ...others].join('\n');
}

/** An item of a list; what begins with an empty line stands below the marker. */
export function itemOf(marker: string, content: string, columns = marker.length + 1): string {
  const body = indented(content, columns);
  return content.startsWith('\n') ? marker + body : `${marker} ${body.trimStart()}`;
}

/** A list that follows the stem must not join one that the stem ends with. */
export function bulletAfter(stem: string): string {
  return endOfStem(stem) === '-' ? '*' : '-';
}

export function numberMarkAfter(stem: string): string {
  return endOfStem(stem) === '.' ? ')' : '.';
}

function endOfStem(stem: string): string | undefined {
  const last = blocksOf(stem).at(-1);
  return last?.kind === 'list' ? markerOf(last.source.split('\n')[0] ?? '')?.style : undefined;
}

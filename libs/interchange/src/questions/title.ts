import { readInline } from '../markdown/inline.js';

const titleMax = 120;

/** The beginning of a stem as plain text, to name a question by. */
export function titleOf(markdown: string): string {
  const [first = ''] = markdown.trim().split('\n');
  const { plain } = readInline(first.slice(0, 1_000));
  return plain.length > titleMax ? `${plain.slice(0, titleMax - 1)}…` : plain;
}

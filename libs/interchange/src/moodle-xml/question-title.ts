import { markdownToText } from '../html/markdown-to-html.js';

const titleMax = 120;

/** The beginning of a text, on one line: what stands for a question that has no name. */
export function shortened(markdown: string): string {
  return cut(markdownToText(markdown.slice(0, 1_000)));
}

export function cut(text: string): string {
  return text.length > titleMax ? `${text.slice(0, titleMax - 1).trimEnd()}…` : text;
}

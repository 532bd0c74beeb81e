import type { Element, ElementContent, Root as HtmlRoot, Text } from 'hast';
import type { Literal, Parents } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';

import { cleanTree, type PictureOf } from './clean-html.js';
import { htmlToMarkdown, type HtmlOptions, type MarkdownResult } from './html-to-markdown.js';
import { isMediaUrl } from './links.js';
import { readMarkdown } from './markdown-reader.js';
import { isPlainProse } from './plain-prose.js';
import { gapPattern } from './prose-pieces.js';
import { sanitizeSchema } from './sanitize-schema.js';

/** What a reader of HTML would take for maths or a gap, though it is text: its first sign is wrapped up. */
const misleading = new RegExp(`(\\\\(?=[([])|\\$(?=\\$)|\\{(?=${gapPattern.slice(2)}))`);

const foreignHandlers = {
  gap: (_state: unknown, { value }: Literal): Text => text(value),
  inlineMath: (_state: unknown, { value }: Literal): Text => text(`\\(${value}\\)`),
  math: (_state: unknown, { value }: Literal): Element => element('p', [text(`\\[${value}\\]`)]),
  text: (_state: unknown, { value }: Literal): ElementContent[] => unmistakable(value),
} satisfies Options['handlers'];
const handlers = {
  ...foreignHandlers,
  // Raw HTML is no part of our Markdown: a reader sees it as it was typed.
  html: (_state: unknown, { value }: Literal, parent: Parents | undefined): Element | Text =>
    parent?.type === 'root' || parent?.type === 'blockquote' || parent?.type === 'listItem'
      ? element('p', [text(value)])
      : text(value),
} satisfies Options['handlers'];
const toHtml = unified().use(remarkRehype, { handlers }).freeze();
const toForeignHtml = unified().use(remarkRehype, { handlers: foreignHandlers, allowDangerousHtml: true }).freeze();
const sanitizer = unified().use(rehypeSanitize, sanitizeSchema).freeze();
const writer = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();

/**
 * HTML that says what Markdown says, without anything that runs or loads: maths as `\(…\)` and `\[…\]`, gaps `{{id}}` as they are. A
 * picture stays where `pictureOf` says, without it under its `media:` address. A text built to take for ever is shown as it was typed.
 */
export function markdownToHtml(markdown: string, pictureOf: PictureOf = storedPicture): string {
  if (isPlainMarkdown(markdown)) return inParagraph(markdown.trim());
  const tree = readMarkdown(markdown);
  if (tree === null) return writer.stringify({ type: 'root', children: [element('pre', [text(markdown)])] });
  const html: HtmlRoot = toHtml.runSync(tree);
  cleanTree(html, pictureOf);
  return writer.stringify(sanitizer.runSync(html)).trim();
}

/** What a text says without its marks, on one line: for places that know no markup. */
export function markdownToText(markdown: string): string {
  if (isPlainProse(markdown)) return markdown.replace(/\s+/g, ' ').trim();
  const tree = readMarkdown(markdown);
  return (tree === null ? markdown : toString(tree)).replace(/\s+/g, ' ').trim();
}

/** Markdown of others, which may hold raw HTML and pictures from anywhere, as ours. */
export function foreignMarkdownToMarkdown(markdown: string, options: HtmlOptions = {}): MarkdownResult {
  if (isPlainMarkdown(markdown)) return { markdown: markdown.trim(), losses: [] };
  const tree = readMarkdown(markdown);
  if (tree === null) {
    return { markdown: '', losses: ['A text was left out: it is too long, nested too deep or has too many marks.'] };
  }
  return htmlToMarkdown(writer.stringify(toForeignHtml.runSync(tree)), options);
}

/** One paragraph, in which neither marks nor blanks mean anything. */
function isPlainMarkdown(markdown: string): boolean {
  return isPlainProse(markdown) && !/^[ \t]| {2}\n|\n[^\S\n]*\n/.test(markdown);
}

function inParagraph(plain: string): string {
  return plain === '' ? '' : `<p>${plain}</p>`;
}

function storedPicture(url: string): string | null {
  return isMediaUrl(url) ? url : null;
}

function unmistakable(value: string): ElementContent[] {
  // Every second piece is what the pattern found.
  return value
    .split(misleading)
    .map((piece, at) => (at % 2 === 0 ? text(piece) : element('span', [text(piece)])))
    .filter((node) => node.type === 'element' || node.value !== '');
}

function text(value: string): Text {
  return { type: 'text', value };
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

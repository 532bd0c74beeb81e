import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import rehypeRemark, { type Options } from 'rehype-remark';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';

import { cleanTree, type PictureOf } from './clean-html.js';
import { markProse, proseElement } from './mark-prose.js';
import { isMediaUrl } from './links.js';
import { writeMarkdown } from './markdown-writer.js';
import { htmlDepthMax, parseHtml } from './parse-html.js';
import { isPlainProse } from './plain-prose.js';
import { sanitizeSchema } from './sanitize-schema.js';
import { tidyMarkdown } from './tidy-markdown.js';

/** Longer than any question; what is longer is a file in the wrong place. */
const lengthMax = 100_000;

export interface MarkdownResult {
  readonly markdown: string;
  /** Sentences on what did not come along. */
  readonly losses: readonly string[];
}

export interface HtmlOptions {
  /** The address in the media store (`media:<name>`) of a picture of the source. Pictures that have one already keep it. */
  readonly pictureOf?: PictureOf;
}

const handlers: Options['handlers'] = {
  [proseElement]: (_state, { properties: { kind, value } }): InlineMath => ({
    type: 'inlineMath',
    value: String(value),
    ...(kind === 'gap' || kind === 'display' ? { data: { kind } } : {}),
  }),
};
const sanitizer = unified().use(rehypeSanitize, sanitizeSchema).freeze();
const converter = unified().use(rehypeRemark, { handlers }).freeze();

/**
 * The Markdown that says what a piece of foreign HTML says: no raw HTML, only links to web pages and letters, only pictures of the media
 * store, maths as `$…$` and `$$…$$`, gaps `{{id}}` as they are. Bounded in time: what is too long or nested too deep loses its markup.
 */
export function htmlToMarkdown(html: string, options: HtmlOptions = {}): MarkdownResult {
  if (isPlainProse(html)) return { markdown: html.replace(/\s+/g, ' ').trim(), losses: [] };
  if (html.length > lengthMax) {
    return {
      markdown: '',
      losses: [`A text of ${html.length} characters was left out; at most ${lengthMax} are read.`],
    };
  }
  const pictureOf = (url: string) => (isMediaUrl(url) ? url : (options.pictureOf?.(url) ?? null));
  const tree = parseHtml(html);
  if (tree) return convert(tree, pictureOf);
  const text = parseHtml(html.replace(/<[^<>]*>?/g, ' '));
  const { markdown } = text ? convert(text, pictureOf) : { markdown: '' };
  const loss = `The text is nested more than ${htmlDepthMax} deep or repeats its markup without end: its words were kept without it.`;
  return { markdown, losses: [loss] };
}

function convert(tree: HtmlRoot, pictureOf: PictureOf): MarkdownResult {
  const losses = cleanTree(tree, pictureOf);
  const safe: HtmlRoot = sanitizer.runSync(tree);
  markProse(safe);
  const markdown: Root = converter.runSync(safe);
  tidyMarkdown(markdown);
  return { markdown: writeMarkdown(markdown), losses };
}

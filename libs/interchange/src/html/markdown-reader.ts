import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import { parseBlocks, tooDeepIn } from '../markdown/blocks.js';
import { toLines } from '../markdown/lines.js';
import { gapSyntax } from './gap-syntax.js';

/** Longer than any question. */
const lengthMax = 50_000;
/** Of pairs such as `*a _b`, of which a parser compares each with each: two thousand take a tenth of a second. */
const marksMax = 2_000;
const footnotesMax = 200;

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(gapSyntax).freeze();

/** The tree of a Markdown text, or null when the text is built to take for ever. */
export function readMarkdown(markdown: string): Root | null {
  return isHeavy(markdown) ? null : reader.parse(markdown);
}

function isHeavy(markdown: string): boolean {
  if (markdown.length > lengthMax) return true;
  const marks = markdown.match(/[*_~]+|[[$]|`+/g)?.length ?? 0;
  const footnotes = markdown.match(/\[\^/g)?.length ?? 0;
  return marks > marksMax || footnotes > footnotesMax || tooDeepIn(parseBlocks(toLines(markdown))) !== null;
}

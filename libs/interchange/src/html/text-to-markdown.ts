import type { Break, Paragraph, PhrasingContent, Root } from 'mdast';

import { writeMarkdown } from './markdown-writer.js';
import { isPlainProse } from './plain-prose.js';
import { prosePieces } from './prose-pieces.js';
import { tidyMarkdown } from './tidy-markdown.js';

/**
 * Markdown that shows a plain text as it is: what would be markup is escaped, single line ends stay, blanks do not. Maths in `\(…\)`, `\[…\]` or
 * `$$…$$`, gaps `{{id}}` and addresses of web pages are taken for what they are.
 */
export function textToMarkdown(plain: string): string {
  const text = plain
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\f\v]+/g, ' ')
    .trim();
  if (!text.includes('\n') && isPlainProse(text)) return text;
  const tree: Root = { type: 'root', children: text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+/).map(paragraph) };
  tidyMarkdown(tree);
  return writeMarkdown(tree);
}

function paragraph(text: string): Paragraph {
  const lines = text.split('\n').map((line) => line.trim());
  const lineEnd: Break = { type: 'break' };
  return { type: 'paragraph', children: lines.flatMap((line, at) => [...(at > 0 ? [lineEnd] : []), ...phrases(line)]) };
}

function phrases(line: string): PhrasingContent[] {
  return prosePieces(line).map(({ kind, value }) => {
    if (kind === 'text') return { type: 'text', value };
    return { type: 'inlineMath', value, ...(kind === 'formula' ? {} : { data: { kind } }) };
  });
}

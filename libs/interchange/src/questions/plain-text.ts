import type { Nodes, Parents } from 'mdast';

import { readMarkdown } from '../html/markdown-reader.js';
import { isPlainProse } from '../html/plain-prose.js';
import { textToMarkdown } from '../html/text-to-markdown.js';

/** What a Markdown text says without its markup, for formats that have none. Maths keeps its marks, pictures become their alternative text. */
export function plainTextOf(markdown: string): string {
  if (!markdown.includes('\n') && isPlainProse(markdown)) return markdown;
  const tree = readMarkdown(markdown);
  return tree ? textOf(tree) : markdown;
}

const containers: readonly string[] = ['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'];

function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'inlineMath' || node.type === 'math') return String.raw`\(${node.value}\)`;
  if ('value' in node) return node.value;
  return 'children' in node ? childrenOf(node) : '';
}

function childrenOf(node: Parents): string {
  const texts = node.children.map(textOf);
  return texts.join(
    containers.includes(node.type) ? '\n' : node.type === 'table' || node.type === 'tableRow' ? ' ' : '',
  );
}

/** Markdown that shows a plain text as it is. Most texts hold nothing that Markdown would read as markup but the blank of a missing word: no parser is needed for them. */
export function fromText(text: string): string {
  if (/\n|\s{2}/.test(text)) return textToMarkdown(text);
  if (isPlainProse(text)) return text;
  return isPlainProse(text.replaceAll('_', '')) ? text.replaceAll('_', String.raw`\_`) : textToMarkdown(text);
}

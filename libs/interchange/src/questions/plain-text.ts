import type { Nodes, Parents } from 'mdast';

import { readMarkdown } from '../html/markdown-reader.js';
import { isPlainProse } from '../html/plain-prose.js';

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

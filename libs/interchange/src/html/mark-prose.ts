import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'mdast-util-to-string';

import { prosePieces } from './prose-pieces.js';
import { raisedText } from './raised-text.js';

/** Names of elements that only we make, after the sanitiser took all others. */
export const proseElement = 'prose-piece';

const verbatim: ReadonlySet<string> = new Set(['code', 'pre', 'kbd', 'samp', 'tt', 'var']);

/** Makes elements of maths, gaps, raised and lowered text, so that they pass through as units. Changes the tree. */
export function markProse(tree: Root): void {
  tree.children = marked(tree.children);
}

function marked(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return prosePieces(node.value).map(({ kind, value }) => pieceOf(kind, value));
    return node.type === 'element' ? [markedElement(node)] : [];
  });
}

function markedElement(element: Element): ElementContent {
  const { tagName } = element;
  if (verbatim.has(tagName)) return element;
  if (tagName === 'sup' || tagName === 'sub') {
    const small = raisedText(toString(element), tagName);
    return 'text' in small ? pieceOf('text', small.text) : pieceOf('formula', small.formula);
  }
  element.children = marked(element.children);
  return element;
}

function pieceOf(kind: string, value: string): ElementContent {
  if (kind === 'text') return { type: 'text', value };
  // What has no text inside counts for nothing when blanks are put together, and would lose the one that follows.
  return { type: 'element', tagName: proseElement, properties: { kind, value }, children: [{ type: 'text', value }] };
}

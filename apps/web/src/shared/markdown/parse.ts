import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const plainParser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMath);

export function parseMarkdown(text: string): Root {
  const tree = parser.parse(text);
  keepMoney(tree, text);
  return tree;
}

/**
 * `$5 or $10` is money: a formula neither begins nor ends with a space, and no digit follows it (the rule of Pandoc). What
 * stands between such signs is read again, as the prose that it is.
 */
function keepMoney(node: Nodes, text: string): void {
  if (!('children' in node)) return;
  for (let index = 0; index < node.children.length; index += 1) {
    const child = node.children[index]!; // below the length
    const start = child.position?.start.offset;
    const end = child.position?.end.offset;
    if (child.type !== 'inlineMath' || start === undefined || end === undefined) {
      keepMoney(child, text);
      continue;
    }
    const source = text.slice(start, end);
    if (source.startsWith('$$') || (/^\$\S(.*\S)?\$$/s.test(source) && !/\d/.test(text.charAt(end)))) continue;
    const [prose] = plainParser.parse(source).children;
    const inline = prose?.type === 'paragraph' ? prose.children : [{ type: 'text' as const, value: source }];
    node.children.splice(index, 1, ...inline);
    index += inline.length - 1;
  }
}

/** Whether `$$` writes the formula, so that it stands on a line of its own. */
export function isDisplayed(node: Nodes, text: string): boolean {
  return node.type === 'math' || text.startsWith('$$', node.position?.start.offset ?? text.length);
}

/** The words alone, for places that take no markup: options of a list, names for screen readers. */
export function plainText(markdown: string): string {
  return toString(parseMarkdown(markdown)).replaceAll(/\s+/g, ' ').trim();
}

function holdsFormula(node: Nodes): boolean {
  return node.type === 'inlineMath' || node.type === 'math' || ('children' in node && node.children.some(holdsFormula));
}

/**
 * A name for the control of a text with a formula; undefined for other texts, which name it themselves. Flattened into a name,
 * x² would be spoken as x2: the source says what is meant.
 */
export function spokenName(markdown: string): string | undefined {
  return holdsFormula(parseMarkdown(markdown)) ? plainText(markdown) : undefined;
}

const gap = /\{\{([A-Za-z0-9_-]{1,40})\}\}/;

export type Piece = { readonly text: string } | { readonly gap: string };

/** Prose between gaps: `a {{1}} b` has three pieces. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(gap)
    .map((piece, index): Piece => (index % 2 === 0 ? { text: piece } : { gap: piece }))
    .filter((piece) => !('text' in piece) || piece.text !== '');
}

/** The gaps that the page has a place for, in reading order: not those in an address or in the description of a picture. */
export function placedGaps(text: string): string[] {
  const found: string[] = [];
  const walk = (node: Nodes) => {
    if ('children' in node) node.children.forEach(walk);
    else if ('value' in node) for (const piece of piecesOf(node.value)) if ('gap' in piece) found.push(piece.gap);
  };
  walk(parseMarkdown(text));
  return found;
}

export const hasGap = (node: Nodes): boolean => gap.test(toString(node));

import { type Block, type Found, leafOf } from './block.js';
import { listAt, quoteAt } from './containers.js';
import { htmlBlockAt } from './html.js';
import { breakAt, definitionAt, fencedCodeAt, headingAt, indentedCodeAt, paragraphAt } from './leaves.js';
import { isBlank, type Line } from './lines.js';

/** Deeper nesting than this is an attack or an accident: no one reads it, and recursive readers overflow their stack on it. */
export const blockDepthMax = 40;

/**
 * The blocks of a Markdown text, in one pass over its lines. This is the part of CommonMark and GFM that structure hangs on; inline
 * marks stay as they are. remark finds the same structure, but needs seconds for 2 MB and overflows on 4 KB of nested lists. What is
 * nested deeper than {@link blockDepthMax} comes back as a `too_deep` block.
 */
export function parseBlocks(lines: readonly Line[], depth = 0): Block[] {
  if (depth > blockDepthMax) return [leafOf('too_deep', lines.slice(0, 1))];
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    // index < length
    if (isBlank(lines[index]!.text)) {
      index++;
    } else {
      const { block, next } = blockAt(lines, index, depth);
      blocks.push(block);
      index = next;
    }
  }
  return blocks;
}

/** In order of precedence: `* * *` is a break before it is a list, and a paragraph is what nothing else claims. */
function blockAt(lines: readonly Line[], start: number, depth: number): Found {
  const readInside = (inside: readonly Line[]) => parseBlocks(inside, depth + 1);
  return (
    indentedCodeAt(lines, start) ??
    fencedCodeAt(lines, start) ??
    headingAt(lines, start) ??
    breakAt(lines, start) ??
    quoteAt(lines, start, readInside) ??
    listAt(lines, start, readInside) ??
    htmlBlockAt(lines, start) ??
    definitionAt(lines, start) ??
    paragraphAt(lines, start)
  );
}

/** The first block, at any depth, that is nested too deep to read. */
export function tooDeepIn(blocks: readonly Block[]): Block | null {
  for (const block of blocks) {
    const found = block.kind === 'too_deep' ? block : tooDeepInside(block);
    if (found) return found;
  }
  return null;
}

function tooDeepInside(block: Block): Block | null {
  if (block.kind === 'quote') return tooDeepIn(block.blocks);
  if (block.kind !== 'list') return null;
  for (const item of block.items) {
    const found = tooDeepIn(item.blocks);
    if (found) return found;
  }
  return null;
}

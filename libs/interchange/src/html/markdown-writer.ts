import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

import type { Gap } from './gap-node.js';

/** The dialect in which every reader of ours writes prose. */
const writer = unified()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '_',
    strong: '*',
    fence: '`',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    incrementListMarker: true,
    handlers: { gap: Object.assign(({ value }: Gap) => value, { peek: () => '{' }) },
    resourceLink: false,
    setext: false,
    // Text that only looks like a gap must not become one.
    unsafe: [{ character: '{', before: '\\{', after: '[A-Za-z0-9_-]{1,40}\\}\\}', inConstruct: 'phrasing' }],
  })
  .freeze();

export function writeMarkdown(tree: Root): string {
  return writer.stringify(tree).trimEnd();
}

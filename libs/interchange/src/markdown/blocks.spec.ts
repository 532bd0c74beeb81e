import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import type { Block } from './block.js';
import { parseBlocks, tooDeepIn } from './blocks.js';
import { toLines } from './lines.js';

const read = (text: string) => parseBlocks(toLines(text));
const remark = unified().use(remarkParse).use(remarkGfm);

/** A block as `kind@line`, with what is inside containers: the structure without the texts. */
function shape(block: Block): string {
  const inside =
    block.kind === 'quote'
      ? block.blocks.map(shape)
      : block.kind === 'list'
        ? block.items.map((item) => `item@${item.line}(${item.blocks.map(shape).join(' ')})`)
        : [];
  return `${block.kind}@${block.line}${inside.length > 0 ? `(${inside.join(' ')})` : ''}`;
}

const kinds: Partial<Record<RootContent['type'], string>> = {
  thematicBreak: 'break',
  blockquote: 'quote',
  listItem: 'item',
  table: 'paragraph',
};

function remarkShape(node: RootContent): string {
  const isContainer = node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';
  const inside = isContainer && node.children.length > 0 ? `(${node.children.map(remarkShape).join(' ')})` : '';
  const line = node.position?.start.line ?? 0;
  return `${kinds[node.type] ?? node.type}@${line}${inside || (node.type === 'listItem' ? '()' : '')}`;
}

/** Lines as people write them in roadmaps and question banks, in any order and indent. */
const anyLine = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'text', 'more text', '## Heading', 'a | b') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('- item', '- [ ] wrong', '- [x] right', '* star', '1. one', '1) other'),
  },
  { weight: 2, arbitrary: fc.constantFrom('> quote', '> - item', '---', '***', '<div>', '</div>', '<!-- note -->') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '  > feedback',
      '  - nested',
      '  text',
      '    code',
      '   - three',
      '\ttab',
      '  ```js',
      '  ```',
    ),
  },
);

describe('parseBlocks', () => {
  it.each([
    ['a heading with closing hashes', '# Title ##', 'heading@1'],
    ['an underlined heading', 'Title\n=====\n\nText', 'heading@1 paragraph@4'],
    ['hashes without a blank as text', '#hash', 'paragraph@1'],
    ['a fence with headings and lists in it', '```\n# no\n- no\n```\ntext', 'code@1 paragraph@5'],
    ['a fence that never closes', '~~~\n# no', 'code@1'],
    [
      'a list that changes its bullet',
      '* a\n* b\n- c',
      'list@1(item@1(paragraph@1) item@2(paragraph@2)) list@3(item@3(paragraph@3))',
    ],
    ['a number that continues a sentence', 'It was\n1984. A book', 'paragraph@1'],
    ['feedback inside an option', '- [x] a\n  > yes', 'list@1(item@1(paragraph@1 quote@2(paragraph@2)))'],
    ['a paragraph that goes on without the mark', '> a\nb\n\nc', 'quote@1(paragraph@1) paragraph@4'],
    ['a definition', '[a]: https://example.org "A"', 'definition@1'],
    ['a comment with blank lines', '<!-- a\n\nb -->\ntext', 'html@1 paragraph@4'],
  ])('reads %s', (_, text, expected) => {
    expect(read(text).map(shape).join(' ')).toBe(expected);
  });

  it.each([
    ['a ticked box', '- [X] a', true],
    ['an empty box', '- [ ] a', false],
    ['no box', '- [a] b', null],
  ])('reads %s', (_, text, isTicked) => {
    expect(read(text)).toMatchObject([{ items: [{ isTicked }] }]);
  });

  it('keeps the source of a block inside containers without their marks', () => {
    const [list] = read('- a\n\n  ```js\n    deep\n  ```\n');
    expect(list).toMatchObject({ items: [{ blocks: [{ source: 'a' }, { source: '```js\n  deep\n```' }] }] });
  });

  it('finds the same structure as remark', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const expected = remark.parse(text).children.map(remarkShape).join(' ');
        expect(read(text).map(shape).join(' ')).toBe(expected);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it.each([
    ['lists on one line', `${'- '.repeat(2_000)}a`],
    ['indented lists', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['quotes', `${'>'.repeat(2_000)} a`],
  ])('says that %s are too deep instead of overflowing', (_, text) => {
    expect(tooDeepIn(read(text))).not.toBeNull();
  });
});

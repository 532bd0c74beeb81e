import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import { labelKey, readInline } from './inline.js';

const links = (text: string, definitions?: ReadonlyMap<string, string>) =>
  readInline(text, definitions).links.map(({ kind, text, url }) => `${kind} ${text} -> ${url}`);

function outermost(node: Nodes): string[] {
  if (node.type === 'link' || node.type === 'image') return [`${node.type} ${node.url}`];
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return [`${node.type.replace('Reference', '')} m`];
  return 'children' in node ? node.children.flatMap(outermost) : [];
}

describe('readInline', () => {
  it.each([
    ['[Docs](https://a.org)', ['link Docs -> https://a.org']],
    ['[Docs]( https://a.org/x )', ['link Docs -> https://a.org/x']],
    ['[Docs](<https://a.org/x y> "Title")', ['link Docs -> https://a.org/x y']],
    ['[Wiki](https://a.org/C_(language))', ['link Wiki -> https://a.org/C_(language)']],
    ['[`code` and **bold**](https://a.org)', ['link code and bold -> https://a.org']],
    ['[a](https://a.org) [b](https://b.org)', ['link a -> https://a.org', 'link b -> https://b.org']],
    ['![alt](https://a.org/x.png)', ['image alt -> https://a.org/x.png']],
    ['[![build](https://a.org/x.svg)](https://b.org)', ['link build -> https://b.org']],
    ['<https://a.org/x>', ['link https://a.org/x -> https://a.org/x']],
    ['see https://a.org/x_(y), or not.', ['link https://a.org/x_(y) -> https://a.org/x_(y)']],
    ['(https://a.org)', ['link https://a.org -> https://a.org']],
    ['<a href="https://a.org">Text</a>', ['link Text -> https://a.org']],
    ['<a href="https://a.org"><img src="x.png" alt="Logo"></a>', ['link Logo -> https://a.org']],
    ['[a [b](https://b.org) c](https://c.org)', ['link b -> https://b.org', 'link https://c.org -> https://c.org']],
    ['`[a](https://a.org)`', []],
    ['\\[a](https://a.org)', ['link https://a.org -> https://a.org']],
    ['[a] (b)', []],
  ])('finds the links of %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it.each([
    ['[Text][Label]', 'link Text -> https://a.org'],
    ['[label][]', 'link label -> https://a.org'],
    ['[label]', 'link label -> https://a.org'],
  ])('follows the definition of %s', (text, expected) => {
    expect(links(text, new Map([[labelKey(' LABEL '), 'https://a.org']]))).toEqual([expected]);
  });

  it.each([
    ['**list** and _set_', 'list and set'],
    ['matrix_client and snake_case_name', 'matrix_client and snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['`*args` and \\*kwargs', '*args and *kwargs'],
    ['CI &amp; CD', 'CI & CD'],
    ['a<br>b <b>c</b>', 'a b c'],
    ['[Docs](https://a.org) of ![logo](x.png)it', 'Docs of it'],
    ['~~old~~ new', 'old new'],
  ])('reads %s as plain text', (text, expected) => {
    expect(readInline(text).plain).toBe(expected);
  });

  it('gives each link its place in the text', () => {
    const text = 'See [a](https://a.org), ![b](https://b.org/b.png) and https://c.org.';
    const found = readInline(text).links.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['[a](https://a.org)', '![b](https://b.org/b.png)', 'https://c.org']);
  });

  it('reads any text to its end with links in order and in bounds', () => {
    const mark = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '![',
      '](',
      '`',
      '``',
      '<',
      '>',
      '*',
      '_',
      '\\',
      '"',
      'http://x',
      ' ',
      'a',
      '\n',
      '<a href=x>',
      '</a>',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
        const text = marks.join('');
        let last = 0;
        for (const { start, end } of readInline(text).links) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('finds the same links as remark', () => {
    const mark = fc.constantFrom(
      '[a]',
      '(b)',
      '[',
      ']',
      '](c)',
      '![',
      '(<d e>)',
      '(f "g")',
      '(h(i)j)',
      '`',
      '``',
      '\\',
      '*',
      '**',
      '[r][n].',
      '<mailto:k@l.org>',
      ' ',
      'l',
      '\n',
    );
    const remark = unified().use(remarkParse);
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 10 }), (marks) => {
        const text = `x ${marks.join('')}`.replace(/\n+/g, '\nx ');
        const expected = outermost(remark.parse(`${text}\n\n[n]: m`));
        expect(readInline(text, new Map([['n', 'm']])).links.map(({ kind, url }) => `${kind} ${url}`)).toEqual(
          expected,
        );
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it.each([
    '[',
    '![',
    '[a](',
    '[a](b "',
    '`',
    '*a **b ',
    '<a href="',
    '![a](b)[',
    '[a](b)',
    '<',
    '&',
    '\\',
    'h',
    '[[a]',
  ])('takes time in proportion to the length of a flood of %s', (flood) => {
    const before = process.cpuUsage();
    readInline(flood.repeat(Math.ceil(300_000 / flood.length)));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});

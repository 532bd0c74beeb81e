import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { htmlToMarkdown } from './html-to-markdown.js';
import { foreignMarkdownToMarkdown, markdownToHtml, markdownToText } from './markdown-to-html.js';
import { textToMarkdown } from './text-to-markdown.js';

describe('markdownToHtml', () => {
  it.each([
    ['plain text', 'What?', '<p>What?</p>'],
    ['nothing', '', ''],
    ['paragraphs', 'a\n\nb', '<p>a</p>\n<p>b</p>'],
    ['marks', '**a** _b_ `c<d`', '<p><strong>a</strong> <em>b</em> <code>c&#x3C;d</code></p>'],
    ['maths', 'Is $a < b$?\n\n$$\nx\n$$', '<p>Is \\(a &#x3C; b\\)?</p>\n<p>\\[x\\]</p>'],
    [
      'what only looks like maths',
      '\\\\(a\\\\) \\$\\$b\\$\\$',
      '<p><span>\\</span>(a\\) <span>$</span>$b<span>$</span>$</p>',
    ],
    ['gaps', '{{_a_}} **{{b}}** `{{c}}`', '<p>{{_a_}} <strong>{{b}}</strong> <code>{{c}}</code></p>'],
    ['what only looks like a gap', '{\\{a}}', '<p><span>{</span>{a}}</p>'],
    ['raw HTML as it was typed', 'List<int> <script>x</script>', '<p>List&#x3C;int> &#x3C;script>x&#x3C;/script></p>'],
    [
      'a block of raw HTML as it was typed',
      '<div onclick="x()">a</div>',
      '<p>&#x3C;div onclick="x()">a&#x3C;/div></p>',
    ],
    ['no unsafe links', '[a](javascript:x()) [b](//host) [c](https://x.y)', '<p>a b <a href="https://x.y">c</a></p>'],
    ['pictures of the media store', '![a](media:b.png)', '<p><img src="media:b.png" alt="a"></p>'],
    ['no other pictures', '![a](https://x.y/b.png)', '<p>a</p>'],
  ])('writes %s', (_what, markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it('puts pictures where they will be found', () => {
    const html = markdownToHtml('![a](media:b.png) ![c](media:d.png)', (url) =>
      url === 'media:b.png' ? '@@PLUGINFILE@@/b.png' : null,
    );
    expect(html).toBe('<p><img src="@@PLUGINFILE@@/b.png" alt="a"> c</p>');
  });

  it.each([
    ['nested lists', '- '.repeat(2_000)],
    ['nested quotes', '>'.repeat(50_000)],
    ['marks that may belong together', '*a_ '.repeat(20_000)],
    ['brackets', '['.repeat(40_000)],
    ['footnotes', Array.from({ length: 3_000 }, (_, at) => `[^${at}]: x`).join('\n\n')],
    ['a text without end', 'x. '.repeat(100_000)],
    ['ticks', Array.from({ length: 400 }, (_, at) => '`'.repeat(at)).join(' ')],
    ['a long table', `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(5_000)}`],
  ])('takes %s in bounded time', (_what, markdown) => {
    const start = process.cpuUsage();
    expect(markdownToHtml(markdown)).not.toBe('');
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });
});

describe('markdownToText', () => {
  it.each([
    ['a\nb', 'a b'],
    ['**a** `b` [c](https://x.y) ![d](media:e.png)', 'a b c d'],
    ['$x$ {{1}} \\*', 'x {{1}} *'],
  ])('says %j without marks', (markdown, text) => {
    expect(markdownToText(markdown)).toBe(text);
  });
});

describe('foreignMarkdownToMarkdown', () => {
  it.each([
    ['raw HTML', 'a <b>b</b> *c*', 'a **b** _c_', 0],
    ['a script', 'a <script>x()</script>', 'a', 1],
    ['a foreign picture', '![a](https://x.y/z.png)', 'a', 1],
    ['maths', 'a $x_1$ and $$y$$', 'a $x_1$ and $y$', 0],
    ['a flood of marks', '*a_ '.repeat(20_000), '', 1],
  ])('makes ours of %s', (_what, foreign, markdown, losses) => {
    const result = foreignMarkdownToMarkdown(foreign);
    expect(result.markdown).toBe(markdown);
    expect(result.losses).toHaveLength(losses);
  });
});

describe('there and back', () => {
  const wordsOf = (markdown: string) =>
    markdownToHtml(markdown)
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, '');
  const back = (markdown: string) => htmlToMarkdown(markdownToHtml(markdown));

  it.each([
    'a',
    'a\n\nb',
    'a\\\nb',
    '**a**b **c** _d_ ~~e~~',
    '# a\n\n## b\n\n> c\n>\n> d',
    '- a\n- b\n  - c\n\n1. d\n2. e',
    '- a\n\n  b\n\n- c',
    '```python\nfor x in {{1}}:\n    print(x)\n```',
    '`a` and `` ` ``',
    '$a_1 * b$ and {{1}}\n\n$$\n\\frac{1}{2}\n$$',
    '| a  |   b |\n| :- | --: |\n| c  | `d` |',
    '[a](https://x.y/z) and <https://x.y>',
    '![a](media:b.png)',
    '- [x] a\n- [ ] b',
    'List\\<int> \\&amp; \\*a\\* \\$5',
    '{\\{a}} \\\\(b\\\\)',
    'a---b 1. x',
    '---',
  ])('keeps %j', (markdown) => {
    expect(back(markdown)).toEqual({ markdown, losses: [] });
  });

  it('keeps any plain text', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        '{{a_b}}',
        '_',
        '**',
        '`',
        '$',
        '\\(',
        '\\)',
        '$$',
        '# ',
        '- ',
        '1. ',
        '<b>',
        '&amp;',
        '|',
        '\n',
        '\n\n',
        'é',
        '😀',
      ),
    );
    // GFM makes links of e-mail addresses, escaped or not; with those the Markdown comes to rest a step later.
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join('').replaceAll('@', ''));
    fc.assert(
      fc.property(text, (plain) => {
        const markdown = textToMarkdown(plain);
        expect(back(markdown)).toEqual({ markdown, losses: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('comes to rest: what came back once comes back as it is, and shows the same', () => {
    const token = fc.constantFrom(
      ...[
        'a',
        'b c',
        ' ',
        '\n',
        '\n\n',
        '**',
        '_',
        '~~',
        '`',
        '$x$',
        '{{1}}',
        '- ',
        '1. ',
        '> ',
        '# ',
        '```\n',
        '    ',
      ],
      ...['[a](https://x.y)', '![a](media:b.png)', '<https://x.y>', '| a |\n| - |\n', '\\', '<b>', '&amp;', '---\n'],
    );
    const markdown = fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join(''));
    fc.assert(
      fc.property(markdown, (text) => {
        const once = back(text).markdown;
        expect(wordsOf(once)).toBe(wordsOf(text));
        expect(back(once).markdown).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Nodes } from 'mdast';

import { htmlToMarkdown } from './html-to-markdown.js';
import { isMediaUrl, isSafeLink } from './links.js';
import { readMarkdown } from './markdown-reader.js';
import { textToMarkdown } from './text-to-markdown.js';

describe('htmlToMarkdown', () => {
  it.each([
    ['plain text', 'What is two plus two?', 'What is two plus two?'],
    ['blanks of a source file', '  What\n   is it? ', 'What is it?'],
    ['paragraphs', '<p>One</p><p>Two</p><p>&nbsp;</p>', 'One\n\nTwo'],
    ['line ends', 'One<br>Two<br/>', 'One\\\nTwo'],
    ['marks', '<b>a</b> <i>b</i> <s>c</s> <code>d_e</code>', '**a** _b_ ~~c~~ `d_e`'],
    ['marks with blanks inside', 'x<strong> a </strong>y', 'x **a** y'],
    ['neighbouring marks', '<b>a</b><b>b</b><b></b>', '**ab**'],
    ['marks in marks', '<b><b>a</b><strong>b</strong></b>', '**ab**'],
    [
      'text that looks like Markdown',
      '*a* _b_ `c` # d [e](f) ~g~ $h$',
      '\\*a\\* \\_b\\_ \\`c\\` # d \\[e]\\(f) \\~g\\~ \\$h\\$',
    ],
    ['text that looks like a heading', '# d', '\\# d'],
    ['entities', 'a &lt; b &amp;amp; c &hellip;', 'a < b \\&amp; c …'],
    ['lists', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>', '- a\n- b\n  1. c'],
    ['code', '<pre><code class="language-python">a = 1\n  b</code></pre>', '```python\na = 1\n  b\n```'],
    ['preformatted text', '<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['headings and quotes', '<h3>a</h3><blockquote>b</blockquote>', '### a\n\n> b'],
    ['tables', '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', '| a |\n| - |\n| b |'],
    ['the caption of a table', '<table><caption>x</caption><tr><th>a</th></tr></table>', 'x\n\n| a |\n| - |'],
    ['links', '<a href="https://example.org/a_b">x</a>', '[x](https://example.org/a_b)'],
    ['addresses', 'See https://example.org/a_b.', 'See <https://example.org/a_b>.'],
    ['raised and lowered signs', 'H<sub>2</sub>O, x<sup>2</sup>', 'H₂O, x²'],
    ['raised text', '4<sup>th</sup>', '4$^{\\text{th}}$'],
    [
      'raised signs of TeX',
      'a<sup>x_{1}^~\\</sup>',
      'a$^{\\text{x\\_\\{1\\}\\textasciicircum \\textasciitilde \\textbackslash }}$',
    ],
    ['maths in text', 'Is \\(a_1*b*c\\) more?', 'Is $a_1*b*c$ more?'],
    [
      'maths on lines of its own',
      '<p>Is \\[x^2\\] more than $$y$$?</p>',
      'Is\n\n$$\nx^2\n$$\n\nmore than\n\n$$\ny\n$$\n\n?',
    ],
    ['maths in a cell', '<table><tr><th>\\[x\\]</th></tr></table>', '| $x$ |\n| --- |'],
    ['maths with signs of HTML', '\\(a &lt; b\\)', '$a < b$'],
    ['no maths in code', '<code>\\(a\\)</code>', '`\\(a\\)`'],
    ['an opened formula', '\\(a and $$b', '\\\\(a and \\$\\$b'],
    ['gaps', 'My {{a_b}} is <b>{{2}}</b>.', 'My {{a_b}} is **{{2}}**.'],
    ['gaps in code', '<pre>for x in {{1}}:</pre>', '```\nfor x in {{1}}:\n```'],
    ['what only looks like a gap', '{{ name }} <span>{</span>{a}}', '{{ name }} {\\{a}}'],
    ['pictures of the media store', '<img src="media:abc.png" alt="x">', '![x](media:abc.png)'],
    ['task lists', '<ul><li><input type="checkbox" disabled checked> a</li></ul>', '- [x] a'],
  ])('keeps %s', (_what, html, markdown) => {
    expect(htmlToMarkdown(html)).toEqual({ markdown, losses: [] });
  });

  it.each([
    ['a script', 'a<script>alert(1)</script>', 'a', 'A script was left out.'],
    ['a style sheet', '<style>p{}</style>a', 'a', 'Styling (colours, sizes, fonts) was left out.'],
    ['colours', '<span style="color:red">a</span>', 'a', 'Styling (colours, sizes, fonts) was left out.'],
    ['an event handler', '<b onclick="x()">a</b>', '**a**', 'An event handler was left out.'],
    [
      'a script in a link',
      '<a href="javascript:x()">a</a>',
      'a',
      'The link to “javascript:x()” was left out; its text stayed.',
    ],
    [
      'a broken script in a link',
      '<a href="java&#10;script:x()">a</a>',
      'a',
      'The link to “java script:x()” was left out; its text stayed.',
    ],
    [
      'a data link',
      '<a href="data:text/html,x">a</a>',
      'a',
      'The link to “data:text/html,x” was left out; its text stayed.',
    ],
    ['a link to a host', '<a href="//host/x">a</a>', 'a', 'The link to “//host/x” was left out; its text stayed.'],
    [
      'a hidden host',
      '<a href="https:\\\\host">a</a>',
      'a',
      'The link to “https:\\\\host” was left out; its text stayed.',
    ],
    ['a relative link', '<a href="/mod/quiz">a</a>', 'a', 'The link to “/mod/quiz” was left out; its text stayed.'],
    [
      'a foreign picture',
      '<img src="https://x.y/z.png" alt="Z" onerror="x()">',
      'Z',
      'The picture “https://x.y/z.png” was left out.',
    ],
    ['a frame', '<iframe src="https://x.y"></iframe>a', 'a', 'An embedded page was left out.'],
    ['a drawing', '<svg><script>x()</script></svg>a', 'a', 'A drawing (SVG) was left out.'],
    ['a video', '<video src="x"><p>y</p></video>a', 'a', 'A video was left out.'],
    ['a form field', '<input name="x">a', 'a', 'A form field was left out.'],
    [
      'joined cells',
      '<table><tr><th colspan="2">a</th></tr></table>',
      '| a |\n| - |',
      'Joined cells of a table were separated.',
    ],
  ])('says that %s was left out', (_what, html, markdown, loss) => {
    const result = htmlToMarkdown(html);
    expect(result.markdown).toBe(markdown);
    expect(result.losses).toContain(loss);
  });

  it('asks where a picture of the source is', () => {
    const pictureOf = (url: string) => (url === '@@PLUGINFILE@@/a.png' ? 'media:1.png' : null);
    expect(htmlToMarkdown('<img src="@@PLUGINFILE@@/a.png" alt="">', { pictureOf }).markdown).toBe('![](media:1.png)');
    expect(htmlToMarkdown('<img src="b.png" alt="">', { pictureOf }).losses).toHaveLength(1);
  });

  it('says the same thing once and not without end', () => {
    expect(htmlToMarkdown('<script></script><script></script>').losses).toHaveLength(1);
    const many = Array.from({ length: 100 }, (_, at) => `<img src="${at}">`).join('');
    expect(htmlToMarkdown(many).losses).toHaveLength(20);
  });
});

describe('hostile HTML', () => {
  const nested = `The text is nested more than 40 deep`;

  it.each([
    ['2,000 nested lists', '<ul><li>'.repeat(2_000), nested],
    ['16,000 nested boxes', `${'<div>'.repeat(16_000)}x`, nested],
    [
      'formatting that is opened again in each paragraph',
      Array.from({ length: 39 }, (_, at) => `<b a="${at}">`).join('') + '<p>x'.repeat(2_000),
      nested,
    ],
    ['misnested formatting', '<a><b><p>'.repeat(5_000), nested],
    ['tables in tables', '<table><tr><td>'.repeat(3_000), nested],
    ['formulas that never close', '\\('.repeat(40_000), ''],
    ['formulas that close late', `${'\\('.repeat(20_000)}${'\\['.repeat(20_000)}\\)`, ''],
    ['angle brackets', '<'.repeat(100_000), ''],
    ['opened comments', '<!--'.repeat(20_000), ''],
    ['asterisks', '<b>*</b>'.repeat(10_000), ''],
    ['addresses', 'https://a '.repeat(9_000), ''],
    ['blank lines', '\n'.repeat(99_000) + '*', ''],
    ['attributes', `<p ${'a="b" '.repeat(10_000)}>x</p>`, ''],
    ['a text without end', 'x <b>'.repeat(30_000), 'A text of 150000 characters was left out'],
    ['scripts that a loose sanitiser puts together', '<scr<script>ipt>alert(1)</scr</script>ipt>', ''],
    ['a script behind a null', '<scr\0ipt>x</scr\0ipt><img src=x onerror=alert(1)>', ''],
    ['a link in Markdown', '[x](javascript:alert(1)) [y](//host) <https://z>', ''],
    ['markup in a formula', '\\(</p><script>x()</script>\\)', ''],
    ['mXSS', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', ''],
  ])('is made harmless soon: %s', (_what, html, loss) => {
    const start = process.cpuUsage();
    const { markdown, losses } = htmlToMarkdown(html);
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
    expect(dangersIn(markdown)).toEqual([]);
    expect(losses.join()).toContain(loss);
  });
});

describe('textToMarkdown', () => {
  it.each([
    ['a plain sentence', 'What is it?', 'What is it?'],
    ['line ends', 'a\r\nb\n\n\nc', 'a\\\nb\n\nc'],
    ['marks', '1. *a* <b> &amp; `c`', '1\\. \\*a\\* \\<b> \\&amp; \\`c\\`'],
    ['lines that look like blocks', 'a\n- b\n# c', 'a\\\n\\- b\\\n\\# c'],
    ['gaps', 'a {{x_y}}', 'a {{x_y}}'],
    ['maths', 'a \\(b\\)', 'a $b$'],
    ['dollars', '$5 or $6', '\\$5 or \\$6'],
  ])('shows %s as it is', (_what, text, markdown) => {
    expect(textToMarkdown(text)).toBe(markdown);
  });

  it('takes 10,000 questions with six texts each in less than two seconds', () => {
    const start = process.cpuUsage();
    for (let at = 0; at < 50_000; at += 1) textToMarkdown(`Which of these is the capital of country ${at}?`);
    for (let at = 0; at < 10_000; at += 1) textToMarkdown(`What does my_list[${at}] give?`);
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });
});

/** Raw HTML, and addresses that are neither of a page nor of the media store. */
function dangersIn(markdown: string): Nodes[] {
  const tree = readMarkdown(markdown);
  return tree ? dangersOf(tree) : [];
}

function dangersOf(node: Nodes): Nodes[] {
  if (node.type === 'html') return [node];
  if (node.type === 'image') return isMediaUrl(node.url) ? [] : [node];
  const inside = 'children' in node ? node.children.flatMap(dangersOf) : [];
  return node.type === 'link' && !isSafeLink(node.url) ? [node, ...inside] : inside;
}

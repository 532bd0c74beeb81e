import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readRoadmap } from './read-roadmap.js';
import type { RoadmapTopic } from './roadmap.js';

function newIds() {
  let next = 0;
  return () => `id-${next++}`;
}

function read(markdown: string) {
  const result = readRoadmap(markdown, { newId: newIds() });
  if (!result.ok) throw new Error(`Refused: ${result.code}`);
  return result;
}

const titles = (parts: readonly RoadmapTopic[]) => parts.map(({ title }) => title);
/** The course as `section: topic, topic`. */
const outline = (markdown: string) =>
  read(markdown).course.sections.map(({ title, topics }) => `${title}: ${titles(topics).join(', ')}`);
const notes = (markdown: string) => read(markdown).report.notes.map(({ line, kind }) => `${line} ${kind}`);
/** The only topic of a roadmap that has the given text under it. */
const topicWith = (text: string) => read(`# C\n\n## S\n\n### T\n\n${text}`).course.sections[0]?.topics[0];
const resourcesOf = (text: string) => topicWith(text)?.resources.map(({ kind, title, url }) => [kind, title, url]);

describe('readRoadmap', () => {
  it.each([
    ['one title, sections, topics', '# C\n## A\n### a\n### b\n## B', 'C', ['A: a, b', 'B: ']],
    ['no title', '## A\n### a\n## B\n### b', 'Untitled course', ['A: a', 'B: b']],
    ['first-level sections below a title', '# C\n\nIntro.\n\n# A\n\n- a\n\n# B\n\n- b', 'C', ['A: ', 'B: ']],
    ['first-level sections only', '# A\n\n- a\n\n# B\n\n- b', 'Untitled course', ['A: ', 'B: ']],
    ['skipped levels', '# C\n### A\n##### a\n### B\n#### b', 'C', ['A: a', 'B: b']],
    ['a deeper heading before the topics', '# C\n## A\n#### x\n### a\n## B', 'C', ['A: x, a', 'B: ']],
    ['deeper headings below topics', '# C\n## A\n### a\n#### x\n##### y', 'C', ['A: a']],
    ['underlined headings', 'C\n===\n\nA\n---\n\nB\n---', 'C', ['A: ', 'B: ']],
    ['one heading', '# Learn git\n\n- [Docs](https://git-scm.com/docs)', 'Learn git', ['Learn git: ']],
    ['sections before the title', '## A\n# C\n## B', 'C', ['A: ', 'B: ']],
    ['empty headings', '# C\n##\n## A\n###\n## B', 'C', ['A: ', 'B: ']],
    ['a title in front matter', '---\ntitle: "C"\n---\n## A\n## B', 'C', ['A: ', 'B: ']],
    ['a title in HTML', '<h1 align="center">C 🚀</h1>\n\n## A\n## B', 'C', ['A: ', 'B: ']],
  ])('finds sections and topics with %s', (_, markdown, title, expected) => {
    expect(outline(markdown)).toEqual(expected);
    expect(read(markdown).course.title).toBe(title);
  });

  it.each([
    ['2.9 Unit Testing', 'Unit Testing', '2.9'],
    ['14. Monitoring', 'Monitoring', '14'],
    ['3) Version control', 'Version control', '3'],
    ['3 ways to test', '3 ways to test', null],
    ['Python 3.12', 'Python 3.12', null],
    ['🚀 Deploy :rocket:', 'Deploy', null],
    ['**Bold** `code` &amp; more', 'Bold code & more', null],
    ['5. [APIs](https://a.org)', 'APIs', '5'],
    ['4.3 SQL (Query Language) [tutorial](https://a.org)', 'SQL (Query Language)', '4.3'],
    ['Learn [Python](https://a.org) well', 'Learn Python well', null],
    ['![Logo of Git](https://a.org/git.png)', 'Logo of Git', null],
    ['left \u202E right\u0007', 'left right', null],
  ])('reads the heading %j as %j', (heading, title, number) => {
    expect(read(`# C\n\n## ${heading}\n\n## Other`).course.sections[0]).toMatchObject({ title, number });
  });

  it('cuts a title that is too long, and says so', () => {
    const { course, report } = read(`# C\n\n## ${'x'.repeat(400)}\n\n## Other`);
    expect(course.sections[0]?.title).toMatch(/^x{299}…$/);
    expect(report.notes).toMatchObject([{ line: 3, kind: 'long_title', severity: 'warning' }]);
  });

  it('keeps explicit keys, each for one part', () => {
    const { course, report } = read('# C\n\n## A {#a}\n\n### B {#b}\n\n## A again {#a}');
    expect(course.sections).toMatchObject([
      { externalKey: 'a', topics: [{ externalKey: 'b' }] },
      { externalKey: null },
    ]);
    expect(report.notes).toMatchObject([{ line: 7, kind: 'key_repeated', severity: 'warning' }]);
  });

  it('makes resources of links in headings, of sections and topics', () => {
    const { course, report } = read(
      '# C\n\n## [A](https://a.org)\n\n### B [tutorial](https://b.org/x)\n\n### [C](https://c.org/x)',
    );
    expect(course.sections[0]).toMatchObject({
      resources: [{ title: 'A', url: 'https://a.org' }],
      topics: [{ resources: [{ title: 'B: tutorial' }] }, { resources: [{ title: 'C' }] }],
    });
    expect(report).toMatchObject({ sections: 1, topics: 2, resources: 3 });
  });

  it.each([
    ['a list of links', '- [One](https://a.org/1)\n* [Two](https://a.org/2)', '', ['One', 'Two']],
    ['two links in one item', '- [One](https://a.org/1) [Two](https://a.org/2)', '', ['One', 'Two']],
    [
      'a link among words',
      '- Redis [tutorial](https://a.org/1)',
      '- Redis [tutorial](https://a.org/1)',
      ['Redis: tutorial'],
    ],
    ['words after a link', '- [One](https://a.org/1) - short', '- [One](https://a.org/1) - short', ['One']],
    ['items without links', '- SSH\n- DNS', '- SSH\n- DNS', []],
    ['a label', '- SSH\n- Resources:\n- [One](https://a.org/1)', '- SSH', ['One']],
    ['a label with its links below', '- Further reading\n  - [One](https://a.org/1)\n  - Two', '- Two', ['One']],
    ['a book in quotes', '- "Pragmatic version control"', '', ['Pragmatic version control']],
    [
      'a link with words below',
      '- [One](https://a.org/1)\n\n  It is good.',
      '- [One](https://a.org/1)\n\n  It is good.',
      ['One'],
    ],
    ['numbers', '1. a\n2. [One](https://a.org/1)\n3. b\n   - c', '1. a\n2. b\n   - c', ['One']],
    ['boxes to tick', '- [ ] a\n- [x] [One](https://a.org/1)', '- a', ['One']],
    ['a link in prose', 'See [One](https://a.org/1).', 'See [One](https://a.org/1).', ['One']],
    ['a paragraph of links', '[One](https://a.org/1) | [Two](https://a.org/2)', '', ['One', 'Two']],
    ['a bare address', '- https://a.org/x/', '', ['a.org/x']],
    ['a quote', '> See [One](https://a.org/1)', '> See [One](https://a.org/1)', ['One']],
    ['a table', '| a |\n|---|\n| [One](https://a.org/1) |', '| a |\n|---|\n| [One](https://a.org/1) |', ['One']],
    ['code', '```\n[One](https://a.org/1)\n```', '```\n[One](https://a.org/1)\n```', []],
    ['an item that is code', '-     code', '    code', []],
    ['a named link', 'See [One][1].\n\n[1]: https://a.org/1', 'See [One][1].\n\n[1]: https://a.org/1', ['One']],
    ['a deeper heading', '#### More [One](https://a.org/1)', '#### More [One](https://a.org/1)', ['One']],
    ['HTML around Markdown', '<details>\n<summary>S</summary>\n\nText.\n\n</details>', 'Text.', []],
    ['a link in HTML', '<p><a href="https://a.org/1">One</a></p>', '', ['One']],
    ['a picture', '![Alt](https://a.org/a.png)', '', ['Alt']],
  ])('reads %s', (_, text, prose, expected) => {
    expect(topicWith(text)?.prose).toBe(prose);
    expect(resourcesOf(text)?.map(([, title]) => title)).toEqual(expected);
  });

  it.each([
    ['[Talk](https://youtu.be/x)', 'video'],
    ['[A](https://www.goodreads.com/book/show/1)', 'book'],
    ['[The handbook](https://a.org/x)', 'book'],
    ['[A](https://www.coursera.org/learn/x)', 'course'],
    ['[A](https://docs.python.org/3/)', 'documentation'],
    ['[A](https://kubernetes.io/docs/home/)', 'documentation'],
    ['[A](https://github.com/a/b)', 'tool'],
    ['[A](https://grafana.com/)', 'tool'],
    ['[A](https://a.org/x)', 'article'],
    ['[A](mailto:a@a.org)', 'article'],
    ['![A](https://a.org/x)', 'image'],
    ['Books:\n\n- [A](https://a.org/x)', 'book'],
    ['- Videos\n- [A](https://a.org/x)', 'video'],
    ['- Documentation\n  - [A](https://a.org/x)', 'documentation'],
    ['- Courses\n  - a\n\n#### Next\n\n- [A](https://a.org/x)', 'article'],
  ])('guesses what %j leads to', (text, kind) => {
    expect(resourcesOf(text)?.[0]?.[0]).toBe(kind);
  });

  it.each([
    ['[A](docs/a.md)', [['article', 'A', null]], 'unusable_link'],
    ['[A](javascript:alert(1))', [['article', 'A', null]], 'unusable_link'],
    ['[A](//evil.org)', [['article', 'A', null]], 'unusable_link'],
    ['[A]()', [['article', 'A', null]], 'unusable_link'],
    ['![A](a.png)', [], 'unusable_link'],
    ['[A](#below)', [], 'internal_link'],
  ])('notes that %s leads nowhere', (text, expected, kind) => {
    expect(resourcesOf(text)).toEqual(expected);
    expect(notes(`# C\n\n## S\n\n${text}`)).toEqual([`5 ${kind}`]);
  });

  it.each([
    ['a table of contents', '- [A](#a)\n- [B](#b)', ['5 contents']],
    [
      'badges',
      '[![build](https://img.shields.io/x.svg)](https://ci.org)\n![v](https://badge.fury.io/v.svg)',
      ['5 badge', '6 badge'],
    ],
    ['comments', '<!-- a\n\nb -->', ['5 comment']],
    ['HTML with words', '<center>Words</center>', ['5 html']],
    ['a line across the page', 'a\n\n***', ['7 separator']],
    ['a label', 'Useful links:', ['5 label']],
    ['boxes', '- [ ] a', ['5 task_list']],
    ['a link with an endless label', `[${'x'.repeat(400)}](https://a.org)`, ['5 long_title']],
    ['a link on a later line', 'a\nb [x](y)\nc', ['6 unusable_link']],
  ])('notes %s with its line', (_, text, expected) => {
    expect(notes(`# C\n\n## S\n\n${text}`)).toEqual(expected);
  });

  it.each([
    ['## Contents\n\n- [A](#a)\n- [B](#b)', '3 contents'],
    ['## Table of Contents', '3 contents'],
    ['## License\n\nMIT', '3 project_heading'],
    ['## Star History', '3 project_heading'],
  ])('leaves out %j and says so', (section, note) => {
    expect(outline(`# C\n\n${section}\n\n## A\n\n### a`)).toEqual(['A: a']);
    expect(notes(`# C\n\n${section}\n\n## A\n\n### a`)).toEqual([note]);
  });

  it('keeps a section called Contents that has content', () => {
    expect(outline('# C\n\n## Contents\n\n- [A](https://a.org)\n\n## B')).toEqual(['Contents: ', 'B: ']);
  });

  it('keeps what stands before the first section as the summary', () => {
    const { course, report } = read('# C\n\nAbout [it](https://a.org).\n\n- [Deeper](https://b.org)\n\n## A');
    expect(course.summary).toBe('About [it](https://a.org).\n\n- [Deeper](<https://b.org>)');
    expect(report.notes).toMatchObject([{ line: 1, kind: 'intro_link' }]);
  });

  it('takes the summary of front matter where the text has none', () => {
    expect(read('---\ndescription: About it.\n---\n# C\n\n## A').course.summary).toBe('About it.');
  });

  it.each([
    ['empty', ''],
    ['empty', ' \n\t\n'],
    ['binary', '# a\0b'],
    ['binary', `# a\n${'\uFFFD'.repeat(50)}`],
    ['no_headings', 'Just text.\n\n- and a list'],
    ['no_headings', '#\n\n##'],
    ['too_large', `# a\n${'x'.repeat(2_100_000)}`],
    ['too_deep', `# a\n\n${'- '.repeat(2_000)}a`],
    ['too_deep', `# a\n\n- b\n\n  ${'>'.repeat(2_000)}a`],
  ])('refuses as %s', (code, markdown) => {
    expect(readRoadmap(markdown, { newId: newIds() })).toMatchObject({ ok: false, code, message: expect.any(String) });
  });

  it('says how many notes there are beyond those it gives', () => {
    const { report } = read(`# C\n\n## S\n\n${'[a](b)\n'.repeat(600)}`);
    expect(report.notes).toHaveLength(501);
    expect(report.notes.at(-1)?.message).toMatch(/100 more/);
  });

  it('loses no link of any roadmap', () => {
    const word = fc.constantFrom(
      'text',
      '- item',
      '* star',
      '  - nested',
      '1. one',
      '> quote',
      '',
      '## S',
      '### T',
      '#### U',
      'Resources:',
      '- books',
      '| a | b |',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean()), { maxLength: 30 }), (lines) => {
        const body = lines
          .map(([text, hasLink], index) => (hasLink ? `${text} [L${index}](https://a.org/${index})` : text))
          .join('\n');
        const { course } = read(`# C\n\n## First\n\n${body}`);
        const found = course.sections
          .flatMap((section) => [section, ...section.topics])
          .flatMap(({ resources }) => resources.map(({ url }) => url));
        const expected = lines.flatMap(([, hasLink], index) => (hasLink ? [`https://a.org/${index}`] : []));
        expect([...found].toSorted()).toEqual([...expected].toSorted());
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('reads 2 MB in time that only grows with their length', () => {
    const topic =
      '### Topic\n\nSome prose with a [link](https://a.org/x) and `code`.\n\n- SSH\n- Resources\n- [Docs](https://b.org/y)\n\n';
    const roadmap = `# C\n\n${`## Section\n\n${topic.repeat(4)}`.repeat(4_300)}`;
    expect(roadmap.length).toBeGreaterThan(1_900_000);
    const before = process.cpuUsage();
    read(roadmap);
    // Half a second on a machine of its own; the limit leaves room for a busy one and still catches what is quadratic.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});

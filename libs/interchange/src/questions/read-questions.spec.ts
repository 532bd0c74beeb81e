import { describe, expect, it } from '@jest/globals';

import { questionSchema } from '#libs/contracts';

import { readMarkdownQuestions } from './read-questions.js';

function read(text: string) {
  let next = 0;
  return readMarkdownQuestions(text, { newId: () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}` });
}
const only = (text: string) => read(text).items[0];
const options = '\n- [x] a\n- [ ] b\n';

const everyType = `# A title {#bank}

An introduction.

## What does \`git fetch\` change? {#git-fetch .git .remotes difficulty=easy points=1/2}

You run:

\`\`\`sh
git fetch origin   # - [ ] not an option
\`\`\`

![Branches](https://example.org/branches.png)

- [ ] The working tree

  in every case
  > Only \`git pull\` would.
- [x] The remote-tracking branches {#remote}
  > Yes.
- [ ] Nothing

> It downloads.
>
> Nothing else.

### A merge commit has two parents. {tag="two words" type=true_false}

- [ ] False
  > It has.
- [x] true

## Which are shells? {shuffle=no}
* [x] bash
* [x] zsh
* [ ] git
Explanation: two of them.

## Which command? {case=sensitive}

Answer: \`git status\`
Answer: git st*
**Explanation:** either.

## How long? {difficulty=hard}

Answer: 3.5 ± 0.1 ms
`;

describe('readMarkdownQuestions', () => {
  it('reads every type with all that belongs to it', () => {
    const { items, notes } = read(everyType);
    expect(items.map(({ line, key, outcome }) => [line, key, outcome])).toEqual([
      [5, 'git-fetch', 'imported'],
      [27, null, 'imported'],
      [33, null, 'imported'],
      [39, null, 'imported'],
      [45, null, 'imported'],
    ]);
    expect(notes.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'title'],
      [3, 'introduction'],
    ]);
    expect(items.map(({ question }) => question)).toMatchObject([
      {
        type: 'single_choice',
        version: 1,
        stem: 'What does `git fetch` change?\n\nYou run:\n\n```sh\ngit fetch origin   # - [ ] not an option\n```\n\n![Branches](https://example.org/branches.png)',
        tags: ['git', 'remotes'],
        difficulty: 'easy',
        points: '1/2',
        shuffle: true,
        options: [
          { id: 'a', text: 'The working tree\n\nin every case', isKey: false, feedback: 'Only `git pull` would.' },
          { id: 'remote', text: 'The remote-tracking branches', isKey: true, feedback: 'Yes.' },
          { id: 'c', text: 'Nothing', isKey: false },
        ],
        explanation: 'It downloads.\n\nNothing else.',
      },
      { type: 'true_false', key: true, feedback: { false: 'It has.' }, tags: ['two words'] },
      { type: 'multiple_choice', shuffle: false, explanation: 'two of them.' },
      { type: 'short_text', accepted: ['git status', 'git st*'], caseSensitive: true, explanation: 'either.' },
      { type: 'numeric', value: '3.5', tolerance: '0.1', unit: 'ms', difficulty: 'hard' },
    ]);
  });

  it('gives drafts that keep the contract', () => {
    for (const { question } of read(everyType).items) expect(questionSchema.parse(question)).toEqual(question);
  });

  it.each([
    ['headings of one level', `## One${options}\n## Two${options}`],
    ['underlined headings', `One\n---${options}\nTwo\n---${options}`],
    ['numbered items', '1. One\n   - [x] a\n   - [ ] b\n2. Two\n\n   - [x] a\n   - [ ] b'],
    ['numbered items with options indented by two', '1. One\n  - [x] a\n  - [ ] b\n2. Two\n  - [x] a\n  - [ ] b'],
    ['numbered items below a title', '# Title\n\n1) One\n   - [x] a\n   - [ ] b\n2) Two\n   Answer: 2'],
    ['front matter before them', `---\ntitle: Bank\n---\n\n## One${options}\n## Two${options}`],
    ['breaks between them', `## One${options}\n---\n\n## Two${options}\n---\n`],
    ['comments between them', `<!-- a -->\n## One${options}\n<!-- b -->\n\n## Two${options}`],
    ['Windows line ends', `## One${options}\n## Two${options}`.replaceAll('\n', '\r\n')],
  ])('reads two questions from %s', (_, text) => {
    const { items } = read(text);
    expect(items.map(({ outcome, title, question }) => [outcome, title, question?.stem])).toEqual([
      ['imported', 'One', 'One'],
      ['imported', 'Two', 'Two'],
    ]);
  });

  it('reads attributes, stem and explanation of a numbered item', () => {
    const item = only(
      '1. One {#one .tag}\n   goes on\n\n   ```\n   code\n   ```\n   - [x] a\n   - [ ] b\n\n   > Because.',
    );
    expect(item).toMatchObject({
      key: 'one',
      question: { stem: 'One\ngoes on\n\n```\ncode\n```', tags: ['tag'], explanation: 'Because.' },
    });
  });

  it.each([
    ['one box', '', 'single_choice'],
    ['one box, declared multiple', '{type=multiple_choice}', 'multiple_choice'],
  ])('makes of options with %s', (_, attributes, type) => {
    expect(only(`## Q ${attributes}${options}`)?.question?.type).toBe(type);
  });

  it.each([
    ['- [ ] TRUE\n- [x] false', '', { type: 'true_false', key: false }],
    ['- [x] True\n- [x] False', '', { type: 'multiple_choice' }],
    ['- [x] True\n- [ ] False', 'type=single_choice', { type: 'single_choice' }],
    ['- [x] True\n- [ ] False\n- [ ] Neither', '', { type: 'single_choice' }],
  ])('reads %j {%s} as %j', (list, attributes, expected) => {
    expect(only(`## Q {${attributes}}\n\n${list}`)?.question).toMatchObject(expected);
  });

  it.each([
    ['8080', { type: 'numeric', value: '8080', tolerance: '0' }],
    ['-2', { type: 'numeric', value: '-2' }],
    ['−.5', { type: 'numeric', value: '-0.5' }],
    ['3.5 +- 0.1', { type: 'numeric', value: '3.5', tolerance: '0.1' }],
    ['3.5+/-0.1 MB/s', { type: 'numeric', value: '3.5', tolerance: '0.1', unit: 'MB/s' }],
    ['50 %', { type: 'numeric', value: '50', unit: '%' }],
    ['90°', { type: 'numeric', value: '90', unit: '°' }],
    ['`8080`', { type: 'short_text', accepted: ['8080'] }],
    ['``a`b``', { type: 'short_text', accepted: ['a`b'] }],
    ['`a` and `b`', { type: 'short_text', accepted: ['`a` and `b`'] }],
    ['3NF', { type: 'short_text', accepted: ['3NF'] }],
    ['404 Not Found', { type: 'short_text', accepted: ['404 Not Found'] }],
    ['10.0.0.1', { type: 'short_text', accepted: ['10.0.0.1'] }],
    ['8\nAnswer: eight', { type: 'short_text', accepted: ['8', 'eight'] }],
    ['8\n\nAnswer: eight', { type: 'short_text', accepted: ['8', 'eight'] }],
  ])('reads “Answer: %s” as %j', (answer, expected) => {
    expect(only(`## Q\n\nAnswer: ${answer}`)).toMatchObject({ outcome: 'imported', question: expected });
  });

  it.each([
    ['8080', 'short_text', { type: 'short_text', accepted: ['8080'] }],
    ['1/3', 'numeric', { type: 'numeric', value: '1/3' }],
    ['5 km per hour', 'numeric', { type: 'numeric', unit: 'km per hour' }],
  ])('reads “Answer: %s” {type=%s} as %j', (answer, type, expected) => {
    expect(only(`## Q {type=${type}}\n\nAnswer: ${answer}`)?.question).toMatchObject(expected);
  });

  it.each([
    ['no answers', '## Q\n\nText.', /neither options/],
    ['no right option', '## Q\n\n- [ ] a\n- [ ] b', /No option is marked/],
    ['one option', '## Q\n\n- [x] a', /two options/],
    ['an option without a box', '## Q\n\n- [x] a\n- b', /line 4 has no box/],
    ['an option without text', '## Q\n\n- [x] a\n- [ ]', /line 4 has no text/],
    ['two options with one id', '## Q\n\n- [x] a {#x}\n- [ ] b {#x}', /same id/],
    ['two lists of options', `## Q\n${options}\nText\n${options}`, /second list of options in line 8/],
    ['options and answers', `## Q\n${options}\nAnswer: a`, /both options and/],
    ['an empty answer', '## Q\n\nAnswer:', /says nothing/],
    ['no stem', `## {#q}\n${options}`, /no stem/],
    ['an unknown type', `## Q {type=hotspot}\n${options}`, /no type “hotspot”/],
    [
      'two right options of a single choice',
      '## Q {type=single_choice}\n\n- [x] a\n- [x] b',
      /one right option, not 2/,
    ],
    ['options of a number', `## Q {type=numeric}\n${options}`, /not options/],
    ['answers of a choice', '## Q {type=single_choice}\n\nAnswer: a', /has options/],
    ['other options than true and false', `## Q {type=true_false}\n${options}`, /“True” and “False”/],
    ['neither true nor false', '## Q {type=true_false}\n- [ ] True\n- [ ] False', /Either “True” or “False”/],
    ['a decimal comma', '## Q\n\nAnswer: 3,5', /comma/],
    ['a separator', '## Q\n\nAnswer: 1 000', /separator/],
    ['a tolerance after the unit', '## Q\n\nAnswer: 5 ms ± 1', /no number with a tolerance/],
    ['a declared number that is none', '## Q {type=numeric}\n\nAnswer: many', /not a number/],
    ['two declared numbers', '## Q {type=numeric}\n\nAnswer: 1\nAnswer: 2', /one “Answer:” line/],
    ['lists without end', `## Q\n\n${'- '.repeat(500)}a\n${options}`, /nested more than 40/],
    ['an option id that is too long', `## Q\n\n- [x] a {#${'x'.repeat(41)}}\n- [ ] b`, /options.0.id/],
    ['text after the end of a question', `## Q\n${options}\n---\n\nA stray remark.`, /belongs to no question/],
    ['nothing', ' \n', /empty/],
    ['bytes', 'a\0b', /not text/],
    ['only a title', '', /empty/],
    ['only text', 'Some text.', /no questions/],
  ])('refuses %s', (_, text, reason) => {
    expect(read(text).items.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { reasons: [expect.stringMatching(reason)], losses: [] },
    ]);
  });

  it('lets one bad question cost the others nothing', () => {
    const { items } = read(`## Good${options}\n## Bad\n\n## Good too${options}`);
    expect(items.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'imported'],
      [5, 'refused'],
      [7, 'imported'],
    ]);
  });

  it.each([
    ['an unknown attribute', `## Q {colour=red}\n${options}`, /colour=red/],
    ['an unknown difficulty', `## Q {difficulty=brutal}\n${options}`, /difficulty=brutal/],
    ['points that are none', `## Q {points=0}\n${options}`, /points=0/],
    ['a setting of another type', `## Q {case=sensitive}\n${options}`, /short text only/],
    ['shuffling of nothing', '## Q {shuffle=no}\n\nAnswer: a', /choices only/],
    ['text between answers', '## Q\n\nAnswer: a\n\nor\n\nAnswer: b', /Line 5 stands between/],
  ])('imports with a loss where there is %s', (_, text, loss) => {
    expect(read(text).items).toMatchObject([{ outcome: 'imported_with_loss', losses: [expect.stringMatching(loss)] }]);
  });

  it('gives a repeated key to the first question only', () => {
    const { items } = read(`## One {#k}${options}\n## Two {#k}${options}`);
    expect(items).toMatchObject([
      { key: 'k', outcome: 'imported' },
      { key: null, outcome: 'imported_with_loss', losses: [expect.stringContaining('line 1')] },
    ]);
  });

  it.each([
    ['braces in a code span', 'What is `{}`?', 'What is `{}`?'],
    ['braces that hold words', 'What is {this thing}?{a b}', 'What is {this thing}?{a b}'],
    ['closing hashes', 'What is C#? ##', 'What is C#?'],
  ])('keeps %s in the stem', (_, heading, stem) => {
    expect(only(`## ${heading}\n${options}`)?.question?.stem).toBe(stem);
  });

  it('carries the definition of a link to where it is used', () => {
    const text = `## See [the docs][d]\n\n- [x] [a][d]\n- [ ] b\n\n[d]: https://example.org\n`;
    expect(only(text)?.question).toMatchObject({
      stem: 'See [the docs][d]\n\n[d]: https://example.org',
      options: [{ text: '[a][d]\n\n[d]: https://example.org' }, { text: 'b' }],
    });
  });

  it('reads 1,000 questions in time that only grows with their number', () => {
    const text = Array.from(
      { length: 1_000 },
      (_, index) => `## Question ${index} {#q${index}}\n\n\`\`\`\ncode\n\`\`\`\n${options}`,
    ).join('\n');
    const before = process.cpuUsage();
    expect(read(text).items).toHaveLength(1_000);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});

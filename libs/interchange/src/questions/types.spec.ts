import { describe, expect, it } from '@jest/globals';

import { readMarkdownQuestions } from './read-questions.js';
import { writeMarkdownQuestions } from './write-questions.js';

function read(text: string) {
  let next = 0;
  return readMarkdownQuestions(text, { newId: () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}` });
}
const only = (text: string) => read(text).items[0];

const matching = `## Which command does what? {type=matching shuffle=no}

Here is a list:

- not => yet

Now match.

- \`a => b\` => an arrow
  > Its body is b.
- fetch {#f} => download {#dl}
- pull

  =>

  download

  and merge
- clone => download
- => delete
`;

const cloze = `## Remotes {type=cloze scoring=all_or_nothing}

Use \`git {{cmd}}\`, which is {{kind}}, and waits {{time}}.

- {{cmd}}: fetch
  Answer: fet* {share=1/2}
  > [!feedback]
  > Nearly.

  > [!other]
  > Look it up.
- {{kind}} {weight=2 shuffle=no}
  - [x] safe
  - [ ] dangerous {share=1/4}
    > No.
- {{time}} {tolerance=relative}
  Answer: 3.5 ± 0.1 s

Because.
`;

const essay = `## Why? {type=essay words-min=5 words-max=10 format=code}

> A quote in the stem.

> [!template]
> \`\`\`
>  def
>
> \`\`\`

> [!rubric]
> - Reasons {#why}
>   - 0: None
>   - 1/2: Some {#some}
>     more
> - Example
>   - 0: None

> [!marker-notes]
> Be *kind*.

> [!explanation]
> It depends.

> [!hint]
> One.

> [!hint]
> Two.

> [!partial]
> Half.

### Deeper {type=essay}
`;

describe('readMarkdownQuestions', () => {
  it('reads pairs, choices that several share and choices that nobody has', () => {
    expect(only(matching)).toMatchObject({
      outcome: 'imported',
      question: {
        type: 'matching',
        shuffle: false,
        scoring: 'per_part',
        stem: 'Which command does what?\n\nHere is a list:\n\n- not => yet\n\nNow match.',
        choices: [
          { text: 'an arrow' },
          { id: 'dl', text: 'download' },
          { text: 'download\n\nand merge' },
          { text: 'delete' },
        ],
      },
    });
  });

  it('reads what each prompt belongs to', () => {
    const question = only(matching.replace(/Here[^]*match\.\n\n/, ''))?.question;
    expect(question).toMatchObject({
      prompts: [
        { id: 'a', text: '`a => b`', match: '1', feedback: 'Its body is b.' },
        { id: 'f', text: 'fetch', match: 'dl' },
        { id: 'c', text: 'pull', match: '3' },
        { id: 'd', text: 'clone', match: 'dl' },
      ].map((prompt) => expect.objectContaining(prompt)),
    });
  });

  it('finds the arrow between code on both sides of it', () => {
    const question = only('## Undo {type=matching}\n\n- `a` and `b => c` => `d` or `e`\n- f => `g`\n')?.question;
    expect(question).toMatchObject({
      prompts: [{ text: '`a` and `b => c`' }, { text: 'f' }],
      choices: [{ text: '`d` or `e`' }, { text: '`g`' }],
    });
  });

  it('reads items in order', () => {
    const text =
      '## Order {type=ordering scoring=adjacent_pairs}\n\n1. one\n2. two {#second}\n   goes on\n3. [ ] three\n\n> Why.';
    expect(only(text)).toMatchObject({
      outcome: 'imported_with_loss',
      losses: [expect.stringContaining('box')],
      question: {
        type: 'ordering',
        scoring: 'adjacent_pairs',
        items: [
          { id: 'a', text: 'one' },
          { id: 'second', text: 'two\ngoes on' },
          { id: 'c', text: 'three' },
        ],
        explanation: 'Why.',
      },
    });
  });

  it('reads gaps of every kind', () => {
    expect(only(cloze)).toMatchObject({
      outcome: 'imported',
      question: {
        type: 'cloze',
        scoring: 'all_or_nothing',
        stem: 'Remotes\n\nUse `git {{cmd}}`, which is {{kind}}, and waits {{time}}.',
        explanation: 'Because.',
        gaps: [
          {
            id: 'cmd',
            kind: 'text',
            accepted: ['fetch'],
            alternatives: [{ text: 'fet*', share: '1/2', feedback: 'Nearly.' }],
            otherFeedback: 'Look it up.',
          },
          {
            id: 'kind',
            kind: 'choice',
            weight: '2',
            shuffle: false,
            options: [
              { id: 'a', text: 'safe', isKey: true },
              { id: 'b', text: 'dangerous', isKey: false, share: '1/4', feedback: 'No.' },
            ],
          },
          { id: 'time', kind: 'number', value: '3.5', tolerance: '0.1', toleranceKind: 'relative', unit: 's' },
        ],
      },
    });
  });

  it('reads an essay with all that belongs to it, also under a deeper heading', () => {
    const { items } = read(essay);
    expect(items).toMatchObject([
      {
        outcome: 'imported',
        question: {
          type: 'essay',
          stem: 'Why?\n\n> A quote in the stem.',
          wordsMin: 5,
          wordsMax: 10,
          format: 'code',
          template: ' def\n',
          rubric: [
            {
              id: 'why',
              title: 'Reasons',
              levels: [
                { id: 'a', text: 'None', points: '0' },
                { id: 'some', text: 'Some\nmore', points: '1/2' },
              ],
            },
            { id: 'b', title: 'Example', levels: [{ id: 'a', text: 'None', points: '0' }] },
          ],
          markerNotes: 'Be *kind*.',
          explanation: 'It depends.',
          hints: ['One.', 'Two.'],
          outcomeFeedback: { partial: 'Half.' },
        },
      },
      { outcome: 'imported', question: { type: 'essay', stem: 'Deeper' } },
    ]);
  });

  it('reads numbers with units, alternatives and rules', () => {
    const text =
      '## Q {type=numeric tolerance=relative unit="cm=100" unit=mm=1000 unit-rule=required unit-penalty=1/10}\n\n' +
      'Answer: 2.5 ± 0.01 m\nAnswer: 25 {share=1/2}\n> [!feedback]\n> Ten times.\n\n> [!other]\n> No.\n';
    expect(only(text)).toMatchObject({
      outcome: 'imported',
      question: {
        type: 'numeric',
        value: '2.5',
        tolerance: '0.01',
        toleranceKind: 'relative',
        unit: 'm',
        units: [
          { unit: 'cm', multiplier: '100' },
          { unit: 'mm', multiplier: '1000' },
        ],
        unitRule: 'required',
        unitPenalty: '1/10',
        alternatives: [{ value: '25', tolerance: '0', share: '1/2', feedback: 'Ten times.' }],
        otherFeedback: 'No.',
      },
    });
  });

  it.each([
    ['{}', { accepted: ['{}'] }],
    ['{a=1}', { accepted: ['{a=1}'] }],
    ['`x {share=1}`', { accepted: ['x {share=1}'] }],
    ['x {case=sensitive}', { accepted: ['x {case=sensitive}'] }],
    [
      'x {share=2/3 case=sensitive}',
      { accepted: [], alternatives: [{ text: 'x', share: '2/3', caseSensitive: true }] },
    ],
  ])('reads the answer “%s” as %j', (answer, expected) => {
    expect(only(`## Q\n\nAnswer: ${answer}`)?.question).toMatchObject(expected);
  });

  it.each([
    ['a matching without arrows', '## Q {type=matching}\n\n- a\n- b', /no list of “- prompt => choice”/],
    ['an item without an arrow', '## Q {type=matching}\n\n- a => b\n- c', /line 4 has no “=>”/],
    ['nothing behind an arrow', '## Q {type=matching}\n\n- a => b\n- c =>', /line 4 has nothing behind/],
    ['choices only', '## Q {type=matching}\n\n- => b', /nothing to match/],
    ['a prompt and a choice with one id', '## Q {type=matching}\n\n- a {#x} => b {#x}', /same id/],
    ['an ordering without numbers', '## Q {type=ordering}\n\n- a\n- b', /no numbered list/],
    ['a cloze without gaps', '## Q {type=cloze}\n\n{{a}}', /no list of “- {{gap}}: answer”/],
    ['an item of a cloze that is no gap', '## Q {type=cloze}\n\n{{a}}\n\n- {{a}}: x\n- b', /line 6 does not begin/],
    ['a gap without answers', '## Q {type=cloze}\n\n{{a}}\n\n- {{a}}', /{{a}} in line 5: There are neither/],
    [
      'a gap of another type',
      '## Q {type=cloze}\n\n{{a}}\n\n- {{a}} {type=essay}\n  Answer: x',
      /{{a}} in line 5: type=essay/,
    ],
    ['an essay with answers', '## Q {type=essay}\n\nAnswer: x', /neither options nor “Answer:” lines/],
    ['a rubric without a list', '## Q {type=essay}\n\n> [!rubric]\n> Good or bad.', /line 3 is not one list/],
    ['a level without points', '## Q {type=essay}\n\n> [!rubric]\n> - A\n>   - good', /A level of “A”/],
    ['feedback on what earns the mark', '## Q\n\nAnswer: x\n> [!feedback]\n> Yes.', /Only an answer with a share/],
  ])('refuses %s', (_, text, reason) => {
    expect(read(text).items).toMatchObject([{ outcome: 'refused', reasons: [expect.stringMatching(reason)] }]);
  });

  it.each([
    ['a rubric of a choice', '## Q\n\n- [x] a\n- [ ] b\n\n> [!rubric]\n> - A', /“\[!rubric\]” in line 6/],
    ['feedback on nothing', '## Q\n\n- [x] a\n- [ ] b\n\n> [!feedback]\n> A', /“\[!feedback\]” in line 6/],
    [
      'two texts for other answers',
      '## Q\n\nAnswer: a\n\n> [!other]\n> A\n\n> [!other]\n> B',
      /“\[!other\]” in line 8/,
    ],
    ['scoring of another type', '## Q {scoring=exact}\n\nAnswer: a', /scoring=exact/],
    ['words of a choice', '## Q {words-min=3}\n\n- [x] a\n- [ ] b', /essays only/],
    ['a setting of another kind of gap', '## Q {type=cloze}\n\n{{a}}\n\n- {{a}} {shuffle=no}\n  Answer: x', /shuffle=/],
  ])('imports with a loss where there is %s', (_, text, loss) => {
    expect(read(text).items).toMatchObject([{ outcome: 'imported_with_loss', losses: [expect.stringMatching(loss)] }]);
  });

  it.each([
    ['a quote like those of GitHub', '> [!NOTE]\n> Mind.', '[!NOTE]\nMind.'],
    ['a quote that speaks of hints', '> Hint: mind.', 'Hint: mind.'],
  ])('takes %s for the explanation that it always was', (_, quote, explanation) => {
    expect(only(`## Q\n\nAnswer: a\n\n${quote}`)).toMatchObject({ outcome: 'imported', question: { explanation } });
  });

  it.each([
    ['back quotes', `## Q {type=matching}\n\n- ${'`'.repeat(3)}${'` '.repeat(200_000)} => x`],
    ['arrows', `## Q {type=matching}\n\n- ${' => '.repeat(100_000)}x`],
    ['gaps', `## Q {type=cloze}\n\n${'{{a}}'.repeat(100_000)}\n\n- {{a}}: x`],
    ['alerts', `## Q\n\nAnswer: a\n\n${'> [!hint]\n\n'.repeat(50_000)}`],
    ['braces', `## Q {type=cloze}\n\n- {{a}} ${'{'.repeat(400_000)}`],
  ])('reads a flood of %s in bounded time', (_, text) => {
    const before = process.cpuUsage();
    expect(read(text).items).toHaveLength(1);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});

describe('writeMarkdownQuestions', () => {
  it('writes every type in a form that people like to read', () => {
    const bank = [matching.replace(/Here[^]*match\.\n\n/, ''), cloze, essay].join('\n');
    const questions = read(bank).items.flatMap(({ question }) => question ?? []);
    const ids = questions.map(({ id }) => id);
    const written = ids.reduce((text, id) => text.replaceAll(`#${id} `, ''), writeMarkdownQuestions(questions));
    expect(written).toContain(
      '- `a => b`\n\n  => an arrow\n  > Its body is b.\n- fetch {#f} => download {#dl}\n- pull\n',
    );
    expect(written).toContain(
      '- {{cmd}}: fetch\n  Answer: fet* {share=1/2}\n  > [!feedback]\n  > Nearly.\n\n  > [!other]\n',
    );
    expect(written).toContain(
      '- {{kind}} {weight=2 shuffle=no}\n  - [x] safe\n  - [ ] dangerous {share=1/4}\n    > No.\n',
    );
    expect(written).toContain('> [!rubric]\n>\n> - Reasons {#why}\n>   - 0: None\n');
  });
});

import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { questionSchema } from '#libs/contracts';
import { questionArbitrary } from '#libs/testing';

import { readQuestionsYaml, writeQuestionsJson, writeQuestionsYaml } from './questions-file.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const other = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a02';
const newId = () => other;
const read = (text: string) => readQuestionsYaml(text, { newId }).items;
const runs = Number(process.env.RUNS ?? 150);

/** Any text that is text: lone halves of surrogate pairs are lost in UTF-8. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    'yes',
    'null',
    '1.50',
    '0x1f',
    '- a',
    'a: b',
    '# c',
    '&a',
    '*a',
    '!tag',
    '| x',
    '> y',
    '2026-11-22',
    '~',
    ' lead',
    'trail ',
  ),
  fc.constantFrom(
    'one\ntwo\n',
    '\n\nlines',
    'tab\there',
    '```js\nif (a) {\n}\n```',
    'a\r\nb',
    '"quoted"',
    "it's",
    '{{gap}}',
    '…\u2028…',
    '\u0085',
    '%a',
    '@b',
    '`c`',
  ),
  fc
    .array(fc.constantFrom('word', '  indented', '', '# heading', '---', '...', '\ttab'), { maxLength: 6 })
    .map((lines) => lines.join('\n')),
);
const words = text.filter((value) => value !== '');
const bank = fc.uniqueArray(
  fc
    .record({ made: questionArbitrary({ prose: words, words }), version: fc.integer({ min: 1, max: 9 }) })
    .map(({ made, version }) => ({ ...made, version })),
  { maxLength: 4, selector: (made) => made.id },
);

describe('a bank', () => {
  it.each([
    ['YAML', writeQuestionsYaml],
    ['JSON', writeQuestionsJson],
  ])('in %s reads back as the very same questions', (_, write) => {
    fc.assert(
      fc.property(bank, (questions) => {
        const items = read(write(questions).text);
        expect(items.map(({ reasons }) => reasons)).toEqual(questions.map(() => []));
        expect(items.map((item) => item.question)).toEqual(questions);
        expect(items.map(({ key }) => key)).toEqual(questions.map((made) => made.id));
      }),
      { numRuns: runs },
    );
  });

  it('says only what the contract would not add, in an order that people expect', () => {
    const questions = [
      questionSchema.parse({
        id,
        version: 1,
        type: 'single_choice',
        stem: 'Why?\n\n`a`',
        points: '2',
        options: [{ id: 'a', text: 'x', isKey: true }],
      }),
    ];
    expect(writeQuestionsYaml(questions).text).toBe(
      `format: waymark-questions
formatVersion: 1
questions:
  - id: ${id}
    version: 1
    type: single_choice
    stem: |-
      Why?

      \`a\`
    options:
      - id: a
        text: x
        isKey: true
    points: "2"
`.replace('    version: 1\n', ''),
    );
  });

  it('takes a list alone, names in place of ids, and numbers as they are written', () => {
    const items = read(
      '- id: sums-1\n  type: short_text\n  stem: 2 + 2?\n  accepted: [4.0, four, true]\n  points: 0.50\n- type: numeric\n  stem: 1?\n  value: 1.10\n',
    );
    expect(items).toMatchObject([
      {
        key: 'sums-1',
        line: 1,
        question: { id: other, version: 1, accepted: ['4.0', 'four', 'true'], points: '0.50' },
      },
      { key: null, line: 6, question: { id: other, value: '1.10' } },
    ]);
  });

  it('reads the example of the documentation', () => {
    const page = readFileSync(new URL('../../../../docs/course-folder.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    expect(read(example)).toMatchObject([{ outcome: 'imported', key: id, question: { difficulty: 'easy' } }]);
  });

  it('judges each question alone and names the line of what is wrong', () => {
    const items = read(`questions:
  - id: ${id}
    type: true_false
    stem: Good?
    key: true
  - type: true_false
    stem: Misspelt?
    key: true
    explanaton: Because
  - type: single_choice
    stem: Incomplete?
    options:
      - id: a
        text: x
  - just a text
  - id: ${id}
    type: true_false
    stem: Again?
    key: true
`);
    expect(items.map(({ outcome, line }) => [outcome, line])).toEqual([
      ['imported', 2],
      ['refused', 6],
      ['refused', 10],
      ['refused', 15],
      ['refused', 16],
    ]);
    expect(items[1]?.reasons).toEqual(['Line 9: explanaton is not known here. Correct it or leave it out.']);
    expect(items[2]?.reasons).toEqual([expect.stringMatching(/^Line 13: options\.1\.isKey: /)]);
    expect(items[4]?.reasons).toEqual([`Line 16: “${id}” is already the id of the question in line 2.`]);
  });

  it('takes no endless list of numbers for texts', () => {
    const [item] = read(`- {id: x, type: short_text, stem: S, accepted: [${'1,'.repeat(300)}]}`);
    expect(item?.reasons).toHaveLength(20);
  });

  const laughs = Array.from(
    { length: 30 },
    (_, level) => `a${level}: &a${level} [${level ? `*a${level - 1}, *a${level - 1}` : 'x'}]`,
  ).join('\n');
  it.each([
    ['an alias bomb', laughs, 1, 'Anchors'],
    ['an alias', 'questions:\n  - &a {stem: x}\n  - *a', 2, 'Anchors'],
    ['a tag', 'questions: !!js/function "x"', 1, ''],
    ['a tag of its own', 'questions:\n  - !evil x', 2, ''],
    ['nested lists', `questions: ${'['.repeat(100_000)}`, 1, 'deep'],
    ['nested lists in one line', `${'- '.repeat(50_000)}x`, 1, 'deep'],
    ['nested keys', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 122, 'deep'],
    ['the prototype', 'questions: []\n__proto__: {x: 1}', 2, 'plain word'],
    ['a key that is a list', '? [a]\n: b', 1, 'plain word'],
    ['a repeated key', 'questions: []\nquestions: []', 2, 'twice'],
    ['an open quote', 'questions:\n  - stem: "x', 2, 'YAML'],
    ['two documents', 'questions: []\n---\nquestions: []', 2, 'YAML'],
    ['a million parts', `questions: [${'1,'.repeat(400_000)}]`, 1, 'too many parts'],
    ['text', 'Some words.', 1, 'questions:'],
    ['nothing', '  \n', 1, 'empty'],
    ['another format', 'format: moodle\nquestions: []', 1, 'format'],
    ['bytes', '\0\0\0', 1, 'not text'],
  ])('refuses %s soon and as a whole', (_, hostile, line, reason) => {
    const started = performance.now();
    expect(read(hostile)).toMatchObject([{ outcome: 'refused', line, reasons: [expect.stringContaining(reason)] }]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

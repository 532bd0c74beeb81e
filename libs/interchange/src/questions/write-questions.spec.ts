import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type Question, questionSchema } from '#libs/contracts';
import { questionArbitrary } from '#libs/testing';

import { readMarkdownQuestions } from './read-questions.js';
import { writeMarkdownQuestions } from './write-questions.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';

/** Reads a file back as its writer would see it: every question under its key. */
function read(text: string) {
  return readMarkdownQuestions(text, { newId: () => id }).items.map(({ key, question, losses, reasons }) =>
    question ? { ...question, id: key, losses } : { reasons },
  );
}

const written = (questions: readonly Question[]) => read(writeMarkdownQuestions(questions));
const asRead = (questions: readonly Question[]) => questions.map((question) => ({ ...question, losses: [] }));
const make = (question: object) => questionSchema.parse({ id, version: 1, stem: 'Stem', ...question });

const line = fc.oneof(
  fc.constantFrom(
    'text',
    'Why {not}?',
    '`{#a}`',
    'x {#key}',
    'C# ##',
    '![a](https://example.org/a.png)',
    '*em* and `code`',
    '"',
    '\\',
    'a | b',
  ),
  fc.constantFrom(
    '- item',
    '  - nested',
    '* star',
    '1. one',
    '2) two',
    '> quote',
    '> - quoted item',
    '    indented code',
    '\ttab',
  ),
  fc.constantFrom('```', '~~~', '````js', '<div>', '</div>', '---', '===', '***', ''),
  fc.constantFrom('# Heading', '## Heading {#x .y}', 'Explanation: a', 'True', '{#id .tag}'),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[\0-\x1f\x85\u2028\u2029\uFFFD]/g, '')),
);
/** Prose as authors might write it, but without what a stem cannot keep: see the list in docs/markdown-questions.md. */
const prose = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) =>
    lines
      .join('\n')
      .replace(/^(?:\s*\n)+/, '')
      .trimEnd(),
  )
  .filter((text) => text !== '' && !/\[[ xX]\]|^\W*Answer\W*:|<!--|<[/]?(?:pre|script|style|textarea)|\]:/im.test(text))
  .filter((text) => isClosed(text));
/** An open fence is closed on export, which adds a line. */
const isClosed = (text: string) =>
  !/^\s*(?:[->*+]|\d[.)])?\s*(?:```|~~~)/m.test(text) || /^(`{3,}|~~~)[a-z]*\n(?:(?!```|~~~)[^\n]*\n)*\1$/.test(text);
const word = fc
  .stringMatching(/^[a-zA-Z0-9äß*`_+ .,±%"{}=-]{1,12}$/)
  .map((text) => text.trim())
  .filter((text) => text !== '');
const question = questionArbitrary({ prose, words: word });

describe('writeMarkdownQuestions', () => {
  it('writes what is read as the same questions', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(question, { minLength: 1, maxLength: 4, selector: (made) => made.id }),
        (questions) => {
          expect(written(questions)).toEqual(asRead(questions));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('writes a form that people like to read', () => {
    const questions = [
      make({
        stem: 'What is `2 + 2`?\n\nIn base ten.',
        type: 'numeric',
        value: '4',
        tags: ['sums'],
        difficulty: 'easy',
        explanation: 'Four.',
      }),
      make({
        type: 'single_choice',
        options: [
          { id: 'a', text: 'No', isKey: false, feedback: 'Look again.' },
          { id: 'yes', text: 'Yes', isKey: true },
        ],
      }),
    ];
    expect(writeMarkdownQuestions(questions)).toBe(`## What is \`2 + 2\`? {#${id} .sums difficulty=easy}

In base ten.

Answer: 4

> Four.

## Stem {#${id}}

- [ ] No
  > Look again.
- [x] Yes {#yes}
`);
  });

  it.each([
    ['a heading in the stem', { stem: 'First\n\n# Second', type: 'numeric', value: '1' }],
    [
      'a list at the end of the stem',
      {
        stem: 'Which?\n\n- one\n- two',
        type: 'multiple_choice',
        options: [
          { id: 'a', text: 'x', isKey: true },
          { id: 'b', text: 'y', isKey: true },
        ],
      },
    ],
    [
      'options that look like true and false',
      {
        type: 'single_choice',
        options: [
          { id: 'a', text: 'True', isKey: true },
          { id: 'b', text: 'False', isKey: false },
        ],
      },
    ],
    [
      'one right option of many',
      {
        type: 'multiple_choice',
        options: [
          { id: 'a', text: 'x', isKey: true },
          { id: 'b', text: 'y', isKey: false },
        ],
      },
    ],
    [
      'an option that ends with a quote',
      {
        type: 'single_choice',
        options: [
          { id: 'a', text: 'x\n\n> y', isKey: true },
          { id: 'b', text: '> z', isKey: false, feedback: 'f' },
        ],
      },
    ],
    [
      'an option that is code',
      {
        type: 'single_choice',
        options: [
          { id: 'a', text: '    x', isKey: true },
          { id: 'b', text: '```\ny\n```', isKey: false, feedback: 'f' },
        ],
      },
    ],
    ['answers with blanks and back quotes', { type: 'short_text', accepted: [' a ', '`b', 'c``d`'] }],
    ['an answer that looks like a number', { type: 'short_text', accepted: ['1,000'] }],
    ['a ratio', { type: 'numeric', value: '1/3', tolerance: '0' }],
    ['an explanation that begins with the word', { type: 'numeric', value: '1', explanation: 'Explanation: one.' }],
  ])('keeps %s', (_, made) => {
    expect(written([make(made)])).toEqual(asRead([make(made)]));
  });

  it.each([
    ['a task list', '- [x] done', '- \\[x] done'],
    ['a task list in a numbered one', '1. one\n   - [x] done', '1. one\n   - \\[x] done'],
    ['an answer line', 'Answer: 5', 'Answer\\: 5'],
    ['an open fence', '```\n- [ ] code', '```\n- [ ] code\n```'],
    ['an open comment', '<!-- a', ''],
  ])('keeps %s in a stem from being read as something else', (_, below, kept) => {
    const questions = ['One', 'Two'].map((name) => make({ stem: `${name}\n\n${below}`, type: 'numeric', value: '7' }));
    const [one, two] = written(questions);
    expect(one).toMatchObject({ stem: `One\n\n${kept}`.trimEnd(), value: '7' });
    expect(two).toMatchObject({ value: '7' });
  });
});

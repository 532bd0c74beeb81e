import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { questionSchema } from '#libs/contracts';
import { questionArbitrary } from '#libs/testing';

import { readAiken } from './read-aiken.js';
import { writeAiken } from './write-aiken.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const read = (text: string) => readAiken(text, { newId: () => id }).items;
const good = 'What is 2 + 2?\nA) 3\nB) 4\nANSWER: B\n';

describe('readAiken', () => {
  it('reads a question with its options and the right one', () => {
    expect(read(good)).toEqual([
      {
        line: 1,
        title: 'What is 2 + 2?',
        key: null,
        outcome: 'imported',
        losses: [],
        reasons: [],
        question: {
          id,
          version: 1,
          type: 'single_choice',
          stem: 'What is 2 + 2?',
          tags: [],
          points: '1',
          shuffle: true,
          options: [
            { id: 'a', text: '3', isKey: false },
            { id: 'b', text: '4', isKey: true },
          ],
        },
      },
    ]);
  });

  it.each([
    ['dots behind letters', good.replaceAll(')', '.')],
    ['no blank behind the mark', good.replaceAll(') ', ')')],
    ['carriage returns only', good.replaceAll('\n', '\r')],
    ['Windows line ends', good.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${good}`],
    ['no line end at the end', good.trimEnd()],
    ['empty and short lines between', good.replaceAll('\n', '\n\n.\n \n')],
    ['more behind the letter of the answer', good.replace(': B', ':B) 4')],
    ['letters that are not in order', good.replace('B) 4', 'D) 4').replace(': B', ': D')],
  ])('reads a file with %s', (_, text) => {
    expect(read(text)).toMatchObject([
      {
        outcome: 'imported',
        question: {
          options: [
            { text: '3', isKey: false },
            { text: '4', isKey: true },
          ],
        },
      },
    ]);
  });

  it('takes every text for what it looks like', () => {
    expect(read('Is <b> *bold*?\nA) <b>\nB) a & b\nANSWER: A')).toMatchObject([
      { question: { stem: String.raw`Is \<b> \*bold\*?`, options: [{ text: String.raw`\<b>` }, { text: 'a & b' }] } },
    ]);
  });

  it.each([
    ['one option', 'Q?\nA) a\nANSWER: A', 1, /“ANSWER:” in line 3 there are fewer than 2/],
    ['an option before a question', 'A) a\nB) b\nANSWER: A', 1, /no question has been started/],
    ['an answer before a question', 'ANSWER: A', 1, /no question has been started/],
    ['a new question before the answer', 'Q?\nA) a\nB) b\nR?\nA) a\nB) b\nANSWER: A', 1, /not completed/],
    ['an end before the answer', 'Q?\nA) a\nB) b', 1, /not completed/],
    ['an answer in lower case', 'Q?\nA) a\nB) b\nANSWER: b', 1, /line 4 is not followed by the letter/],
    ['an answer that is no option', 'Q?\nA) a\nB) b\nANSWER: C', 1, /“ANSWER: C” in line 4 names no option/],
    ['a letter twice', 'Q?\nA) a\nA) b\nANSWER: A', 1, /same letter/],
    ['an option without text', 'Q?\nA) a\nB)\nANSWER: A', 1, /without text/],
    ['nothing', '\n', 1, /empty/],
    ['bytes', 'a\0b', 1, /not text/],
  ])('refuses %s', (_, text, line, reason) => {
    const [item] = read(text).filter(({ outcome }) => outcome === 'refused');
    expect(item).toMatchObject({ line, reasons: [expect.stringMatching(reason)] });
  });

  it('lets bad questions cost the good ones nothing', () => {
    const items = read(`${good}\nBad?\nA) a\nANSWER: A\n\nC) stray\nD) stray\nANSWER: C\n\n${good}`);
    expect(items.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'imported'],
      [6, 'refused'],
      [10, 'refused'],
      [14, 'imported'],
    ]);
  });

  it.each([
    ['a long line', 'a'.repeat(1_000_000)],
    ['options', `Q?\n${'A) a\n'.repeat(200_000)}ANSWER: A`],
    ['answers', 'ANSWER: A\n'.repeat(200_000)],
    ['questions', 'Who?\n'.repeat(200_000)],
    ['markup', `${'<b>'.repeat(200_000)}\nA) ${'*'.repeat(200_000)}\nB) b\nANSWER: A`],
    ['halves of pairs', `${'\uD800'.repeat(1_000)}\nA) a\nB) b\nANSWER: A`],
    ['too much', 'a'.repeat(9_000_000)],
  ])('reads a flood of %s in bounded time', (_, text) => {
    const before = process.cpuUsage();
    expect(read(text).length).toBeGreaterThan(0);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});

describe('writeAiken', () => {
  const pieces = fc.constantFrom(
    'word',
    ' ',
    'A)',
    'A. ',
    'ANSWER: A',
    '*',
    '<b>',
    '&',
    '`x`',
    '\n',
    '_',
    '1.',
    '# ',
    'ß',
  );
  const prose = fc
    .array(pieces, { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');

  it('writes what is read as the same question, or says what is lost', () => {
    fc.assert(
      fc.property(questionArbitrary({ prose, words: prose }, ['single_choice', 'true_false', 'essay']), (question) => {
        const { text, report } = writeAiken([question]);
        const [item] = report.items;
        if (item?.outcome === 'left_out') return expect(text).toBe('');
        const [back, ...others] = read(text);
        expect({ others, reasons: back?.reasons }).toEqual({ others: [], reasons: [] });
        expect(questionSchema.parse(back?.question)).toEqual(back?.question);
        if (item?.outcome === 'written') expect(plain(back!.question!)).toEqual(plain(question)); // it was imported
      }),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  });

  /** Aiken has letters instead of ids. */
  const plain = (question: object) =>
    JSON.parse(JSON.stringify(question), (name, value: unknown) => (name === 'id' ? undefined : value)) as unknown;

  it('says what is lost of each question, and leaves out what would become another', () => {
    const make = (question: object) => questionSchema.parse({ id, version: 1, stem: 'Which one?', ...question });
    const options = [
      { id: 'a', text: 'this', isKey: true, feedback: 'Yes.' },
      { id: 'b', text: 'that', isKey: false, share: '1/2' },
    ];
    const { text, report } = writeAiken([
      make({ type: 'single_choice', options, shuffle: false, tags: ['x'], points: '2', hints: ['Think.'] }),
      make({ type: 'true_false', key: false }),
      make({ type: 'numeric', value: '1' }),
    ]);
    expect(text).toBe('Which one?\nA) this\nB) that\nANSWER: A\n\nWhich one?\nA) True\nB) False\nANSWER: B\n');
    expect(report.items.map(({ outcome, losses }) => [outcome, losses.length])).toEqual([
      ['written_with_loss', 6],
      ['written_with_loss', 1],
      ['left_out', 1],
    ]);
  });
});

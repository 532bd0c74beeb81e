import { describe, expect, it } from '@jest/globals';
import { questionSchema } from '#libs/contracts';
import fc from 'fast-check';

import { gradeQuestion } from '../questions.js';
import { matchesPieces, splitPattern } from './wildcard.js';

function isCorrect(accepted: string | string[], text: string, caseSensitive = false): boolean {
  const question = questionSchema.parse({
    id: '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    version: 1,
    type: 'short_text',
    stem: '?',
    accepted: [accepted].flat(),
    caseSensitive,
  });
  return gradeQuestion(question, { text }).outcome === 'correct';
}

describe('short text', () => {
  it.each([
    ['self', 'SELF'],
    ['pip install', '  pip \t\n install '],
    ['ﬁle', 'file'],
    ['self', 'ｓｅｌｆ'],
    ['café', 'cafe\u0301'],
    ['straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['print("a")', 'print(“a”)'],
    ["it's", 'it’s'],
    ['cache', 'ca\u00adche\u200b'],
    [' padded ', 'padded'],
    ['sel*', 'select'],
    ['sel*', 'sel'],
    ['*ect', 'select'],
    ['s*l*t', 'select'],
    ['git * -m *', 'git commit -m "x"'],
    ['a*', 'A\nB'],
    [String.raw`\*args`, '*args'],
    [String.raw`\d+`, String.raw`\d+`],
    ['a.c', 'a.c'],
  ])('accepts for %j the answer %j', (accepted, text) => {
    expect(isCorrect(accepted, text)).toBe(true);
  });

  it.each([
    ['self', 'selves'],
    ['self', 'it self'],
    ['sel*', 'a select'],
    ['aba*aba', 'aba'],
    ['a*b*c', 'acb'],
    ['a*bc*bc', 'abc'],
    [String.raw`\*args`, 'xargs'],
    ['a.c', 'abc'],
    ['(a+)+$', 'aaaa'],
  ])('refuses for %j the answer %j', (accepted, text) => {
    expect(isCorrect(accepted, text)).toBe(false);
  });

  it('minds the case when the question does', () => {
    expect(isCorrect('None', 'None', true)).toBe(true);
    expect(isCorrect('None', 'none', true)).toBe(false);
  });

  it('accepts any one of several spellings', () => {
    expect(isCorrect(['elif', 'else if'], 'else  if')).toBe(true);
  });

  it('accepts its own pattern with the stars taken as stars', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\\'));
        expect(isCorrect(text.replaceAll('*', String.raw`\*`), text, true)).toBe(true);
      }),
    );
  });
});

describe('matchesPieces', () => {
  it('agrees with a RegExp of the same pattern', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '[^]*')}$`).test(text);
        expect(matchesPieces(text, splitPattern(pattern))).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads hostile text once', () => {
    const text = 'a'.repeat(200_000);
    const pieces = ['', `${'a'.repeat(20_000)}b`, 'c', ''];
    const started = performance.now();
    expect(matchesPieces(text, pieces)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500); // searching again at every place takes 4e9 steps
  });
});

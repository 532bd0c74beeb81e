import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { line, oneLine, storable, textProblem } from './text.js';

describe('a line for people', () => {
  it.each([
    ['  Two   words ', 'Two words'],
    ['first\nsecond\tthird', 'first second third'],
    ['ab\u202eevil\u202c', 'ab evil'],
    ['zero\u0000', 'zero'],
    ['naïve 文 🐍', 'naïve 文 🐍'],
  ])('%j is kept as %j', (given, kept) => {
    expect(oneLine(given)).toBe(kept);
  });

  it.each(['', '   ', '\u202e', 'x'.repeat(11)])('%j is refused', (given) => {
    expect(line(10).safeParse(given).success).toBe(false);
  });
});

describe('a text that can be stored', () => {
  it.each([
    ['with NUL', 'a\0b', 'contains a NUL character'],
    ['with half a character', 'a\ud83d', 'contains half of a character (a lone surrogate)'],
    ['too long', 'x'.repeat(6), 'is longer than 5 characters'],
    ['with whole characters', 'a🐍', null],
  ])('%s: %j', (_, given, problem) => {
    expect(textProblem(given, 5)).toBe(problem);
  });

  it('is asked of every text inside a body, and each place is named', () => {
    const body = storable(z.object({ a: z.string(), list: z.array(z.object({ b: z.string().nullable() })) }));
    const parsed = body.safeParse({ a: 'x\0', list: [{ b: null }, { b: '\ud800' }] });
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([['a'], ['list', '1', 'b']]);
  });

  it('bounds how many items a list has', () => {
    const body = storable(z.object({ list: z.array(z.number()) }));
    expect(body.safeParse({ list: Array.from({ length: 500 }, () => 1) }).success).toBe(true);
    expect(body.safeParse({ list: Array.from({ length: 501 }, () => 1) }).success).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type Question, questionSchema } from '#libs/contracts';
import { questionArbitrary } from '#libs/testing';

import { sizeOf } from '../moodle/grades.js';
import { readGift } from './read-gift.js';
import { writeGift } from './write-gift.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';

const pieces = fc.constantFrom(
  'text',
  'a -> b',
  '{x}',
  '1 = 2',
  '~',
  '#',
  '####',
  '::',
  '\\',
  '\\n',
  '%50%',
  '[html]',
  '[markdown]',
  '// no comment',
  '$CATEGORY: x',
  '*em* `code`',
  '$\\frac{1}{2}$',
  '<b>',
  '&amp;',
  '\n',
  '\n\n',
  ' ',
  'ß😀',
  ']',
);
const prose = fc
  .array(pieces, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');
const words = fc
  .array(
    fc.constantFrom('word', ' ', '=', '~', '{', '}', '#', ':', '\\', '*', '->', '[html]', '[', ']', '%5%', 'T', '1'),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

/** What is the same to a learner: letters instead of ids, shares by their size, and no words for what is usual anyway. */
function essence(question: Question): unknown {
  const letters = new Map<string, string>();
  return JSON.parse(JSON.stringify({ ...question, id: '', version: 1 }), (name, value: unknown) => {
    if (name === 'share' && typeof value === 'string')
      return sizeOf(value) === 0 ? undefined : sizeOf(value).toFixed(9);
    if (name === 'floor' && typeof value === 'string') return sizeOf(value) === 0 ? undefined : sizeOf(value);
    if ((name === 'id' || name === 'match') && typeof value === 'string') {
      if (!letters.has(value)) letters.set(value, String(letters.size));
      return letters.get(value);
    }
    return value;
  });
}

function readBack(text: string) {
  return readGift(text, { newId: () => id }).items;
}

describe('writeGift', () => {
  it('writes what is read as the same question, or says what is lost', () => {
    fc.assert(
      fc.property(questionArbitrary({ prose, words }), (question) => {
        const { text, report } = writeGift([question]);
        const [item] = report.items;
        if (item?.outcome === 'left_out') {
          expect(text).toBe('');
          return;
        }
        const [back, ...others] = readBack(text);
        expect(others).toEqual([]);
        expect({ reasons: back?.reasons, key: back?.key }).toEqual({ reasons: [], key: question.id });
        expect(questionSchema.parse(back?.question)).toEqual(back?.question);
        if (item?.outcome === 'written') expect(essence(back!.question!)).toEqual(essence(question)); // it was imported
      }),
      { numRuns: Number(process.env.RUNS ?? 500) },
    );
  });
});

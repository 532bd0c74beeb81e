import { describe, expect, it } from '@jest/globals';
import { questionSchema } from '#libs/contracts';
import { aQuestion } from '#libs/testing';
import fc from 'fast-check';

import { explainAnswer, gradeQuestion, questionProblems, responseClasses, revealQuestion } from '../questions.js';
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

describe('short text with alternatives', () => {
  const question = aQuestion({
    type: 'short_text',
    accepted: ['colour', 'color'],
    alternatives: [
      { text: 'Colour', share: '0', feedback: 'In lower case here.', caseSensitive: true },
      { text: 'colo*', share: '1/2', feedback: 'Nearly.' },
      { text: 'hue', share: '1' },
    ],
    otherFeedback: 'Think of light.',
  });

  it.each([
    ['Colour', '0', 'In lower case here.'],
    ['colour', '0.5', 'Nearly.'],
    ['HUE', '1', null],
    ['shade', '0', 'Think of light.'],
  ])('lets the first that fits decide: %s earns %s', (text, score, feedback) => {
    expect(gradeQuestion(question, { text }).score.toString()).toBe(score);
    expect(explainAnswer({ question, optionOrder: [] }, { text })?.feedback).toBe(feedback);
  });

  it('falls back to what is accepted, and shows that as the key', () => {
    const plain = aQuestion({ type: 'short_text', accepted: ['ok*'], alternatives: [{ text: 'fine', share: '1' }] });
    expect(gradeQuestion(plain, { text: 'okay' }).outcome).toBe('correct');
    expect(revealQuestion({ question: plain, optionOrder: [] }).key).toEqual({ text: 'fine' });
  });

  it.each([
    [
      'nothing that earns the mark',
      { accepted: [], alternatives: [{ text: 'a', share: '1/2' }] },
      ['/accepted key_missing'],
    ],
    [
      'a share below nothing',
      { accepted: ['a'], alternatives: [{ text: 'b', share: '-1/2' }] },
      ['/alternatives/0/share share_invalid'],
    ],
    [
      'an alternative that gives everybody the mark',
      { accepted: ['a'], alternatives: [{ text: '*', share: '1' }] },
      ['/alternatives/0/text accepted_empty'],
    ],
    ['nothing: a lone star may earn a part', { accepted: ['a'], alternatives: [{ text: '*', share: '1/10' }] }, []],
    [
      'nothing: the mark may be among the alternatives',
      { accepted: [], alternatives: [{ text: 'a', share: '1' }] },
      [],
    ],
  ])('refuses %s', (_, fields, problems) => {
    const found = questionProblems(aQuestion({ type: 'short_text', ...fields }));
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(problems);
  });

  it('counts answers as it compares them', () => {
    const sensitive = aQuestion({ type: 'short_text', accepted: ['a'], caseSensitive: true });
    expect(responseClasses(question, { text: ' Hue ' })).toEqual([{ partId: '', value: 'HUE', isRight: true }]);
    expect(responseClasses(sensitive, { text: ' A' })).toEqual([{ partId: '', value: 'A', isRight: false }]);
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

  // Searching again at every place would take 4e9 steps, which no test run survives.
  it('reads hostile text once', () => {
    const text = 'a'.repeat(200_000);
    expect(matchesPieces(text, ['', `${'a'.repeat(20_000)}b`, 'c', ''])).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { questionSchema } from '#libs/contracts';
import { aQuestion } from '#libs/testing';
import fc from 'fast-check';

import { explainAnswer, gradeQuestion, questionProblems, responseClasses } from '../questions.js';
import { readNumber } from './reading.js';

function isCorrect(fields: { value: string; tolerance?: string; unit?: string }, text: string): boolean {
  const question = questionSchema.parse({
    id: '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    version: 1,
    type: 'numeric',
    stem: '?',
    ...fields,
  });
  return gradeQuestion(question, { text }).outcome === 'correct';
}

describe('numeric', () => {
  it.each([
    ['exactly', { value: '42' }, '42'],
    ['trailing zeros', { value: '42' }, ' 042.00 '],
    ['both ends of the tolerance', { value: '0.2', tolerance: '0.1' }, '0.3'],
    ['the lower end too', { value: '0.2', tolerance: '0.1' }, '0.1'],
    ['a negative value', { value: '-5' }, '-5'],
    ['a minus sign from a typographer', { value: '-5' }, '− 5'],
    ['an exponent', { value: '1000' }, '1e3'],
    ['a negative exponent', { value: '0.001' }, '1E-3'],
    ['a decimal comma', { value: '1.5' }, '1,5'],
    ['no digit before the point', { value: '0.5' }, '.5'],
    ['a ratio', { value: '0.5' }, '1/2'],
    ['thousands by comma', { value: '1000' }, '1,000'],
    ['a comma that could be either', { value: '1' }, '1,000'],
    ['millions by comma', { value: '1234567.5' }, '1,234,567.5'],
    ['thousands by blank', { value: '1000000' }, '1 000 000'],
    ['thousands by narrow blank', { value: '1000' }, '1\u202f000'],
    ['thousands by underscore', { value: '1000000' }, '1_000_000'],
    ['full-width digits', { value: '42' }, '４２'],
    ['the unit', { value: '20', unit: 'ms' }, '20 ms'],
    ['the unit without a blank', { value: '20', unit: 'ms' }, '20ms'],
    ['no unit though one is asked', { value: '20', unit: 'ms' }, '20'],
    ['a micro sign of either kind', { value: '20', unit: 'µs' }, '20 μs'],
    ['a hundred places', { value: `0.${'1'.repeat(90)}` }, `0.${'1'.repeat(90)}`],
  ])('accepts %s', (_, fields, text) => {
    expect(isCorrect(fields, text)).toBe(true);
  });

  it.each([
    ['just beyond the tolerance', { value: '0.2', tolerance: '0.1' }, '0.30000000000000000001'],
    ['another unit', { value: '20', unit: 'ms' }, '20 s'],
    ['a unit where none is asked', { value: '20' }, '20 apples'],
    ['words', { value: '20' }, 'twenty'],
    ['two numbers', { value: '20' }, '20 21'],
    ['an operator', { value: '20' }, '10+10'],
    ['infinity', { value: '20' }, 'Infinity'],
    ['hexadecimal', { value: '16' }, '0x10'],
    ['thousands in the wrong places', { value: '1000' }, '10,00,0'],
    ['a comma after a point', { value: '1.5' }, '1.5,0'],
    ['more digits than anyone types', { value: '1' }, `1.${'0'.repeat(1_000)}`],
    ['an exponent that would fill the memory', { value: '1' }, '1e999999999'],
    ['a division by zero', { value: '1' }, '1/0'],
  ])('refuses %s', (_, fields, text) => {
    expect(isCorrect(fields, text)).toBe(false);
  });

  it('reads any text in bounded time without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-.,eE/ _'), maxLength: 120 }), (text) => {
        expect(readNumber(text, {}).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('numeric with units', () => {
  const fields = {
    type: 'numeric',
    value: '2.5',
    tolerance: '0.01',
    unit: 'm',
    units: [
      { unit: 'mm', multiplier: '1000' },
      { unit: 'ft', multiplier: '3.28084' },
    ],
  };
  const optional = aQuestion(fields);
  const required = aQuestion({ ...fields, unitRule: 'required', unitPenalty: '1/4' });
  const strict = aQuestion({ ...fields, unitRule: 'required' });

  it.each([
    ['2.5', '1', '0.75', '0'],
    ['2.5 m', '1', '1', '1'],
    ['2500mm', '1', '1', '1'],
    ['2,500 mm', '1', '1', '1'],
    ['8.2 ft', '1', '1', '1'],
    ['2.5 mm', '0', '0', '0'],
    ['2.5 km', '0', '0', '0'],
  ])('%s earns %s, %s where a missing unit costs a quarter, %s where it costs all', (text, ...scores) => {
    expect([optional, required, strict].map((each) => gradeQuestion(each, { text }).score.toString())).toEqual(scores);
  });

  it('takes a relative tolerance as a share of the value', () => {
    const about = aQuestion({ type: 'numeric', value: '-200', tolerance: '0.05', toleranceKind: 'relative' });
    const outcomes = ['-190', '-210', '-189.9', '200'].map((text) => gradeQuestion(about, { text }).outcome);
    expect(outcomes).toEqual(['correct', 'correct', 'incorrect', 'incorrect']);
  });

  it('lets the first range that fits decide', () => {
    const question = aQuestion({
      type: 'numeric',
      value: '10',
      tolerance: '1',
      alternatives: [
        { value: '11', share: '1/2', feedback: 'One too many.' },
        { value: '100', tolerance: '1', share: '0', feedback: 'A digit too many.' },
      ],
      otherFeedback: 'Count again.',
    });
    const said = (text: string) => {
      const { score } = gradeQuestion(question, { text });
      return [score.toString(), explainAnswer({ question, optionOrder: [] }, { text })?.feedback];
    };
    expect(['10', '11', '10.9', '99', '5', 'ten'].map(said)).toEqual([
      ['1', null],
      ['0.5', 'One too many.'],
      ['1', null],
      ['0', 'A digit too many.'],
      ['0', 'Count again.'],
      ['0', 'Count again.'],
    ]);
    expect(responseClasses(question, { text: ' 10 ' })).toEqual([{ partId: '', value: '10', isRight: true }]);
  });

  it.each([
    [
      'a multiplier of nothing',
      { units: [{ unit: 'cm', multiplier: '0' }] },
      ['/units/0/multiplier multiplier_invalid'],
    ],
    ['a required unit that nobody named', { unitRule: 'required' }, ['/unit unit_missing']],
    ['a penalty above the mark', { unitPenalty: '2' }, ['/unitPenalty share_invalid']],
    [
      'an alternative that is no number',
      { alternatives: [{ value: 'x', share: '2' }] },
      ['/alternatives/0/value key_missing', '/alternatives/0/share share_invalid'],
    ],
  ])('refuses %s', (_, own, problems) => {
    const found = questionProblems(aQuestion({ type: 'numeric', value: '1', ...own }));
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(problems);
  });
});

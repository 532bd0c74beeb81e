import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Rational, sum } from './rational.js';

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));

describe('Rational', () => {
  it.each([
    ['1', '1'],
    ['0.25', '0.25'],
    ['-0.250', '-0.25'],
    ['+7', '7'],
    ['2/6', '1/3'],
    ['1/4', '0.25'],
    ['1e3', '1000'],
    ['12.5E-1', '1.25'],
    ['0/5', '0'],
    ['-0', '0'],
  ])('reads %s as %s', (text, exact) => {
    expect(Rational.parse(text).toString()).toBe(exact);
    expect(JSON.stringify({ score: Rational.parse(text) })).toBe(`{"score":"${exact}"}`);
  });

  it.each(['', ' 1', '1,5', '.5', '5.', '1/0', '0x10', 'NaN', 'Infinity', '1e9999', '1e99999', `1${'0'.repeat(100)}`])(
    'refuses %j',
    (text) => {
      expect(Rational.tryParse(text)).toBeNull();
      expect(() => Rational.parse(text)).toThrow(RangeError);
    },
  );

  it('refuses a denominator of zero, and division by zero', () => {
    expect(() => Rational.of(1, 0)).toThrow(RangeError);
    expect(() => Rational.one.dividedBy(Rational.zero)).toThrow(RangeError);
  });

  it('keeps the sign in the numerator', () => {
    expect(Rational.of(1, -2).toString()).toBe('-0.5');
    expect(Rational.of(-2, -4).toString()).toBe('0.5');
  });

  it('reads a double as the decimal that it prints as', () => {
    expect(Rational.fromNumber(0.1).plus(Rational.fromNumber(0.2)).equals(Rational.parse('0.3'))).toBe(true);
    expect(Rational.fromNumber(1e-7).toString()).toBe('0.0000001');
  });

  it.each([
    ['2/3', 4, '0.6667', '0.6666'],
    ['-2/3', 4, '-0.6667', '-0.6666'],
    ['0.5', 0, '1', '0'],
    ['-0.4', 0, '0', '0'],
    ['1/200', 2, '0.01', '0.00'],
    ['12', 2, '12.00', '12.00'],
  ])('writes %s with %d places as %s, cut as %s', (text, scale, rounded, cut) => {
    expect(Rational.parse(text).toDecimalString(scale)).toBe(rounded);
    expect(Rational.parse(text).toDecimalString(scale, 'down')).toBe(cut);
  });

  it('becomes a number of four places unless told otherwise', () => {
    expect(Rational.parse('1/3').toNumber()).toBe(0.3333);
    expect(Rational.parse('2/3').toNumber(2, 'down')).toBe(0.66);
  });

  it('clamps to both ends', () => {
    const clamp = (text: string) => Rational.parse(text).clamp(Rational.zero, Rational.one).toString();
    expect([clamp('-1'), clamp('0.5'), clamp('3')]).toEqual(['0', '0.5', '1']);
  });

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(
          a
            .plus(b)
            .plus(c)
            .equals(a.plus(b.plus(c))),
        ).toBe(true);
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
        expect(a.minus(b).plus(b).equals(a)).toBe(true);
        expect(a.compare(b)).toBe(b.compare(a) === 0 ? 0 : -b.compare(a));
        expect(a.isAtLeast(b)).toBe(a.compare(b) >= 0);
        expect(a.equals(Rational.zero) || b.dividedBy(a).times(a).equals(b)).toBe(true);
      }),
    );
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        expect(Rational.parse(value.toString()).equals(value)).toBe(true);
      }),
    );
  });

  it('makes a full mark of three thirds, and of every other partition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 }), (weights) => {
        const whole = weights.reduce((total, weight) => total + weight);
        const parts = weights.map((weight) => Rational.parse(`${weight}/${whole}`));
        expect(sum(parts).equals(Rational.one)).toBe(true);
      }),
    );
    expect(sum([])).toBe(Rational.zero);
  });
});

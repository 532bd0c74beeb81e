/** Longest text read as a number; more digits than anyone types, few enough to stay cheap. */
const textLengthMax = 100;
/** Covers every double, and keeps `1e999999999` from allocating a gigabyte. */
const exponentMax = 400;
const pattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?(?:\/(\d+))?$/;

/**
 * An exact fraction in lowest terms. Scores are added and compared as fractions and rounded once, when they are shown or
 * stored: three thirds make a full mark, and 4 of 5 reaches a pass mark of 0.8.
 */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    /** Always positive. */
    readonly denominator: bigint,
  ) {}

  /** The fraction `numerator / denominator`. Throws a RangeError when the denominator is zero. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    return Rational.reduced(BigInt(numerator), BigInt(denominator));
  }

  private static reduced(top: bigint, bottom: bigint): Rational {
    if (bottom === 1n) return new Rational(top, bottom);
    if (bottom === 0n) throw new RangeError('A fraction needs a denominator other than zero.');
    const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
    const sign = bottom < 0n ? -divisor : divisor;
    return new Rational(top / sign, bottom / sign);
  }

  /** Reads `1`, `-0.25`, `1e3`, `1/3` exactly. Throws a RangeError for anything else. */
  static parse(text: string): Rational {
    const parsed = Rational.tryParse(text);
    if (parsed === null) throw new RangeError(`Not a decimal or a ratio: ${JSON.stringify(text.slice(0, 40))}`);
    return parsed;
  }

  /** As `parse`, but null for text that is no number, too long, or too far from zero. */
  static tryParse(text: string): Rational | null {
    if (text === '1') return Rational.one;
    if (text === '0') return Rational.zero;
    const known = shortNumbers.get(text);
    if (known !== undefined) return known;
    const parsed = Rational.readNumber(text);
    if (parsed !== null && text.length <= shortLengthMax) remember(text, parsed);
    return parsed;
  }

  private static readNumber(text: string): Rational | null {
    const match = text.length > textLengthMax ? null : pattern.exec(text);
    if (match === null) return null;
    const [, sign, whole, decimals = '', exponent = '0', divisor = '1'] = match;
    const power = Number(exponent) - decimals.length;
    const bottom = BigInt(divisor);
    if (Math.abs(Number(exponent)) > exponentMax || bottom === 0n) return null;
    const digits = BigInt(`${whole}${decimals}`) * (sign === '-' ? -1n : 1n);
    const scale = powerOfTen(Math.abs(power));
    return power < 0 ? Rational.reduced(digits, bottom * scale) : Rational.reduced(digits * scale, bottom);
  }

  /** The decimal that a number prints as: 0.1 becomes exactly one tenth, not the nearest double. */
  static fromNumber(value: number): Rational {
    return Rational.parse(String(value));
  }

  plus(other: Rational): Rational {
    if (this.denominator === other.denominator) {
      return Rational.reduced(this.numerator + other.numerator, this.denominator);
    }
    return Rational.reduced(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    return Rational.reduced(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws a RangeError when `other` is zero. */
  dividedBy(other: Rational): Rational {
    return Rational.reduced(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  abs(): Rational {
    return this.numerator < 0n ? new Rational(-this.numerator, this.denominator) : this;
  }

  /** Negative, zero or positive as this is less than, equal to or more than `other`. */
  compare(other: Rational): -1 | 0 | 1 {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  isAtLeast(other: Rational): boolean {
    return this.compare(other) >= 0;
  }

  clamp(least: Rational, most: Rational): Rational {
    if (this.compare(least) < 0) return least;
    return this.compare(most) > 0 ? most : this;
  }

  /**
   * The decimal with exactly `scale` places, halves rounded away from zero; `down` cuts towards zero instead, for figures
   * that must not look better than they are.
   */
  toDecimalString(scale: number, rounding: 'half_up' | 'down' = 'half_up'): string {
    const unit = powerOfTen(scale);
    const size = this.abs();
    const half = rounding === 'half_up' ? size.denominator : 0n;
    const scaled = (2n * size.numerator * unit + half) / (2n * size.denominator);
    const digits = scaled.toString().padStart(scale + 1, '0');
    const sign = this.numerator < 0n && scaled > 0n ? '-' : '';
    return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  }

  /** For JSON and charts: the nearest double to the decimal with `scale` places. */
  toNumber(scale = 4, rounding: 'half_up' | 'down' = 'half_up'): number {
    return Number(this.toDecimalString(scale, rounding));
  }

  /** Exact: a decimal where one exists (`0.25`), a ratio where none does (`1/3`). `Rational.parse` reads it back. */
  toString(): string {
    if (this.denominator === 1n) return this.numerator.toString();
    const places = decimalPlaces(this.denominator);
    return places === null ? `${this.numerator}/${this.denominator}` : this.toDecimalString(places);
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Points, shares and tolerances are the same few short texts again and again; reading one takes as long as adding ten. */
const shortNumbers = new Map<string, Rational>();
const shortLengthMax = 12;
const shortNumbersMax = 2_000;

function remember(text: string, value: Rational): void {
  if (shortNumbers.size >= shortNumbersMax) shortNumbers.clear();
  shortNumbers.set(text, value);
}

/** Sum of all, zero for none. */
export function sum(values: Iterable<Rational>): Rational {
  let total = Rational.zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Powers that scores use, worked out once: raising BigInts takes most of the time of reading a decimal. */
const smallPowersOfTen = Array.from({ length: 20 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return smallPowersOfTen[exponent] ?? 10n ** BigInt(exponent);
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** Places that a decimal over this denominator needs; null when it never ends. */
function decimalPlaces(denominator: bigint): number | null {
  let rest = denominator;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

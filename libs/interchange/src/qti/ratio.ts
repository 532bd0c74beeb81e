const pattern = /^([+-]?)(\d{1,60})?(?:\.(\d{0,60}))?(?:[eE]([+-]?\d{1,3}))?$/;
const exponentMax = 60;

/** An exact fraction in lowest terms: scores of QTI are decimals, and their parts of the attainable maximum are not. */
export class Ratio {
  static readonly zero = new Ratio(0n, 1n);
  static readonly one = new Ratio(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    /** Always positive. */
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint | number, denominator: bigint | number = 1n): Ratio {
    const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
    if (bottom === 0n) throw new RangeError('A ratio needs a denominator other than zero.');
    const divisor = commonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
    return new Ratio(top / divisor, bottom / divisor);
  }

  /** Reads a decimal as XML Schema writes it, or `2/3`; null for anything else and for what is absurdly long. */
  static read(text: string): Ratio | null {
    const [whole = '', below, ...more] = text.trim().split('/');
    const top = readDecimal(whole);
    const bottom = below === undefined ? Ratio.one : readDecimal(below);
    if (more.length > 0 || top === null || bottom === null || bottom.numerator === 0n) return null;
    return top.over(bottom);
  }

  plus(other: Ratio): Ratio {
    const top = this.numerator * other.denominator + other.numerator * this.denominator;
    return Ratio.of(top, this.denominator * other.denominator);
  }

  times(other: Ratio): Ratio {
    return Ratio.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws a RangeError when `other` is zero. */
  over(other: Ratio): Ratio {
    return Ratio.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Ratio {
    return new Ratio(-this.numerator, this.denominator);
  }

  compare(other: Ratio): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }

  equals(other: Ratio): boolean {
    return this.compare(other) === 0;
  }

  isAbove(other: Ratio): boolean {
    return this.compare(other) > 0;
  }

  clamp(least: Ratio | null, most: Ratio | null): Ratio {
    if (least && least.isAbove(this)) return least;
    return most && this.isAbove(most) ? most : this;
  }

  /** A decimal where one exists, as in `0.25`; null where none ends, as for a third. */
  toDecimal(): string | null {
    const places = placesOf(this.denominator);
    if (places === null) return null;
    const size = this.numerator < 0n ? -this.numerator : this.numerator;
    const digits = ((size * 10n ** BigInt(places)) / this.denominator).toString().padStart(places + 1, '0');
    const sign = this.numerator < 0n ? '-' : '';
    return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** As the contract writes fractions: `0.25`, `1/3`. */
  toString(): string {
    return this.toDecimal() ?? `${this.numerator}/${this.denominator}`;
  }
}

export function sumOf(values: readonly Ratio[]): Ratio {
  return values.reduce((total, value) => total.plus(value), Ratio.zero);
}

export function mostOf(values: readonly Ratio[]): Ratio {
  return values.reduce((most, value) => (value.isAbove(most) ? value : most), values[0] ?? Ratio.zero);
}

function readDecimal(text: string): Ratio | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  if (whole + decimals === '' || Math.abs(Number(exponent)) > exponentMax) return null;
  const digits = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - decimals.length;
  return power < 0 ? Ratio.of(digits, 10n ** BigInt(-power)) : Ratio.of(digits * 10n ** BigInt(power));
}

function commonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}

/** Places that a decimal over this denominator needs; null when it never ends. */
function placesOf(denominator: bigint): number | null {
  let [rest, twos, fives] = [denominator, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** An exact decimal: `digits` divided by ten to the power of `scale`. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Longer numbers, or larger exponents, are no measurements. */
const lengthMax = 60;
const exponentMax = 100;
const number = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d{1,3}))?$/;

function decimalOf(text: string): Decimal | null {
  const [all, sign, whole = '', after = '', only = '', exponent = '0'] = number.exec(text) ?? [];
  if (all === undefined || all.length > lengthMax || Math.abs(Number(exponent)) > exponentMax) return null;
  const decimals = after + only;
  const digits = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  return scaled({ digits, scale: decimals.length - Number(exponent) }, 0);
}

/** The same number with `scale` places at least. */
function scaled({ digits, scale }: Decimal, least: number): Decimal {
  return scale >= least ? { digits, scale } : { digits: digits * 10n ** BigInt(least - scale), scale: least };
}

function written({ digits, scale }: Decimal): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const decimals = size.slice(size.length - scale).replace(/0+$/, '');
  const whole = size.slice(0, size.length - scale);
  return `${digits < 0n ? '-' : ''}${whole}${decimals === '' || scale === 0 ? '' : `.${decimals}`}`;
}

/** A number in the plain form `-12.5`; null for what is no number. */
export function plainDecimal(text: string): string | null {
  const decimal = decimalOf(text);
  return decimal && written(decimal);
}

/** The exact decimal of a ratio such as `1/8`; null where it has no end, as that of `1/3`. */
export function decimalOfRatio(text: string): string | null {
  const [top = '', bottom] = text.split('/');
  if (bottom === undefined) return plainDecimal(top);
  const value = decimalOf(top);
  const divisor = /^\d{1,30}$/.test(bottom) ? BigInt(bottom) : 0n;
  if (!value || divisor === 0n) return null;
  for (let places = 0; places <= lengthMax; places++) {
    const digits = value.digits * 10n ** BigInt(places);
    if (digits % divisor === 0n) return written({ digits: digits / divisor, scale: value.scale + places });
  }
  return null;
}

/** The product of two decimals. */
export function product(one: string, other: string): string | null {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  return a && b && written({ digits: a.digits * b.digits, scale: a.scale + b.scale });
}

/** The middle of a range and half of its width; null unless both ends are numbers, the lesser one first. */
export function middleOf(least: string, most: string): { readonly value: string; readonly tolerance: string } | null {
  const [a, b] = [decimalOf(least), decimalOf(most)];
  if (!a || !b) return null;
  const scale = Math.max(a.scale, b.scale);
  const [from, to] = [scaled(a, scale).digits, scaled(b, scale).digits];
  if (to < from) return null;
  // Half of a number is five times a tenth of it.
  return {
    value: written({ digits: (from + to) * 5n, scale: scale + 1 }),
    tolerance: written({ digits: (to - from) * 5n, scale: scale + 1 }),
  };
}

interface Range {
  readonly value: string;
  readonly tolerance: string;
}

/** Whether some number is within both ranges. */
export function overlap(one: Range, other: Range): boolean {
  const numbers = [one.value, other.value, one.tolerance, other.tolerance].map(decimalOf);
  const scale = Math.max(...numbers.map((each) => each?.scale ?? 0));
  const [a = 0n, b = 0n, ...rooms] = numbers.map((each) => (each ? scaled(each, scale).digits : 0n));
  const distance = a > b ? a - b : b - a;
  return rooms.reduce((sum, room) => sum + room, 0n) >= distance;
}

import { Rational } from '../../rational.js';
import { fold } from '../short-text/fold.js';

/** Longest numeric answer worth reading. */
const lengthMax = 100;

/** A number that a learner may have meant, in the unit of the key. */
export interface Reading {
  readonly value: Rational;
  readonly hasUnit: boolean;
}

interface Units {
  readonly unit?: string | undefined;
  readonly units?: readonly { readonly unit: string; readonly multiplier: string }[] | undefined;
}

/**
 * The numbers that a learner may have meant. One, as a rule; none when the text is no number or names another unit. `1,000` is
 * read both as a thousand and as one point zero: where a learner comes from is not what is asked.
 */
export function readNumber(text: string, { unit, units = [] }: Units): Reading[] {
  if (text.length > lengthMax) return [];
  const folded = fold(text);
  const known = [{ name: unit === undefined ? '' : fold(unit), multiplier: Rational.one }, ...units.map(knownUnit)]
    .filter(({ name }) => name !== '' && folded.endsWith(name))
    // Of `m` and `mm`, the longer one that fits is the one that was typed.
    .sort((left, right) => right.name.length - left.name.length);
  const [typed] = known;
  if (typed === undefined) return valuesOf(folded).map((value) => ({ value, hasUnit: false }));
  const number = folded.slice(0, -typed.name.length).trimEnd();
  return valuesOf(number).map((value) => ({ value: value.dividedBy(typed.multiplier), hasUnit: true }));
}

function knownUnit({ unit, multiplier }: { unit: string; multiplier: string }) {
  return { name: fold(unit), multiplier: Rational.parse(multiplier) };
}

function valuesOf(text: string): Rational[] {
  // Most answers are written plainly, and grading reads many.
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return [Rational.parse(text)];
  const number = text
    .replace(/\u2212/g, '-')
    .replace(/(?<=\d)[ _'](?=\d{3}(?!\d))/g, '')
    .replace(/^([+-]) /, '$1')
    .replace(/^([+-]?)(?=[.,]\d)/, '$10');
  return spellings(number)
    .map((spelling) => Rational.tryParse(spelling))
    .filter((value) => value !== null);
}

/** The text with its commas understood: as decimal sign, as separator of thousands, or as either. */
function spellings(number: string): string[] {
  if (!number.includes(',')) return [number];
  const asDecimal = /^[^,.]*,[^,.]*$/.test(number) ? [number.replace(',', '.')] : [];
  const asThousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+(?![\d,])/.test(number) ? [number.replaceAll(',', '')] : [];
  return [...asDecimal, ...asThousands];
}

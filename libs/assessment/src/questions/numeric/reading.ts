import { Rational } from '../../rational.js';
import { fold } from '../short-text/fold.js';

/** Longest numeric answer worth reading. */
const lengthMax = 100;

/**
 * The numbers that a learner may have meant. One, as a rule; none when the text is no number or names another unit. `1,000` is
 * read both as a thousand and as one point zero: where a learner comes from is not what is asked.
 */
export function readNumber(text: string, unit: string | undefined): Rational[] {
  if (text.length > lengthMax) return [];
  const number = withoutUnit(fold(text), fold(unit ?? ''))
    .replace(/\u2212/g, '-')
    .replace(/(?<=\d)[ _'](?=\d{3}(?!\d))/g, '')
    .replace(/^([+-]) /, '$1')
    .replace(/^([+-]?)(?=[.,]\d)/, '$10');
  return spellings(number)
    .map((spelling) => Rational.tryParse(spelling))
    .filter((value) => value !== null);
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;
}

/** The text with its commas understood: as decimal sign, as separator of thousands, or as either. */
function spellings(number: string): string[] {
  if (!number.includes(',')) return [number];
  const asDecimal = /^[^,.]*,[^,.]*$/.test(number) ? [number.replace(',', '.')] : [];
  const asThousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+(?![\d,])/.test(number) ? [number.replaceAll(',', '')] : [];
  return [...asDecimal, ...asThousands];
}

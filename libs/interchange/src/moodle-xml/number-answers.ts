import type { Question } from '#libs/contracts';

import { Ratio } from '../qti/ratio.js';

type Numeric = Extract<Question, { type: 'numeric' }>;

/** One answer of a numerical question or gap, in the order in which Moodle tries them. */
export interface NumberAnswer {
  readonly value: string;
  readonly tolerance: string;
  readonly share: string;
  readonly feedback?: string | undefined;
}

/** What a number is held against; the fields of a question or of a gap. */
export type NumberKey = Pick<Numeric, 'value' | 'tolerance' | 'alternatives'>;

/**
 * The key that gives each answer what Moodle gives it, or null when none earns the whole mark. Moodle takes the first range that
 * fits, ours tries alternatives first: a right answer that shares a range with one after it, or has feedback, is one of them too.
 */
export function numberKeyOf(answers: readonly NumberAnswer[]): NumberKey | null {
  const right = answers.find(({ share }) => share === '1');
  if (!right) return null;
  const place = answers.indexOf(right);
  const isApart = !right.feedback && !answers.slice(place + 1).some((later) => overlaps(right, later));
  const others = answers.filter((answer) => answer !== right);
  const alternatives = (isApart ? others : answers).map(({ value, tolerance, share, feedback }) => ({
    value,
    tolerance,
    share,
    ...(feedback && { feedback }),
  }));
  return { value: right.value, tolerance: right.tolerance, ...(alternatives.length > 0 && { alternatives }) };
}

/** The answers in the order in which they are tried. The key itself is left out where an alternative says the same. */
export function answersOfNumberKey({ value, tolerance, alternatives = [] }: NumberKey): NumberAnswer[] {
  const isSaid = alternatives.some(
    (other) => other.share === '1' && other.value === value && other.tolerance === tolerance,
  );
  return isSaid ? [...alternatives] : [...alternatives, { value, tolerance, share: '1' }];
}

function overlaps(one: NumberAnswer, other: NumberAnswer): boolean {
  const [at, reach] = [numberOf(one.value), numberOf(one.tolerance)];
  const difference = at.plus(numberOf(other.value).negated());
  const distance = Ratio.zero.isAbove(difference) ? difference.negated() : difference;
  return !distance.isAbove(reach.plus(numberOf(other.tolerance)));
}

/** A number as the contract writes it, such as `0.00001` for `1.0E-5`; null for what is none. */
export function exactNumber(text: string): string | null {
  return Ratio.read(text.trim().replace(/^\./, '0.').replace(',', '.'))?.toString() ?? null;
}

function numberOf(text: string): Ratio {
  return Ratio.read(text) ?? Ratio.zero;
}

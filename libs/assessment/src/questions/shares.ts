import type { Problem } from '../problem.js';
import { Rational, sum } from '../rational.js';
import type { Outcome } from './paper-question.js';
import type { AnswerGrade, PartGrade } from './question-rules.js';

const minusOne = Rational.of(-1);

export function outcomeOf(share: Rational): Outcome {
  if (share.isAtLeast(Rational.one)) return 'correct';
  return share.compare(Rational.zero) > 0 ? 'partial' : 'incorrect';
}

/** All of the mark or nothing, and no more to say. */
export function allOrNothing(isRight: boolean): AnswerGrade {
  return { share: isRight ? Rational.one : Rational.zero, parts: [], feedback: null };
}

/** The weighted mean of the parts; under `all_or_nothing` the whole mark, or nothing unless every part is right. */
export function shareOfParts(
  parts: readonly PartGrade[],
  scoring: 'per_part' | 'all_or_nothing',
  weights: readonly Rational[] = parts.map(() => Rational.one),
): Rational {
  if (scoring === 'all_or_nothing') {
    return parts.every((part) => part.outcome === 'correct') ? Rational.one : Rational.zero;
  }
  const earned = sum(parts.map((part, index) => part.share.times(weights[index] ?? Rational.one)));
  return earned.dividedBy(sum(weights));
}

/** A share as an author wrote it, which must be a number from `least` to 1. */
export function shareProblems(share: string | undefined, pointer: string, least: Rational = minusOne): Problem[] {
  if (share === undefined) return [];
  const value = Rational.tryParse(share);
  if (value !== null && value.isAtLeast(least) && Rational.one.isAtLeast(value)) return [];
  const detail = `The share must be a number from ${least.toString()} to 1, such as 1/2.`;
  return [{ pointer, code: 'share_invalid', detail }];
}

/** The least share that a question can cost: 0 unless its author said otherwise. */
export function floorOf(floor: string | undefined): Rational {
  return floor === undefined ? Rational.zero : Rational.parse(floor);
}

export function floorProblems(floor: string | undefined): Problem[] {
  if (floor === undefined) return [];
  const value = Rational.tryParse(floor);
  const isSound = value !== null && value.isAtLeast(minusOne) && Rational.zero.isAtLeast(value);
  if (isSound) return [];
  return [{ pointer: '/floor', code: 'floor_invalid', detail: 'The floor must be a number from -1 to 0.' }];
}

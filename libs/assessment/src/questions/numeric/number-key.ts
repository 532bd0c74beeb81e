import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import { shareProblems } from '../shares.js';
import type { Match } from '../short-text/text-key.js';
import { type Reading, readNumber } from './reading.js';

/** What a number is held against, in a question or in a gap. */
export interface NumberKey {
  readonly value: string;
  readonly tolerance: string;
  readonly toleranceKind?: 'absolute' | 'relative' | undefined;
  readonly unit?: string | undefined;
  readonly units?: readonly { readonly unit: string; readonly multiplier: string }[] | undefined;
  readonly unitRule?: 'optional' | 'required' | undefined;
  readonly unitPenalty?: string | undefined;
  readonly alternatives?:
    | readonly {
        readonly value: string;
        readonly tolerance: string;
        readonly share: string;
        readonly feedback?: string | undefined;
      }[]
    | undefined;
  readonly otherFeedback?: string | undefined;
}

type Range = Pick<NumberKey, 'value' | 'tolerance'>;

/** The first range that one of the readings is in: alternatives in their order, then the key itself. */
export function matchNumber(key: NumberKey, text: string): Match {
  const readings = readNumber(text, key);
  for (const { share, feedback, ...range } of key.alternatives ?? []) {
    const within = readings.find((reading) => isWithin(reading, range, key));
    if (within !== undefined) {
      return { share: lessUnit(Rational.parse(share), within, key), feedback: feedback ?? null };
    }
  }
  const within = readings.find((reading) => isWithin(reading, key, key));
  if (within !== undefined) return { share: lessUnit(Rational.one, within, key), feedback: null };
  return { share: Rational.zero, feedback: key.otherFeedback ?? null };
}

/** Both ends included. Exact: 0.3 is within 0.1 of 0.2. */
function isWithin({ value: given }: Reading, range: Range, { toleranceKind }: NumberKey): boolean {
  const value = Rational.parse(range.value);
  const tolerance = Rational.parse(range.tolerance);
  const most = toleranceKind === 'relative' ? tolerance.times(value.abs()) : tolerance;
  return most.isAtLeast(given.minus(value).abs());
}

function lessUnit(share: Rational, reading: Reading, { unitRule, unitPenalty }: NumberKey): Rational {
  if (unitRule !== 'required' || reading.hasUnit) return share;
  const penalty = unitPenalty === undefined ? Rational.one : Rational.parse(unitPenalty);
  return share.minus(penalty).clamp(Rational.zero, Rational.one);
}

export function numberKeyProblems(key: NumberKey): Problem[] {
  return [
    ...rangeProblems(key, ''),
    ...(key.alternatives ?? []).flatMap((alternative, index) => [
      ...rangeProblems(alternative, `/alternatives/${index}`),
      ...shareProblems(alternative.share, `/alternatives/${index}/share`, Rational.zero),
    ]),
    ...unitProblems(key),
  ];
}

function rangeProblems({ value, tolerance }: Range, pointer: string): Problem[] {
  const problems: Problem[] = [];
  const room = Rational.tryParse(tolerance);
  if (Rational.tryParse(value) === null) {
    problems.push({ pointer: `${pointer}/value`, code: 'key_missing', detail: 'The right value is not a number.' });
  }
  if (room === null || room.compare(Rational.zero) < 0) {
    const detail = 'The tolerance must be a number, zero or more.';
    problems.push({ pointer: `${pointer}/tolerance`, code: 'tolerance_invalid', detail });
  }
  return problems;
}

function unitProblems({ unit, units = [], unitRule, unitPenalty }: NumberKey): Problem[] {
  const problems = shareProblems(unitPenalty, '/unitPenalty', Rational.zero);
  for (const [index, { multiplier }] of units.entries()) {
    const factor = Rational.tryParse(multiplier);
    if (factor !== null && factor.compare(Rational.zero) > 0) continue;
    const detail = 'The multiplier must be a number above zero: how many of this unit make one of the first.';
    problems.push({ pointer: `/units/${index}/multiplier`, code: 'multiplier_invalid', detail });
  }
  const hasUnit = (unit ?? '').trim() !== '' || units.length > 0;
  if (unitRule === 'required' && !hasUnit) {
    problems.push({ pointer: '/unit', code: 'unit_missing', detail: 'A unit is required, but none is named.' });
  }
  return problems;
}

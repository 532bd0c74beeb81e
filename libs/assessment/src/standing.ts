import type { Policy } from '#libs/contracts';

import { Rational } from './rational.js';
import { unreachable } from './unreachable.js';

/** What counts of one graded attempt. */
export interface Result {
  /** 0 to 100, four places, as `Grade` has it. */
  readonly percent: number;
  readonly hasPassed: boolean;
  readonly gradedAt: Date;
}

/** Where a learner stands in a section. */
export interface SectionStanding {
  /** The grade of the section; null before the first graded attempt. */
  readonly percent: number | null;
  /** When the grade first reached the pass mark. What was passed stays passed: later attempts cost nobody a badge. */
  readonly passedAt: Date | null;
}

/**
 * The grade of a section from its graded attempts, in the order of their numbers and voided ones left out. Under `mean` the
 * section is passed when the mean so far reaches the pass mark; under the other rules when the attempt that counts has passed.
 */
export function sectionStanding(
  results: readonly Result[],
  { aggregation, passMark }: Pick<Policy, 'aggregation' | 'passMark'>,
): SectionStanding {
  let standing: SectionStanding = { percent: null, passedAt: null };
  let total = Rational.zero;
  for (const [index, result] of results.entries()) {
    total = total.plus(Rational.fromNumber(result.percent));
    const mean = total.dividedBy(Rational.of(index + 1));
    const percent = aggregated(standing.percent, result.percent, { aggregation, mean });
    const hasPassed =
      aggregation === 'mean'
        ? mean.isAtLeast(Rational.fromNumber(passMark).times(Rational.of(100)))
        : result.hasPassed && (aggregation !== 'first' || index === 0);
    standing = { percent, passedAt: standing.passedAt ?? (hasPassed ? result.gradedAt : null) };
  }
  return standing;
}

function aggregated(
  before: number | null,
  percent: number,
  { aggregation, mean }: { aggregation: Policy['aggregation']; mean: Rational },
): number {
  switch (aggregation) {
    case 'best':
      return Math.max(before ?? 0, percent);
    case 'latest':
      return percent;
    case 'first':
      return before ?? percent;
    case 'mean':
      return mean.toNumber(4, 'down');
    default:
      return unreachable('aggregation', aggregation);
  }
}

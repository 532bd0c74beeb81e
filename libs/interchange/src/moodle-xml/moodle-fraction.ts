import { nearestGrade, percentOf, sizeOf } from '../moodle/grades.js';
import { Ratio } from '../qti/ratio.js';

export interface ListedShare {
  /** As the contract writes it, such as `-1/3`. */
  readonly share: string;
  /** As Moodle writes it, such as `-33.33333`. */
  readonly percent: string;
  /** Whether it is what was asked for: on the way in but for rounding, on the way out to the last digit. */
  readonly isExact: boolean;
}

/** The share that Moodle knows and that is nearest to a percentage; null for what is no number. */
export function listedPercent(text: string): ListedShare | null {
  const percent = Ratio.read(text.replace(',', '.'));
  if (percent === null) return null;
  const { share, isKnown } = nearestGrade(sizeOf(percent.toString()) / 100);
  return { share, percent: percentOf(share), isExact: isKnown };
}

/** The share that Moodle knows and that is nearest to one of ours; null for what is no number. */
export function listedShare(text: string): ListedShare | null {
  const own = Ratio.read(text);
  if (own === null) return null;
  const { share } = nearestGrade(sizeOf(own.toString()));
  // 0.33333 is as good as a third to Moodle, but comes back as one.
  return { share, percent: percentOf(share), isExact: Ratio.read(share)?.equals(own) === true };
}

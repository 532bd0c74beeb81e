/** The shares that Moodle knows, besides 0; each may also be negative. Thirds are thirds, whatever decimals the file has. */
const shares = [
  '1',
  '0.9',
  '5/6',
  '0.8',
  '0.75',
  '0.7',
  '2/3',
  '0.6',
  '0.5',
  '0.4',
  '1/3',
  '0.3',
  '0.25',
  '0.2',
  '1/6',
  '1/7',
  '0.125',
  '1/9',
  '0.1',
  '0.05',
  '0',
] as const;

/** What becomes of a grade that Moodle does not know: refuse it, or take the nearest. */
export type GradeMode = 'error' | 'nearest';

/** Moodle's own measure for the same grade: five decimals are enough to tell a third. */
const sameWithin = 0.000_01;

/** The size of a share such as `-1/3`. */
export function sizeOf(share: string): number {
  const [top = '', bottom = '1'] = share.split('/');
  return Number(top) / Number(bottom);
}

export interface Grade {
  /** Exact. */
  readonly share: string;
  /** Whether the number stands for this share, or only lies nearest to it. */
  readonly isKnown: boolean;
}

const sizes: readonly (readonly [string, number])[] = shares.map((share) => [share, sizeOf(share)]);

/** The known share nearest to a number from -1 to 1: 0.3333333 is 1/3. Of two that are as near, the greater. */
export function nearestGrade(size: number): Grade {
  const distance = (known: number) => Math.abs(known - Math.abs(size));
  const [share, known] = sizes.reduce((best, each) => (distance(each[1]) < distance(best[1]) ? each : best));
  return { share: size < 0 && share !== '0' ? `-${share}` : share, isKnown: distance(known) < sameWithin };
}

/** A share as Moodle writes it in percent: `33.33333`. */
export function percentOf(share: string): string {
  return String(Number((sizeOf(share) * 100).toFixed(5)));
}

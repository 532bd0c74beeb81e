import type { StoredGrade } from '../attempts/ending.js';
import type { Consequences } from './consequences.js';

const names = [
  'attempts',
  'regraded',
  'changed',
  'waiting',
  'scoreUp',
  'scoreDown',
  'learners',
  'passesGained',
  'passesLost',
  'badgesIssued',
  'badgesReinstated',
  'badgesSuspended',
  'badgesKept',
  'certificatesIssued',
  'certificatesReinstated',
  'certificatesSuspended',
  'certificatesKept',
  'unlocksGained',
  'unlocksLost',
] as const;

/** What a regrade does, in numbers. */
export type Counts = Readonly<Record<(typeof names)[number], number>>;

export const noCounts = Object.fromEntries(names.map((name) => [name, 0])) as Counts; // as: every name is there

/** Stored counts may be of a time when fewer things were counted. */
export function readCounts(stored: Partial<Counts>): Counts {
  return { ...noCounts, ...stored };
}

export function sumOf(counts: readonly Partial<Counts>[]): Counts {
  const total = { ...noCounts };
  for (const each of counts) for (const name of names) total[name] += each[name] ?? 0;
  return total;
}

export interface GradeChange {
  /** Null where the attempt waited for marks. */
  readonly before: StoredGrade | null;
  readonly after: StoredGrade;
}

/** Whether a learner would see any difference. */
export function isVisible({ before, after }: GradeChange): boolean {
  return (
    before === null ||
    directionOf({ before, after }) !== 0 ||
    Number(before.scoreMax) !== Number(after.scoreMax) ||
    before.hasPassed !== after.hasPassed
  );
}

/** Up or down is told by the percentage, which a dropped question leaves comparable, and by the score where that is equal. */
export function directionOf({ before, after }: GradeChange): number {
  if (before === null) return 0;
  return Math.sign(after.percent - before.percent) || Math.sign(Number(after.score) - Number(before.score));
}

export function countsOfGrade(change: GradeChange): Partial<Counts> {
  const direction = directionOf(change);
  return {
    regraded: 1,
    changed: Number(isVisible(change)),
    scoreUp: Number(direction > 0),
    scoreDown: Number(direction < 0),
  };
}

export function countsOfConsequences({ section, badge, certificate, unlocks }: Consequences): Partial<Counts> {
  return {
    learners: 1,
    passesGained: Number(section === 'passed'),
    passesLost: Number(section === 'lost'),
    badgesIssued: Number(badge === 'issue'),
    badgesReinstated: Number(badge === 'reinstate'),
    badgesSuspended: Number(badge === 'suspend'),
    badgesKept: Number(badge === 'keep'),
    certificatesIssued: Number(certificate === 'issue'),
    certificatesReinstated: Number(certificate === 'reinstate'),
    certificatesSuspended: Number(certificate === 'suspend'),
    certificatesKept: Number(certificate === 'keep'),
    unlocksGained: unlocks.filter(({ effect }) => effect === 'gained').length,
    unlocksLost: unlocks.filter(({ effect }) => effect === 'lost').length,
  };
}

import type { Outcome, PaperPlace } from '#libs/assessment';

import type { StoredGrade } from '../attempts/ending.js';
import {
  type Circumstances,
  type Consequences,
  consequencesOf,
  type Regraded,
  type Rule,
  type Surroundings,
} from './consequences.js';
import { type Counts, countsOfConsequences, countsOfGrade, isVisible, sumOf } from './counts.js';
import type { GradedAnswer, RegradedAnswer, RegradedPaper } from './regrade.js';

/** An attempt of the section as it is stored. */
export interface BatchAttempt {
  id: string;
  learnerId: string;
  publication: number;
  number: number;
  state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  version: number;
  endedBy: 'submitted' | 'expired' | null;
  gradedAt: Date | null;
  score: string | null;
  scoreMax: string | null;
  percent: number | null;
  hasPassed: boolean | null;
  /** Null where the question is not on the paper in one of the versions, or the attempt has not ended. */
  places: PaperPlace[] | null;
  responses: (GradedAnswer & { outcome: Outcome | null })[] | null;
}

/** One attempt that comes out of the regrade with something to be written. */
export interface AttemptChange {
  readonly attempt: BatchAttempt;
  readonly response: RegradedAnswer;
  readonly before: StoredGrade | null;
  /** Null while other answers of the attempt wait for a mark. */
  readonly after: StoredGrade | null;
  /** Beside the newest regraded attempt of the learner only. */
  readonly consequences: Consequences | null;
}

export interface LearnerChange {
  readonly learnerId: string;
  readonly rule: Rule;
  readonly keepsPass: boolean;
  readonly changes: readonly AttemptChange[];
  readonly counts: Counts;
}

/** An attempt with what the regrade makes of its paper. */
export interface Judged {
  readonly attempt: BatchAttempt;
  readonly paper: RegradedPaper;
}

/** All attempts of one learner in the section, by number. */
export function changesOf(
  judged: readonly Judged[],
  circumstances: Circumstances,
  { now, ...surroundings }: Surroundings & { readonly now: Date },
): Omit<LearnerChange, 'learnerId'> {
  const consequences = consequencesOf(resultsOf(judged, now), circumstances, surroundings);
  const newest = judged.findLastIndex(({ paper }) => paper.outcome === 'regraded' && paper.grade !== null);
  const changes = judged.flatMap(({ attempt, paper }, at): AttemptChange[] => {
    if (paper.outcome !== 'regraded') return [];
    const { response, grade } = paper;
    const mine = at === newest ? consequences : null;
    return [{ attempt, response, before: gradeOf(attempt), after: grade, consequences: mine }];
  });
  const counts = sumOf(changes.map(countsOfChange));
  return { rule: surroundings.rule, keepsPass: consequences.keepsPass, changes, counts };
}

/** Whether the change is worth a line: what a learner would not notice is none. */
export function isListed({ before, after, consequences }: AttemptChange): boolean {
  if (after === null) return false;
  return isVisible({ before, after }) || (consequences !== null && hasEffect(consequences));
}

function hasEffect({ section, badge, certificate, unlocks }: Consequences): boolean {
  return section !== 'none' || badge !== 'none' || certificate !== 'none' || unlocks.length > 0;
}

export function isRegraded({ paper }: Judged): boolean {
  return paper.outcome === 'regraded';
}

export function countsOfPaper({ paper }: Judged): Partial<Counts> {
  return { attempts: Number(paper.outcome !== 'absent'), waiting: Number(paper.outcome === 'would_wait') };
}

function countsOfChange(change: AttemptChange): Partial<Counts> {
  const { before, after, consequences } = change;
  if (after === null) return { regraded: 1 };
  const ofGrade = countsOfGrade({ before, after });
  return consequences === null ? ofGrade : sumOf([ofGrade, countsOfConsequences(consequences)]);
}

function resultsOf(judged: readonly Judged[], now: Date): Regraded[] {
  return judged.flatMap(({ attempt, paper }): Regraded[] => {
    const gradedAt = attempt.gradedAt ?? now;
    const before = gradeOf(attempt);
    const after = paper.outcome === 'regraded' ? paper.grade : before;
    return after === null ? [] : [{ before: before && { ...before, gradedAt }, after: { ...after, gradedAt } }];
  });
}

function gradeOf({ state, score, scoreMax, percent, hasPassed }: BatchAttempt): StoredGrade | null {
  if (state !== 'graded' || score === null || scoreMax === null || percent === null) return null;
  return { score, scoreMax, percent, hasPassed: hasPassed ?? false };
}

import { type Result, sectionStanding } from '#libs/assessment';
import type { Policy } from '#libs/contracts';

import {
  type CredentialEffect,
  effectOf,
  type Held,
  verdictOnBadge,
  verdictOnCertificate,
} from '../credentials/achievement.js';

export interface Rule {
  readonly aggregation: Policy['aggregation'];
  readonly passMark: number;
}

/** A graded attempt before and after; null before where only the regrade leaves nothing to be marked. */
export interface Regraded {
  readonly before: Result | null;
  readonly after: Result;
}

export interface SectionOutline {
  readonly sectionId: string;
  readonly title: string;
  readonly isRequired: boolean;
  readonly prerequisites: readonly string[];
}

/** What is true of a learner before a regrade. */
export interface Circumstances {
  /** Sections of the course that are passed. */
  readonly passed: readonly string[];
  readonly badge: Held;
  readonly certificate: Held;
}

export interface Unlock {
  readonly sectionId: string;
  readonly title: string;
  readonly effect: 'gained' | 'lost';
}

/** What a regrade means for one learner, beyond the scores. */
export interface Consequences {
  readonly section: 'none' | 'passed' | 'lost';
  readonly badge: CredentialEffect;
  readonly certificate: CredentialEffect;
  readonly unlocks: readonly Unlock[];
  /** Passed by a rule that held before: nothing that this regrade changes could take it away. */
  readonly keepsPass: boolean;
}

export interface Surroundings {
  readonly sectionId: string;
  readonly rule: Rule;
  /** The sections of the live publication. */
  readonly outline: readonly SectionOutline[];
  readonly onLoss: 'suspend' | 'keep';
}

/** All graded attempts of the learner in the section, by number. The same for a dry run and for the regrade itself. */
export function consequencesOf(
  attempts: readonly Regraded[],
  { passed, badge, certificate }: Circumstances,
  { sectionId, rule, outline, onLoss }: Surroundings,
): Consequences {
  const before = attempts.flatMap((attempt) => attempt.before ?? []);
  const after = attempts.map((attempt) => attempt.after);
  const wasPassed = passed.includes(sectionId);
  const keepsPass = wasPassed && sectionStanding(before, rule).passedAt === null;
  const isPassed = keepsPass || sectionStanding(after, rule).passedAt !== null;
  const others = passed.filter((section) => section !== sectionId);
  const passedAfter = isPassed ? [...others, sectionId] : others;
  const required = outline.filter((section) => section.isRequired).map((section) => section.sectionId);
  const standing = { passed: passedAfter, required };
  const occasion = { cause: 'regraded' as const, onLoss };
  return {
    section: isPassed === wasPassed ? 'none' : isPassed ? 'passed' : 'lost',
    badge: effectOf(verdictOnBadge(standing, sectionId), badge, occasion),
    certificate: effectOf(verdictOnCertificate(standing, sectionId), certificate, occasion),
    unlocks: isPassed === wasPassed ? [] : unlocksOf(outline, passedAfter, sectionId),
    keepsPass,
  };
}

/** Sections that open or close with this one. What is passed itself stays open; attempts that run are never cut short. */
function unlocksOf(outline: readonly SectionOutline[], passed: readonly string[], sectionId: string): Unlock[] {
  const effect = passed.includes(sectionId) ? ('gained' as const) : ('lost' as const);
  return outline
    .filter((section) => section.prerequisites.includes(sectionId) && !passed.includes(section.sectionId))
    .filter((section) => section.prerequisites.every((needed) => needed === sectionId || passed.includes(needed)))
    .map((section) => ({ sectionId: section.sectionId, title: section.title, effect }));
}

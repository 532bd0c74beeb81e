import { type Accommodation, eligibility, type PastAttempt, type Reason, reviewFor } from '#libs/assessment';
import type { PublishedSection } from '#libs/contracts';

/** What the rows know of a learner and one section. */
export interface SectionFacts {
  readonly sectionId: string;
  /** Of the attempt that makes the grade; null where a mean does. */
  readonly score: number | null;
  readonly scoreMax: number | null;
  /** The grade of the section, by the rule of its policy. */
  readonly percent: number | null;
  readonly hasPassed: boolean;
  readonly lastActivityAt: string | null;
  readonly openAttemptId: string | null;
  readonly credentialId: string | null;
  readonly attempts: readonly PastAttempt[];
}

export interface CourseFacts {
  readonly courseId: string;
  readonly certificateId: string | null;
  readonly accommodation: Required<Accommodation>;
  readonly sections: ReadonlyMap<string, SectionFacts>;
  /** By section id, where a cohort of theirs says so. Nothing is locked by it. */
  readonly dueDates: ReadonlyMap<string, string>;
}

type Titles = ReadonlyMap<string, string>;

/** How far a learner is in a course, and for each section whether it can be worked on now, and if not, why and until when. */
export function courseProgress(sections: readonly PublishedSection[], facts: CourseFacts, now: Date) {
  const titles = new Map(sections.map((section) => [section.sectionId, section.title]));
  const shown = sections.map((section) => sectionProgress(section, { facts, titles }, now));
  const required = new Set(sections.filter((section) => section.isRequired).map((section) => section.sectionId));
  const isPassed = (section: (typeof shown)[number]) => section.state === 'passed';
  return {
    courseId: facts.courseId,
    sectionsPassed: shown.filter((section) => required.has(section.sectionId) && isPassed(section)).length,
    sectionsRequired: required.size,
    certificateId: facts.certificateId,
    accommodation: facts.accommodation,
    nextSectionId: shown.find(({ state }) => state === 'open' || state === 'in_progress')?.sectionId ?? null,
    sections: shown,
  };
}

function sectionProgress(section: PublishedSection, known: { facts: CourseFacts; titles: Titles }, now: Date) {
  const { sectionId, policy } = section;
  const facts = known.facts.sections.get(sectionId) ?? untouched(sectionId);
  const { reasons, attemptsLeft } = eligibility({
    policy,
    pastAttempts: facts.attempts,
    accommodation: known.facts.accommodation,
    prerequisites: prerequisitesOf(section, known),
    now,
  });
  const { showsScore } = reviewFor(policy, { state: 'graded', hasPassedSection: facts.hasPassed, now });
  return {
    sectionId,
    state: stateOf(facts, reasons),
    // With an attempt open nothing stands in the way of going on with it.
    reasons: facts.openAttemptId === null ? reasons.map(inWords) : [],
    aggregation: policy.aggregation,
    score: showsScore ? facts.score : null,
    scoreMax: showsScore ? facts.scoreMax : null,
    percent: showsScore ? facts.percent : null,
    waitingForMarks: facts.attempts.filter((attempt) => attempt.state === 'submitted').length,
    attemptsUsed: facts.attempts.filter((attempt) => attempt.state !== 'voided').length,
    attemptsLeft,
    openAttemptId: facts.openAttemptId,
    credentialId: facts.credentialId,
    dueAt: known.facts.dueDates.get(sectionId) ?? null,
    lastActivityAt: facts.lastActivityAt === null ? null : new Date(facts.lastActivityAt).toISOString(),
  };
}

function prerequisitesOf(
  { prerequisites }: PublishedSection,
  { facts, titles }: { facts: CourseFacts; titles: Titles },
) {
  return prerequisites.map((sectionId) => ({
    sectionId,
    title: titles.get(sectionId) ?? 'an earlier section',
    hasPassed: facts.sections.get(sectionId)?.hasPassed ?? false,
  }));
}

/** A passed section stays passed, also while it is tried once more. */
function stateOf(facts: SectionFacts, reasons: readonly Reason[]): 'locked' | 'open' | 'in_progress' | 'passed' {
  if (facts.hasPassed) return 'passed';
  if (facts.openAttemptId !== null) return 'in_progress';
  return reasons.length > 0 ? 'locked' : 'open';
}

function inWords({ code, text, sectionId, until }: Reason) {
  return {
    code,
    text,
    ...(sectionId === undefined ? {} : { sectionId }),
    ...(until === undefined ? {} : { until: until.toISOString() }),
  };
}

function untouched(sectionId: string): SectionFacts {
  const noScore = { score: null, scoreMax: null, percent: null };
  const nothingYet = { lastActivityAt: null, openAttemptId: null, credentialId: null };
  return { sectionId, ...noScore, ...nothingYet, hasPassed: false, attempts: [] };
}

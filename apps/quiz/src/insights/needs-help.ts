import type { Standing } from './standings.js';

export const reasonCodes = ['stuck', 'overdue', 'failing', 'idle'] as const;
export type ReasonCode = (typeof reasonCodes)[number];

const dayMs = 86_400_000;

/** Three failures in a row may be luck's; whoever has five, or a week without a pass, does not get on alone. */
export const limits = {
  /** Graded attempts in a row without a pass, at one section. */
  failuresToFail: 3,
  failuresToBeStuck: 5,
  /** From the first start of a section that is still not passed; at least one attempt failed. */
  stuckAfterDays: 7,
  /** Since the last activity in the course, or since enrolling where there was none. */
  idleAfterDays: 7,
} as const;

/** A section that the learner has begun or that is due, and has not passed. */
export interface OpenSection {
  readonly sectionId: string;
  readonly title: string;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
}

export interface LearnerFacts {
  readonly enrolledAt: Date;
  readonly lastActivityAt: Date | null;
  /** Whether any section of the course is not passed. */
  readonly isUnfinished: boolean;
  readonly open: readonly OpenSection[];
}

interface CourseSection {
  readonly sectionId: string;
  readonly title: string;
  readonly dueAt: Date | null;
}

/** `lastActivityAt` is of these sections, as on the dashboard, but for an open attempt it is the start: saves are no events. */
export function factsOf({ enrolledAt, cells }: Standing, sections: readonly CourseSection[]): LearnerFacts {
  const open: OpenSection[] = [];
  let [last, passed] = [-Infinity, 0];
  for (const { sectionId, title, dueAt } of sections) {
    const cell = cells.get(sectionId);
    last = Math.max(last, cell?.lastActivityAt ?? -Infinity);
    if (cell !== undefined && cell.passedAt !== null) passed += 1;
    else if (dueAt !== null || (cell !== undefined && cell.failures > 0)) {
      const { failures, failingSince, firstStartedAt } = cell ?? {
        failures: 0,
        failingSince: null,
        firstStartedAt: null,
      };
      const since = { failingSince: dateOf(failingSince), startedAt: dateOf(firstStartedAt) };
      open.push({ sectionId, title, dueAt, failures, ...since });
    }
  }
  return {
    enrolledAt: new Date(enrolledAt),
    lastActivityAt: last === -Infinity ? null : new Date(last),
    isUnfinished: passed < sections.length,
    open,
  };
}

function dateOf(moment: number | null): Date | null {
  return moment === null ? null : new Date(moment);
}

export interface Reason {
  readonly code: ReasonCode;
  readonly sectionId: string | null;
  /** For people. */
  readonly text: string;
  readonly since: Date;
}

/** Why an instructor might write to this learner, oldest first; a section that is stuck is not told to be failing as well. */
export function reasonsFor(facts: LearnerFacts, now: Date): Reason[] {
  const reasons = facts.open.flatMap((section) => [...troubleIn(section, now), ...lateness(section, now)]);
  const idle = idleness(facts, now);
  if (idle !== null) reasons.push(idle);
  return reasons.toSorted((one, other) => one.since.getTime() - other.since.getTime());
}

function troubleIn({ sectionId, title, failures, failingSince, startedAt }: OpenSection, now: Date): Reason[] {
  if (failures === 0 || failingSince === null || startedAt === null) return [];
  const tried = `${failures} ${failures === 1 ? 'attempt' : 'attempts'} in a row without a pass`;
  const stuckSince = startedAt.getTime() + limits.stuckAfterDays * dayMs;
  if (stuckSince <= now.getTime()) {
    const text = `“${title}” was started ${daysBetween(startedAt, now)} days ago and is not passed: ${tried}.`;
    return [{ code: 'stuck', sectionId, text, since: startedAt }];
  }
  if (failures >= limits.failuresToBeStuck) {
    return [{ code: 'stuck', sectionId, text: `${tried} at “${title}”.`, since: failingSince }];
  }
  if (failures < limits.failuresToFail) return [];
  return [{ code: 'failing', sectionId, text: `${tried} at “${title}”.`, since: failingSince }];
}

function lateness({ sectionId, title, dueAt }: OpenSection, now: Date): Reason[] {
  if (dueAt === null || dueAt.getTime() > now.getTime()) return [];
  const days = daysBetween(dueAt, now);
  const late = days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`;
  return [{ code: 'overdue', sectionId, text: `“${title}” was due ${late} and is not passed.`, since: dueAt }];
}

/** Nobody is idle who has passed everything. */
function idleness({ enrolledAt, lastActivityAt, isUnfinished }: LearnerFacts, now: Date): Reason | null {
  const since = lastActivityAt === null || lastActivityAt < enrolledAt ? enrolledAt : lastActivityAt;
  const days = daysBetween(since, now);
  if (!isUnfinished || days < limits.idleAfterDays) return null;
  const text =
    lastActivityAt === null
      ? `Nothing was started in the ${days} days since enrolling.`
      : `Nothing was done for ${days} days.`;
  return { code: 'idle', sectionId: null, text, since };
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / dayMs);
}

import type { CourseOutline, CourseProgress, LockReason, OutlineSection, SectionProgress } from '#libs/api-client';

import { percent } from '../../shared/text/numbers.js';
import { moment } from '../../shared/text/time.js';

/** One way-mark: a section with where the learner stands in it. */
export interface PathStep {
  number: number;
  section: OutlineSection;
  progress: SectionProgress;
  isNext: boolean;
}

const untouched = (sectionId: string): SectionProgress => ({
  sectionId,
  state: 'open',
  reasons: [],
  aggregation: 'best',
  score: null,
  scoreMax: null,
  percent: null,
  waitingForMarks: 0,
  attemptsUsed: 0,
  attemptsLeft: null,
  openAttemptId: null,
  credentialId: null,
  dueAt: null,
  lastActivityAt: null,
});

/** The course's sections in order, each with its progress. A section published a moment ago may have none yet: it is untouched. */
export function pathSteps(course: CourseOutline, progress: CourseProgress): PathStep[] {
  const bySection = new Map(progress.sections.map((section) => [section.sectionId, section]));
  return course.sections.map((section, index) => ({
    number: index + 1,
    section,
    progress: bySection.get(section.id) ?? untouched(section.id),
    isNext: section.id === progress.nextSectionId,
  }));
}

/** Why a section is closed and when it opens, as a sentence. */
export function reasonText(reason: LockReason): string {
  const until = reason.until === null || reason.until === undefined ? '' : ` Opens ${moment(reason.until)}.`;
  return `${reason.text.replace(/\.?$/, '.')}${until}`;
}

/** The grade of the section with the name of its rule: "best 80 %"; empty while there is none. */
export function gradeWords({ aggregation, percent: grade }: SectionProgress): string {
  const words = { best: 'best', latest: 'latest', first: 'first attempt', mean: 'mean' }[aggregation];
  return grade === null ? '' : `${words} ${percent(grade)}`;
}

export function stateWord(step: PathStep): string {
  if (step.progress.waitingForMarks > 0 && step.progress.state !== 'passed') return 'Waiting for marks';
  switch (step.progress.state) {
    case 'passed':
      return 'Passed';
    case 'in_progress':
      return step.progress.openAttemptId === null ? 'In progress' : 'Quiz running';
    case 'open':
      return 'Open';
    case 'locked':
      return step.progress.reasons.some(({ code }) => code === 'window_closed') ? 'Closed' : 'Locked';
    default:
      return step.progress.state satisfies never;
  }
}

import { csvTable } from '#libs/text';

import type {
  ActivityDay,
  CourseOverviewResponse,
  InsightsResponse,
  NeedsHelpResponse,
  OverviewResponse,
  SectionLearnerResponse,
  TimelineEntry,
} from './insights.dto.js';

const binNames = Array.from({ length: 10 }, (_, at) => `grades_${at * 10}_to_${at * 10 + 10}`);

/** One row per section: the funnel, the grades by tenths and the time to pass. */
export function insightsCsv({ funnel, distribution, timeToPass }: InsightsResponse): string {
  const headers = ['section_id', 'section', 'position', 'due_at', 'enrolled', 'started', 'submitted', 'passed'];
  const more = ['pass_rate', 'graded', 'mean_percent', ...binNames, 'timed_passes', 'median_hours', 'p90_hours'];
  return csvTable(
    [...headers, ...more],
    funnel.map(({ sectionId, title, position, dueAt, enrolled, started, submitted, passed, passRate }, at) => [
      ...[sectionId, title, position, dueAt, enrolled, started, submitted, passed, passRate],
      ...[distribution[at]?.graded ?? 0, distribution[at]?.meanPercent ?? null, ...(distribution[at]?.bins ?? [])],
      ...[timeToPass[at]?.learners ?? 0, timeToPass[at]?.medianHours ?? null, timeToPass[at]?.p90Hours ?? null],
    ]),
  );
}

export function activityCsv(
  activity: readonly ActivityDay[],
  issued: readonly { badges: number; certificates: number }[] = [],
): string {
  const headers = ['date', 'started', 'graded', 'passed', 'active_learners'];
  return csvTable(
    issued.length === 0 ? headers : [...headers, 'badges', 'certificates'],
    activity.map(({ date, started, graded, passed, activeLearners }, at) => {
      const day = issued[at];
      const line = [date, started, graded, passed, activeLearners];
      return day === undefined ? line : [...line, day.badges, day.certificates];
    }),
  );
}

/** One row per learner and reason. */
export function needsHelpCsv(learners: readonly NeedsHelpResponse[]): string {
  return csvTable(
    ['learner_id', 'learner', 'email', 'last_activity_at', 'reason', 'section_id', 'since', 'text'],
    learners.flatMap(({ learnerId, displayName, email, lastActivityAt, reasons }) =>
      reasons.map(({ code, sectionId, since, text }) => [
        ...[learnerId, displayName, email, lastActivityAt],
        ...[code, sectionId, since, text],
      ]),
    ),
  );
}

export function timelineCsv(entries: readonly TimelineEntry[]): string {
  return csvTable(
    ['at', 'kind', 'section_id', 'attempt_id', 'credential_id', 'percent', 'text'],
    entries.map(({ at, kind, sectionId, attemptId, credentialId, percent, text }) => [
      ...[at, kind, sectionId, attemptId, credentialId, percent, text],
    ]),
  );
}

export function sectionLearnersCsv(learners: readonly SectionLearnerResponse[]): string {
  return csvTable(
    [
      ...['learner_id', 'learner', 'email', 'state', 'percent', 'attempts', 'failures_in_row'],
      ...['started_at', 'passed_at', 'last_activity_at'],
    ],
    learners.map((learner) => [
      ...[learner.learnerId, learner.displayName, learner.email, learner.state, learner.percent, learner.attempts],
      ...[learner.failuresInRow, learner.startedAt, learner.passedAt, learner.lastActivityAt],
    ]),
  );
}

/** One row per figure, for those who keep them from month to month. */
export function overviewCsv({ people, courses, cohorts, learning, credentials }: OverviewResponse): string {
  const { byRole, ...persons } = people;
  const groups = { people: persons, people_by_role: byRole, courses, cohorts, learning, credentials };
  return csvTable(
    ['group', 'figure', 'value'],
    Object.entries(groups).flatMap(([group, figures]) =>
      Object.entries(figures).map(([figure, value]) => [group, figure, value]),
    ),
  );
}

/** One row per section, and one for each of its worst questions. */
export function courseOverviewCsv({ sections }: CourseOverviewResponse): string {
  const headers = ['section_id', 'section', 'position', 'started', 'submitted', 'passed', 'pass_rate', 'lost'];
  const more = ['mean_percent', 'median_hours', 'p90_hours', 'question_id', 'question_version', 'question'];
  return csvTable(
    [...headers, ...more, 'question_attempts', 'facility', 'discrimination_index', 'flags'],
    sections.flatMap(({ worstQuestions, timeToPass, ...section }) => {
      const line = [
        ...[section.sectionId, section.title, section.position, section.started, section.submitted, section.passed],
        ...[section.passRate, section.lost, section.meanPercent, timeToPass.medianHours, timeToPass.p90Hours],
      ];
      const none = [null, null, null, null, null, null, null];
      return [
        [...line, ...none],
        ...worstQuestions.map(({ questionId, version, stemStart, attempts, facility, discriminationIndex, flags }) => [
          ...line,
          ...[questionId, version, stemStart, attempts, facility, discriminationIndex],
          flags.map(({ code }) => code).join(' '),
        ]),
      ];
    }),
  );
}

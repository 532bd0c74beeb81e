import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { reasonCodes } from './needs-help.js';
import { dayMs, periodDaysMax } from './period.js';

const time = z.iso.datetime();
const date = z.iso.date();
const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const percent = z.number().min(0).max(100).nullable();
const hours = z.number().min(0).nullable();

/** Days of the period, both included, as UTC has them. */
export const periodQuery = z
  .strictObject({
    from: date.optional().describe('First day, UTC; 30 days in all when left out.'),
    to: date.optional().describe('Last day, UTC; today when left out.'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    message: 'The period ends before it begins: from must not be later than to.',
  })
  .refine(({ from, to }) => from === undefined || (Date.parse(to ?? from) - Date.parse(from)) / dayMs < periodDaysMax, {
    path: ['from'],
    message: `A period has at most ${periodDaysMax} days.`,
  });
export type PeriodQuery = z.output<typeof periodQuery>;

const sectionName = { sectionId: z.uuid(), title: z.string(), position: z.int() };

const activityDay = z.object({
  date: date.describe('A day in UTC.'),
  started: count.describe('Attempts begun that day.'),
  graded: count.describe('Attempts whose grade was known that day.'),
  passed: count.describe('Of those, attempts that reached the pass mark.'),
  activeLearners: count.describe('Learners who began, handed in or were graded that day.'),
});
export type ActivityDay = z.output<typeof activityDay>;

const timeToPass = z.object({
  learners: count.describe('Who passed, and whose first start is known.'),
  medianHours: hours.describe('From the first start to the pass.'),
  p90Hours: hours,
});

export const insightsResponse = z.object({
  cohortId: z.uuid(),
  asOf: time,
  revision: z.string().describe('Changes when a figure of the cohort changes.'),
  from: date,
  to: date,
  learners: count.describe('Enrolled now. Every figure is about them, whenever they joined.'),
  passRate: share.describe('Pairs of learner and section that were passed, of those that were started.'),
  funnel: z
    .array(
      z.object({
        ...sectionName,
        dueAt: time.nullable(),
        enrolled: count,
        started: count.describe('At least one attempt that is not voided.'),
        submitted: count.describe('At least one of them is over.'),
        passed: count.describe('By the rule of the section, as on the dashboard.'),
        passRate: share.describe('passed / started; null while nobody has started.'),
      }),
    )
    .describe('As it is now, whatever the period.'),
  distribution: z
    .array(
      z.object({
        ...sectionName,
        bins: z
          .array(count)
          .length(10)
          .describe('Learners by grade: 0 to under 10 percent, and so on; the last one is 90 to 100.'),
        graded: count,
        meanPercent: percent,
      }),
    )
    .describe('Grades of the sections as they are now.'),
  timeToPass: z
    .array(z.object({ ...sectionName, ...timeToPass.shape }))
    .describe('Of all passes, whatever the period.'),
  activity: z.array(activityDay).describe('Each day of the period. Voided attempts left no trace.'),
  credentials: z.object({
    badges: count.describe('In force now.'),
    certificates: count,
    byDay: z
      .array(z.object({ date, badges: count, certificates: count }))
      .describe('Issued that day and not revoked since; each day of the period.'),
  }),
  needsHelp: z.object({
    learners: count,
    byReason: z.object({ stuck: count, overdue: count, failing: count, idle: count }).describe('Learners per reason.'),
  }),
});
export type InsightsResponse = z.output<typeof insightsResponse>;

const reason = z.object({
  code: z.enum(reasonCodes),
  text: z.string().describe('For people.'),
  sectionId: z.uuid().nullable(),
  since: time,
});
export type ReasonResponse = z.output<typeof reason>;

export const needsHelpQuery = pageQuery.extend({
  reason: z.enum(reasonCodes).optional().describe('Only learners with this reason; all of their reasons are told.'),
});
export type NeedsHelpQuery = z.output<typeof needsHelpQuery>;

const needsHelp = z.object({
  learnerId: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  lastActivityAt: time.nullable(),
  reasons: z.array(reason).describe('Oldest first.'),
});
export type NeedsHelpResponse = z.output<typeof needsHelp>;
export const needsHelpPageResponse = pageOf(needsHelp);

const cell = {
  state: z.enum(['none', 'in_progress', 'submitted', 'failed', 'passed']),
  percent,
  attempts: count,
  failuresInRow: count.describe('Graded attempts without a pass since the last pass.'),
  startedAt: time.nullable().describe('First start.'),
  passedAt: time.nullable(),
  lastActivityAt: time.nullable(),
};

export const learnerInsightResponse = z.object({
  cohortId: z.uuid(),
  asOf: time,
  learner: z.object({
    learnerId: z.uuid(),
    displayName: z.string(),
    email: z.string(),
    enrolledAt: time,
    lastActivityAt: time.nullable(),
  }),
  sectionsPassed: count,
  sections: z.array(z.object({ ...sectionName, dueAt: time.nullable(), isOverdue: z.boolean(), ...cell })),
  reasons: z.array(reason).describe('Why this learner may need help; empty when nothing says so.'),
  accommodation: z
    .object({ timeFactor: z.number(), extraAttempts: z.int(), waivesCooldown: z.boolean(), grantedAt: time })
    .nullable(),
});
export type LearnerInsightResponse = z.output<typeof learnerInsightResponse>;

export const timelineKinds = [
  'enrolled',
  'attempt_started',
  'attempt_submitted',
  'attempt_graded',
  'attempt_regraded',
  'attempt_voided',
  'section_passed',
  'credential',
  'accommodation',
] as const;

const timelineEntry = z.object({
  at: time,
  kind: z.enum(timelineKinds),
  sectionId: z.uuid().nullable(),
  attemptId: z.uuid().nullable(),
  credentialId: z.uuid().nullable(),
  percent,
  text: z.string().describe('For people.'),
});
export type TimelineEntry = z.output<typeof timelineEntry>;
export const timelinePageResponse = pageOf(timelineEntry);

export const sectionInsightResponse = z.object({
  cohortId: z.uuid(),
  asOf: time,
  ...sectionName,
  dueAt: time.nullable(),
  enrolled: count,
  started: count,
  submitted: count,
  passed: count,
  overdue: count.describe('Not passed although it is past due.'),
  passRate: share,
  meanPercent: percent,
  bins: z.array(count).length(10).describe('As in the distribution of the cohort.'),
  timeToPass,
  byAttempts: z
    .array(z.object({ attempts: count, learners: count, passed: count }))
    .describe('How many learners took how many attempts; 10 stands for 10 and more.'),
});
export type SectionInsightResponse = z.output<typeof sectionInsightResponse>;

export const sectionLearnersQuery = pageQuery.extend({
  state: cell.state.optional().describe('Only learners with this state in the section.'),
});
export type SectionLearnersQuery = z.output<typeof sectionLearnersQuery>;

const sectionLearner = z.object({ learnerId: z.uuid(), displayName: z.string(), email: z.string(), ...cell });
export type SectionLearnerResponse = z.output<typeof sectionLearner>;
export const sectionLearnerPageResponse = pageOf(sectionLearner);

export const overviewResponse = z.object({
  asOf: time,
  from: date,
  to: date,
  people: z.object({
    total: count,
    suspended: count,
    byRole: z.object({ learner: count, author: count, instructor: count, admin: count }),
  }),
  courses: z.object({ live: count, archived: count }),
  cohorts: z.object({
    active: count,
    archived: count,
    enrolments: count.describe('In cohorts that are not archived.'),
  }),
  learning: z.object({
    attempts: count.describe('Not voided, since the beginning.'),
    passes: count.describe('Pairs of learner and section that were passed.'),
    activeLast7Days: count.describe('Learners.'),
    activeLast30Days: count,
  }),
  credentials: z.object({
    badges: count.describe('In force now.'),
    certificates: count,
    suspended: count,
    revoked: count,
  }),
  activity: z.array(activityDay),
});
export type OverviewResponse = z.output<typeof overviewResponse>;

export const courseOverviewResponse = z.object({
  courseId: z.uuid(),
  title: z.string(),
  asOf: time,
  learners: count.describe('Who began at least one attempt.'),
  cohorts: count,
  certificates: count.describe('In force now.'),
  judgedFrom: count.describe('Attempts of a question before it is judged, as in the analysis of its section.'),
  sections: z.array(
    z.object({
      ...sectionName,
      started: count,
      submitted: count,
      passed: count,
      passRate: share,
      lost: count.describe(
        'Their newest activity in the course was here, two weeks ago or longer, without finishing it.',
      ),
      meanPercent: percent,
      timeToPass,
      worstQuestions: z
        .array(
          z.object({
            questionId: z.uuid(),
            version: z.int(),
            stemStart: z.string(),
            attempts: count,
            facility: z.number().nullable(),
            discriminationIndex: z.number().nullable(),
            flags: z.array(z.object({ code: z.string(), text: z.string() })),
          }),
        )
        .describe('At most five that have attempts enough: flagged ones first, then those that earned least.'),
      unjudgedQuestions: count.describe('Of the current ones, those that have too few attempts to be judged.'),
    }),
  ),
});
export type CourseOverviewResponse = z.output<typeof courseOverviewResponse>;

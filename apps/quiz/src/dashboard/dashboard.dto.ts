import { pageOf } from '#libs/platform';
import { z } from 'zod';

const time = z.iso.datetime();
const percent = z.number().min(0).max(100).nullable();

export const dashboardResponse = z.object({
  cohortId: z.uuid(),
  asOf: time,
  revision: z.string().describe('Changes when a figure of the cohort changes; saves of answers and time change none.'),
  sections: z.array(
    z.object({
      sectionId: z.uuid(),
      title: z.string(),
      position: z.int(),
      dueAt: time.nullable().describe('When the cohort wants it passed; nothing is locked then.'),
      passed: z.int().describe('Learners who passed, by the rule of the section.'),
      started: z.int().describe('Learners with at least one attempt that is not voided.'),
      passRate: z.number().min(0).max(1).nullable().describe('passed / started; null while nobody has started.'),
      meanPercent: percent.describe('Mean of the grades of those who have one.'),
    }),
  ),
  totals: z.object({
    learners: z.int(),
    activeLast7Days: z.int(),
    attempts: z.int().describe('Without voided ones.'),
    passes: z.int().describe('Pairs of learner and section that they passed.'),
    badges: z.int().describe('Badges of this course that these learners hold now: neither suspended nor revoked.'),
    certificates: z.int(),
  }),
  learners: z.array(
    z.object({
      learnerId: z.uuid(),
      displayName: z.string(),
      sectionsPassed: z.int(),
      lastActivityAt: time.nullable().describe('Newest of start, save and submission.'),
      cells: z.array(
        z.object({
          sectionId: z.uuid(),
          state: z.enum(['none', 'in_progress', 'submitted', 'failed', 'passed']),
          percent: percent.describe('The grade, by the rule of the section; null before anything is graded.'),
          attempts: z.int(),
          lastActivityAt: time.nullable(),
        }),
      ),
    }),
  ),
});
export type DashboardResponse = z.output<typeof dashboardResponse>;

export const rawAttempt = z.object({
  id: z.uuid(),
  learnerId: z.uuid(),
  sectionId: z.uuid(),
  number: z.int(),
  state: z.enum(['in_progress', 'submitted', 'graded', 'voided']),
  endedBy: z.enum(['submitted', 'expired']).nullable(),
  score: z.number().nullable(),
  scoreMax: z.number().nullable(),
  percent: z.number().nullable(),
  hasPassed: z.boolean().nullable(),
  startedAt: time,
  submittedAt: time.nullable(),
});
export type RawAttemptResponse = z.output<typeof rawAttempt>;
export const rawAttemptPageResponse = pageOf(rawAttempt);

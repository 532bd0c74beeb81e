import { pageOf, pageQuery, storedText } from '#libs/platform';
import { z } from 'zod';

import { changeFilters } from './changes.queries.js';

const policy = z
  .enum(['recompute', 'keep_better', 'full_marks', 'drop'])
  .describe('Grade anew; only where nobody loses; the mark for everybody; take the question out of every paper.');
const credentials = z
  .enum(['suspend', 'keep'])
  .describe('What happens to a badge or certificate that is not earned any more.');
const version = z.int().min(1).max(1_000_000);

export const makeRegradeRequest = z.strictObject({
  questionId: z.uuid(),
  toVersion: version.describe('The published version to grade by.'),
  fromVersions: z
    .array(version)
    .min(1)
    .max(200)
    .optional()
    .describe('Versions on the papers to regrade. All others than `toVersion`, or that one if it is the only one.'),
  policy,
  credentials: credentials.default('suspend'),
  reason: storedText({ min: 1, max: 500 }).describe('Learners read it.'),
});
export type MakeRegradeRequest = z.output<typeof makeRegradeRequest>;

export const changesQuery = pageQuery.extend({ only: z.enum(changeFilters).default('all') });
export type ChangesQuery = z.output<typeof changesQuery>;

export const versionsQuery = z.strictObject({ questionId: z.uuid() });

const count = z.int();
const summary = z.object({
  attempts: count.describe('With the question on their paper.'),
  regraded: count.describe('Of these, graded by something else than before.'),
  changed: count.describe('Of these, with another score or outcome.'),
  waiting: count.describe('Left as they are: an answer would wait for a mark again.'),
  scoreUp: count,
  scoreDown: count,
  learners: count.describe('With a regraded attempt.'),
  passesGained: count.describe('Learners who pass the section through it.'),
  passesLost: count,
  badgesIssued: count,
  badgesReinstated: count,
  badgesSuspended: count,
  badgesKept: count.describe('Not earned any more, but left with their holders.'),
  certificatesIssued: count,
  certificatesReinstated: count,
  certificatesSuspended: count,
  certificatesKept: count,
  unlocksGained: count,
  unlocksLost: count,
});

export const regrade = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  sectionId: z.uuid(),
  questionId: z.uuid(),
  fromVersions: z.array(z.int()),
  toVersion: z.int(),
  policy,
  credentials,
  reason: z.string(),
  state: z.enum(['previewing', 'previewed', 'applying', 'applied', 'failed', 'discarded']),
  failure: z.string().nullable(),
  progress: z.object({ done: count, total: count }).describe('Attempts of the section that the present walk has seen.'),
  summary: summary.describe('Of the dry run; once applying has begun, of what has been done.'),
  preview: summary.nullable().describe('What the dry run said, once applying has begun.'),
  madeAt: z.iso.datetime(),
  previewedAt: z.iso.datetime().nullable(),
  appliedAt: z.iso.datetime().nullable(),
});
export type RegradeResponse = z.output<typeof regrade>;
export const regradePageResponse = pageOf(regrade);

const effect = z.enum(['none', 'issue', 'reinstate', 'suspend', 'keep']);

export const regradeChange = z.object({
  learnerId: z.uuid(),
  learnerName: z.string().nullable(),
  attemptId: z.uuid(),
  number: z.int(),
  scoreBefore: z.number().nullable().describe('Null where the attempt waited for marks.'),
  scoreAfter: z.number(),
  scoreMaxBefore: z.number().nullable(),
  scoreMaxAfter: z.number(),
  percentBefore: z.number().nullable(),
  percentAfter: z.number(),
  hasPassedBefore: z.boolean().nullable(),
  hasPassedAfter: z.boolean(),
  section: z
    .enum(['none', 'passed', 'lost'])
    .describe('Of the learner, as all that follows: beside their newest attempt.'),
  badge: effect,
  certificate: effect,
  unlocks: z.array(z.object({ sectionId: z.uuid(), title: z.string(), effect: z.enum(['gained', 'lost']) })),
});
export type RegradeChangeResponse = z.output<typeof regradeChange>;
export const regradeChangePage = pageOf(regradeChange);

export const questionVersions = z.object({
  items: z.array(
    z.object({
      version: z.int(),
      type: z.string(),
      stemStart: z.string(),
      isLive: z.boolean(),
      publications: z.array(z.int()),
      attempts: z.int().describe('Ended attempts with this version on their paper.'),
    }),
  ),
});
export type QuestionVersionsResponse = z.output<typeof questionVersions>;

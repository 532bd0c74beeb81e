import { fractionSchema } from '#libs/contracts';
import { pageOf, pageQuery, storedText } from '#libs/platform';
import { z } from 'zod';

const time = z.iso.datetime();

export const markingQuery = pageQuery.extend({
  sectionId: z.uuid().optional(),
  cohortId: z.uuid().optional().describe('Learners who are in this cohort now.'),
  state: z.enum(['pending', 'marked']).default('pending'),
});
export type MarkingQuery = z.output<typeof markingQuery>;

const about = {
  attemptId: z.uuid(),
  questionId: z.uuid(),
  learnerId: z.uuid(),
  learnerName: z.string().describe('Empty while the name is not known.'),
  courseId: z.uuid(),
  sectionId: z.uuid(),
  sectionTitle: z.string(),
  number: z.int().describe('Of the attempt.'),
  submittedAt: time,
};

export const markingItem = z.object({
  ...about,
  markedAt: time.nullable(),
  /** Of the mark, 0 to 1. */
  share: z.number().nullable(),
});
export type MarkingItemResponse = z.output<typeof markingItem>;
export const markingPageResponse = pageOf(markingItem);

const level = z.object({ id: z.string(), text: z.string(), points: z.number() });

export const markResponse = z.object({
  ...about,
  version: z.int().describe('Of the mark; 0 while there is none. Its ETag.'),
  stem: z.string(),
  points: z.number(),
  format: z.enum(['text', 'code']),
  wordsMin: z.int().nullable(),
  wordsMax: z.int().nullable(),
  explanation: z.string().nullable(),
  answer: z.string(),
  rubric: z.array(z.object({ id: z.string(), title: z.string(), levels: z.array(level) })),
  markerNotes: z.string().nullable(),
  mark: z
    .object({
      share: z.number(),
      score: z.number(),
      levels: z.record(z.string(), z.string()).nullable().describe('By criterion, the id of the level.'),
      comment: z.string().nullable(),
      markedBy: z.uuid(),
      markedByName: z.string(),
      markedAt: time,
    })
    .nullable(),
});
export type MarkResponse = z.output<typeof markResponse>;

export const answerAddress = z.object({ attemptId: z.uuid(), questionId: z.uuid() });
export type AnswerAddress = z.output<typeof answerAddress>;

const partId = z.string().min(1).max(40);

export const markRequest = z
  .strictObject({
    levels: z
      .record(partId, partId)
      .refine((levels) => Object.keys(levels).length <= 50, 'A rubric has at most 50 criteria.')
      .optional()
      .describe('By criterion, the id of the level; where the question has a rubric.'),
    share: fractionSchema.max(40).optional().describe('Of the mark, 0 to 1, exact: 0.75 or 3/4; where it has none.'),
    comment: storedText({ max: 5_000 }).optional().describe('For the learner.'),
  })
  .refine(({ levels, share }) => (levels === undefined) !== (share === undefined), {
    message: 'Give either levels or a share.',
    path: ['levels'],
  });
export type MarkRequest = z.output<typeof markRequest>;

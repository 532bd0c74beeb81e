import { answerSchema, outcomeSchema, paperQuestionSchema } from '#libs/assessment';
import { z } from 'zod';

import { partReview } from '../attempts/attempts.dto.js';

const time = z.iso.datetime();

export const practiceAddress = z.object({ id: z.uuid(), questionId: z.uuid() });
export type PracticeAddress = z.output<typeof practiceAddress>;

export const tryRequest = z.strictObject({
  answer: answerSchema,
  number: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe('Which try this is, counted from 1: a request that is repeated then counts once.'),
});
export type TryRequest = z.output<typeof tryRequest>;

export const practiceState = z.object({
  questionId: z.uuid(),
  triesUsed: z.int(),
  triesLeft: z.int(),
  isDone: z.boolean(),
  answer: answerSchema.nullable().describe('Of the last try.'),
  outcome: outcomeSchema.nullable().describe('Of the last try; null before it, and where the policy keeps it back.'),
  score: z.number().nullable().describe('Of the best try, less what earlier tries cost.'),
  scoreMax: z.number(),
  penalty: z.number().describe('Points that the tries so far cost the next one.'),
  hint: z.string().nullable().describe('The newest one.'),
  hints: z.array(z.string()).describe('All that were earned, oldest first.'),
  parts: z.array(partReview),
  responseFeedback: z.string().nullable(),
  optionFeedback: z
    .array(z.object({ optionId: z.string(), isKey: z.boolean().nullable(), feedback: z.string().nullable() }))
    .describe('Of the chosen options; of all of them, with the key, when the question is done.'),
  key: answerSchema.nullable().describe('When the question is done.'),
  explanation: z.string().nullable().describe('When the question is done.'),
});
export type PracticeStateResponse = z.output<typeof practiceState>;

export const practiceSession = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  sectionId: z.uuid(),
  sectionTitle: z.string(),
  startedAt: time,
  finishedAt: time.nullable(),
  triesMax: z.int().describe('Per question.'),
  retryPenalty: z.string().describe('Share of the mark that each try after the first costs.'),
  questions: z.array(paperQuestionSchema),
  states: z.array(practiceState).describe('One per question, in the same order.'),
});
export type PracticeSessionResponse = z.output<typeof practiceSession>;

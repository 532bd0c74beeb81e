import { answerSchema } from '#libs/assessment';
import { pageOf } from '#libs/platform';
import { z } from 'zod';

const time = z.iso.datetime();
const sequence = z.int().min(1).describe('Grows with every save of the question; the highest one counts.');

export const saveAnswerRequest = z.strictObject({ sequence, answer: answerSchema.nullable() });
export type SaveAnswerRequest = z.output<typeof saveAnswerRequest>;

export const savedAnswer = z.object({ questionId: z.uuid(), sequence: z.int(), savedAt: time });
export type SavedAnswerResponse = z.output<typeof savedAnswer>;

export const submitAttemptRequest = z
  .strictObject({
    answers: z
      .array(z.strictObject({ questionId: z.uuid(), sequence, answer: answerSchema.nullable() }))
      .max(500)
      .optional(),
  })
  .optional();
export type SubmitAttemptRequest = z.output<typeof submitAttemptRequest>;

export const voidAttemptRequest = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export type VoidAttemptRequest = z.output<typeof voidAttemptRequest>;

const paperQuestion = z.object({
  id: z.uuid(),
  type: z.enum(['single_choice', 'multiple_choice', 'true_false', 'short_text', 'numeric']),
  stem: z.string(),
  points: z.number(),
  options: z
    .array(z.object({ id: z.string(), text: z.string() }))
    .readonly()
    .optional(),
  unit: z.string().optional(),
});

const reviewItem = z.object({
  questionId: z.uuid(),
  outcome: z.enum(['correct', 'partial', 'incorrect', 'unanswered']),
  score: z.number(),
  scoreMax: z.number(),
  key: answerSchema.nullable(),
  optionFeedback: z
    .array(z.object({ optionId: z.string(), isKey: z.boolean(), feedback: z.string().nullable() }))
    .readonly(),
  explanation: z.string().nullable(),
});

const result = z.object({
  score: z.number().nullable().describe('Null where the policy never shows scores, like scoreMax and percent.'),
  scoreMax: z.number().nullable(),
  percent: z.number().nullable(),
  hasPassed: z.boolean(),
  gradedAt: time,
  next: z.object({ canRetryAt: time.nullable(), attemptsLeft: z.int().nullable() }),
  review: z.array(reviewItem).nullable(),
  reviewWithheld: z.enum(['never', 'after_pass']).nullable(),
});

export const attemptResponse = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  sectionId: z.uuid(),
  sectionTitle: z.string(),
  number: z.int(),
  state: z.enum(['in_progress', 'graded', 'voided']),
  startedAt: time,
  deadlineAt: time.nullable(),
  serverTime: time.describe('For a clock that counts down to the deadline whatever the client believes the time is.'),
  submittedAt: time.nullable(),
  endedBy: z.enum(['submitted', 'expired']).nullable(),
  questions: z.array(paperQuestion),
  answers: z.array(
    z.object({ questionId: z.uuid(), sequence: z.int(), answer: answerSchema.nullable(), savedAt: time }),
  ),
  result: result.nullable(),
});
export type AttemptResponse = z.output<typeof attemptResponse>;

export const attemptSummary = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['in_progress', 'graded', 'voided']),
  startedAt: time,
  deadlineAt: time.nullable(),
  submittedAt: time.nullable(),
  endedBy: z.enum(['submitted', 'expired']).nullable(),
  score: z.number().nullable(),
  scoreMax: z.number().nullable(),
  percent: z.number().nullable(),
  hasPassed: z.boolean().nullable(),
});
export type AttemptSummaryResponse = z.output<typeof attemptSummary>;
export const attemptPageResponse = pageOf(attemptSummary);

export const voidedAttempt = z.object({ id: z.uuid(), state: z.literal('voided'), voidedAt: time, reason: z.string() });
export type VoidedAttemptResponse = z.output<typeof voidedAttempt>;

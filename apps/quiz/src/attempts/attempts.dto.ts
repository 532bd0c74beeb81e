import { answerSchema, outcomeSchema, paperQuestionSchema } from '#libs/assessment';
import { pageOf, storedText } from '#libs/platform';
import { z } from 'zod';

const time = z.iso.datetime();
const sequence = z.int().min(1).describe('Grows with every save of the question; the highest one counts.');

const spentSeconds = z
  .int()
  .min(0)
  .max(86_400)
  .optional()
  .describe('Time on the question so far as the client measured it; for statistics only.');
const given = { sequence, answer: answerSchema.nullable(), spentSeconds };

export const saveAnswerRequest = z.strictObject(given);
export type SaveAnswerRequest = z.output<typeof saveAnswerRequest>;

export const savedAnswer = z.object({ questionId: z.uuid(), sequence: z.int(), savedAt: time });
export type SavedAnswerResponse = z.output<typeof savedAnswer>;

export const submitAttemptRequest = z
  .strictObject({
    answers: z
      .array(z.strictObject({ questionId: z.uuid(), ...given }))
      .max(500)
      .optional(),
  })
  .optional();
export type SubmitAttemptRequest = z.output<typeof submitAttemptRequest>;

export const voidAttemptRequest = z.strictObject({ reason: storedText({ min: 1, max: 500 }) });
export type VoidAttemptRequest = z.output<typeof voidAttemptRequest>;

export const partReview = z.object({ partId: z.string(), outcome: outcomeSchema, feedback: z.string().nullable() });

const reviewItem = z.object({
  questionId: z.uuid(),
  outcome: outcomeSchema.nullable().describe('Null while the policy keeps back what was right.'),
  score: z.number().nullable(),
  scoreMax: z.number(),
  isDropped: z.boolean().describe('Taken out by a regrade: it neither earns nor costs anything.'),
  isGranted: z.boolean().describe('A regrade gave the score, or kept it, whatever the key says of the answer now.'),
  regraded: z
    .object({ question: paperQuestionSchema, answer: answerSchema.nullable() })
    .nullable()
    .describe(
      'The question as it reads in the version that graded the answer, where that is not the one on the paper. The ids in parts, key and optionFeedback are then those of this one.',
    ),
  parts: z.array(partReview).describe('Of a matching, ordering or cloze: how each prompt, item or gap did.'),
  key: answerSchema.nullable(),
  responseFeedback: z.string().nullable().describe('About this answer.'),
  optionFeedback: z
    .array(z.object({ optionId: z.string(), isKey: z.boolean(), feedback: z.string().nullable() }))
    .readonly(),
  explanation: z.string().nullable(),
  mark: z
    .object({
      comment: z.string().nullable(),
      criteria: z.array(
        z.object({
          title: z.string(),
          level: z.string(),
          points: z.number().nullable(),
          pointsMax: z.number().nullable(),
        }),
      ),
    })
    .nullable()
    .describe('What a person said who marked the answer.'),
});

const result = z.object({
  score: z.number().nullable().describe('Null where the policy never shows scores, like scoreMax and percent.'),
  scoreMax: z.number().nullable(),
  percent: z.number().nullable(),
  hasPassed: z.boolean().nullable().describe('Null while answers wait for a mark, like score and gradedAt.'),
  gradedAt: time.nullable(),
  next: z.object({ canRetryAt: time.nullable(), attemptsLeft: z.int().nullable() }),
  review: z.array(reviewItem).nullable(),
  reviewWithheld: z
    .enum(['never', 'after_pass', 'after_close'])
    .nullable()
    .describe('What would show more of the review.'),
  regrades: z
    .array(
      z.object({
        at: time,
        reason: z.string(),
        scoreBefore: z.number().nullable(),
        scoreAfter: z.number().nullable(),
        hasPassedBefore: z.boolean().nullable(),
        hasPassedAfter: z.boolean(),
      }),
    )
    .describe('What regrades changed, oldest first.'),
  pendingCount: z.int().describe('Answers that wait for a mark.'),
});

export const attemptResponse = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  sectionId: z.uuid(),
  sectionTitle: z.string(),
  number: z.int(),
  purpose: z
    .enum(['exam', 'renewal'])
    .describe('`renewal` for the shorter quiz that renews a badge; it counts for nothing else.'),
  state: z.enum(['in_progress', 'submitted', 'graded', 'voided']),
  startedAt: time,
  deadlineAt: time.nullable(),
  serverTime: time.describe('For a clock that counts down to the deadline whatever the client believes the time is.'),
  submittedAt: time.nullable(),
  endedBy: z.enum(['submitted', 'expired']).nullable(),
  questions: z.array(paperQuestionSchema),
  answers: z.array(
    z.object({ questionId: z.uuid(), sequence: z.int(), answer: answerSchema.nullable(), savedAt: time }),
  ),
  result: result.nullable(),
});
export type AttemptResponse = z.output<typeof attemptResponse>;

export const attemptSummary = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['in_progress', 'submitted', 'graded', 'voided']),
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

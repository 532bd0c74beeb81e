import { answerSchema, outcomeSchema, paperQuestionSchema } from '#libs/assessment';
import { z } from 'zod';

import { storable } from '../courses/text.js';
import { givenQuestion, questionCharactersMax } from './given-question.js';

export const previewRequest = storable(
  z.strictObject({
    question: givenQuestion,
    /** With the ids of `paper`. */
    answer: answerSchema.optional(),
    /** The same seed gives the same order: an answer is one to the paper of its seed. */
    seed: z.string().min(1).max(60).default('preview'),
  }),
  questionCharactersMax,
);
export type PreviewRequest = z.output<typeof previewRequest>;

const problem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });

export const previewResponse = z.object({
  /** What keeps the question from being published. */
  problems: z.array(problem),
  /** As a learner would see it. */
  paper: paperQuestionSchema,
  /** Why the answer cannot be one to this paper. */
  answerProblem: problem.optional(),
  /** Only for an answer to a question without problems. */
  result: z
    .object({
      outcome: outcomeSchema,
      score: z.number(),
      scoreMax: z.number(),
      parts: z.array(
        z.object({ partId: z.string(), outcome: outcomeSchema, share: z.number(), feedback: z.string().nullable() }),
      ),
      /** About this answer. */
      responseFeedback: z.string().nullable(),
      /** About every answer that came out like this. */
      outcomeFeedback: z.string().nullable(),
      key: answerSchema.nullable(),
      optionFeedback: z.array(z.object({ optionId: z.string(), isKey: z.boolean(), feedback: z.string().nullable() })),
      explanation: z.string().nullable(),
    })
    .optional(),
});
export type PreviewResponse = z.output<typeof previewResponse>;

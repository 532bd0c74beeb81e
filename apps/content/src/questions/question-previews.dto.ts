import { answerSchema } from '#libs/assessment';
import { questionTypes } from '#libs/contracts';
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

const parts = z.array(z.object({ id: z.string(), text: z.string() })).readonly();
const outcome = z.enum(['correct', 'partial', 'incorrect', 'unanswered', 'pending']);
const problem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });

const paper = z.object({
  id: z.uuid(),
  type: z.enum(questionTypes),
  /** Markdown; in a cloze, `{{1}}` stands where the gap with the id `1` is. */
  stem: z.string(),
  points: z.number(),
  options: parts.optional(),
  unit: z.string().optional(),
  prompts: parts.optional(),
  choices: parts.optional(),
  items: parts.optional(),
  gaps: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['text', 'number', 'choice']),
        options: parts.optional(),
        unit: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
  essay: z
    .object({
      wordsMin: z.int().nullable(),
      wordsMax: z.int().nullable(),
      format: z.enum(['text', 'code']),
      template: z.string(),
    })
    .optional(),
});

export const previewResponse = z.object({
  /** What keeps the question from being published. */
  problems: z.array(problem),
  /** As a learner would see it. */
  paper,
  /** Why the answer cannot be one to this paper. */
  answerProblem: problem.optional(),
  /** Only for an answer to a question without problems. */
  result: z
    .object({
      outcome,
      score: z.number(),
      scoreMax: z.number(),
      parts: z.array(z.object({ partId: z.string(), outcome, share: z.number(), feedback: z.string().nullable() })),
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

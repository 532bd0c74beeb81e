import { z } from 'zod';

import { fractionSchema } from './question.js';

/** What of a graded question a learner sees at one moment. */
const reviewPhase = z.object({
  score: z.boolean(),
  /** Right, partly right or wrong. */
  correctness: z.boolean(),
  key: z.boolean(),
  /** Feedback of what was chosen, and the explanation. */
  feedback: z.boolean(),
});
export type ReviewPhase = z.output<typeof reviewPhase>;

/** Questions drawn from those that carry all of these tags; a question is drawn once, by the first pool that takes it. */
const pool = z.object({
  tags: z.array(z.string().min(1).max(80)).max(10).default([]),
  difficulty: z.enum(['easy', 'medium', 'hard']).nullable().default(null),
  count: z.int().min(1).max(500),
});
export type Pool = z.output<typeof pool>;

/** How a section's quiz is delivered and judged. */
export const policySchema = z.object({
  /** Share of the maximum score needed to pass, 0 to 1. */
  passMark: z.number().min(0).max(1).default(0.8),
  /** Seconds from start to deadline; null means no limit. */
  timeLimitSeconds: z.int().min(5).max(86_400).nullable().default(null),
  /** Attempts a learner may use; null means no limit. */
  attemptsMax: z.int().min(1).max(1_000).nullable().default(null),
  /** Seconds between the end of a failed attempt and the next start. */
  cooldownSeconds: z
    .int()
    .min(0)
    .max(30 * 86_400)
    .default(0),
  /**
   * Questions drawn from what neither `fixedQuestions` nor `pools` took. Null takes all of them, or none where fixed questions
   * or pools are named.
   */
  drawCount: z.int().min(1).max(500).nullable().default(null),
  /** On every paper. */
  fixedQuestions: z.array(z.uuid()).max(500).optional(),
  pools: z.array(pool).max(20).optional(),
  shuffleQuestions: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  /** When a learner may see score, own answers, key and feedback. `reviewPhases` says it in more detail and wins. */
  review: z.enum(['never', 'score_only', 'after_submit', 'after_pass']).default('after_submit'),
  /** The newest moment that has come decides: closing over pass over submission. `during` is what practice shows at once. */
  reviewPhases: z
    .object({ during: reviewPhase, afterSubmit: reviewPhase, afterPass: reviewPhase, afterClose: reviewPhase })
    .optional(),
  /** Which attempt makes the grade of the section. `mean` is over all graded attempts. */
  aggregation: z.enum(['best', 'latest', 'first', 'mean']).default('best'),
  /** Working through the section's questions with immediate feedback; it never counts. Null offers none. */
  practice: z
    .object({
      /** Tries per question before the key is shown. */
      triesMax: z.int().min(1).max(10).default(3),
      /** Share of the mark that each try after the first costs. */
      retryPenalty: fractionSchema.default('1/3'),
    })
    .nullable()
    .optional(),
  /** Days after which the badge of the section, or said by the course its certificate, expires; null or missing: never. */
  credentialValidDays: z.int().min(1).max(3_650).nullable().optional(),
  /** Questions of the shorter quiz that renews a badge; null or missing: half of what a paper holds, rounded up. */
  renewalDrawCount: z.int().min(1).max(500).nullable().optional(),
  opensAt: z.iso.datetime({ offset: true }).nullable().default(null),
  closesAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type Policy = z.output<typeof policySchema>;

import { z } from 'zod';

export const questionStatistics = z.object({
  /** The newest version that was attempted: the current one, or the last before it. */
  version: z.int(),
  /** First attempts of learners, behind both figures. */
  attempts: z.int(),
  /** Share of the mark earned on average. */
  facility: z.number().nullable(),
  /** Correlation with the rest of the paper in percent. */
  discrimination: z.number().nullable(),
  /** Codes of what looks wrong; `quiz` says each in words. */
  flags: z.array(z.string()),
  openChallenges: z.int(),
  analysedAt: z.iso.datetime(),
});
export type QuestionStatistics = z.output<typeof questionStatistics>;

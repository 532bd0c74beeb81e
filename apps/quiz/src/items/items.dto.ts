import { attemptChoices } from '#libs/assessment';
import { questionTypes } from '#libs/contracts';
import { z } from 'zod';

export const itemAnalysisQuery = z.strictObject({
  attempts: z
    .enum(attemptChoices)
    .default('first')
    .describe('Of each learner; best is the highest percent, the earlier of two equal ones.'),
  publication: z.coerce.number().pipe(z.int32().positive()).optional().describe('Only attempts at this publication.'),
});
export type ItemAnalysisQuery = z.output<typeof itemAnalysisQuery>;

const figure = z.number().nullable();
const count = z.int().min(0);

export const itemAnalysisResponse = z.object({
  sectionId: z.uuid(),
  title: z.string(),
  attempts: z.enum(attemptChoices),
  publication: z.int().nullable(),
  quiz: z.object({
    attempts: count,
    mean: figure.describe('Points, as the other figures of the quiz unless something else is said.'),
    median: figure,
    standardDeviation: figure,
    skewness: figure.describe('No unit.'),
    kurtosis: figure.describe('No unit.'),
    internalConsistency: figure.describe('Percent, may be negative.'),
    errorRatio: figure.describe('Percent.'),
    standardError: figure,
  }),
  questions: z.array(
    z.object({
      questionId: z.uuid(),
      version: z.int(),
      position: z
        .int()
        .nullable()
        .describe('In the publication looked at, from 1; null when it is not there any more.'),
      type: z.enum(questionTypes),
      stemStart: z.string(),
      points: z.number(),
      attempts: count.describe('Behind every figure of the question.'),
      facility: figure.describe('Share of the mark earned on average; below 0 when wrong answers cost more.'),
      standardDeviation: figure.describe('Points.'),
      discriminationIndex: figure.describe('Percent, -100 to 100.'),
      discriminativeEfficiency: figure.describe('Percent.'),
      intendedWeight: figure.describe('Share of what papers can earn.'),
      effectiveWeight: figure.describe('Percent; null where the question is not on every paper.'),
      hasNegativeCovariance: z.boolean().describe('Why there is no effective weight: better learners earn less here.'),
      randomGuessScore: figure.describe('Share of the mark that blind guessing earns.'),
      medianSeconds: figure.describe('Time on the question, within 3 %.'),
      notice: z.string().nullable().describe('Why nothing is flagged yet.'),
      flags: z.array(z.object({ code: z.string(), text: z.string() })),
      parts: z.array(
        z.object({
          partId: z.string(),
          label: z.string(),
          isTyped: z.boolean().describe('Then only frequent answers are told.'),
          classes: z.array(
            z.object({
              value: z.string(),
              label: z.string(),
              isRight: z.boolean(),
              count,
              share: figure,
              meanRest: figure.describe('Points on the rest of the paper.'),
            }),
          ),
          otherCount: z.int().nullable().describe('Attempts with another answer or none.'),
        }),
      ),
      openChallenges: count,
    }),
  ),
});
export type ItemAnalysisResponse = z.output<typeof itemAnalysisResponse>;

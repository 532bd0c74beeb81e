import { policySchema } from '#libs/contracts';
import { pageOf } from '#libs/platform';
import { z } from 'zod';

export const courseSummary = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  sectionCount: z.int(),
  publication: z.int(),
});
export type CourseSummaryResponse = z.output<typeof courseSummary>;
export const coursePageResponse = pageOf(courseSummary);

const resource = z.object({ id: z.string(), title: z.string(), url: z.string().nullable(), kind: z.string() });
const outlineSection = z.object({
  id: z.uuid(),
  position: z.int(),
  title: z.string(),
  prose: z.string(),
  isRequired: z.boolean(),
  prerequisites: z.array(z.uuid()),
  topics: z.array(z.object({ id: z.string(), title: z.string(), prose: z.string(), resources: z.array(resource) })),
  resources: z.array(resource),
  quiz: z.object({
    questionCount: z.int().describe('Questions on one paper.'),
    passMark: z.number().describe('Share of the maximum score needed to pass, 0 to 1.'),
    timeLimitSeconds: z.int().nullable(),
    attemptsMax: z.int().nullable(),
    cooldownSeconds: z.int(),
    aggregation: policySchema.shape.aggregation.unwrap().describe('Which attempt makes the grade; `mean` is over all.'),
    practice: z
      .object({ triesMax: z.int(), retryPenalty: z.string().describe('Share of the mark, an exact decimal or ratio.') })
      .nullable()
      .describe('Working through the questions with immediate feedback; null where it is not offered.'),
    opensAt: z.string().nullable(),
    closesAt: z.string().nullable(),
  }),
});

export const courseOutline = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  publication: z.int(),
  sections: z.array(outlineSection),
});
export type CourseOutlineResponse = z.output<typeof courseOutline>;

/** The id of a course, or the slug that its address shows. */
export const courseIdOrSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,119}$/i, 'is neither an id nor a slug');

import { type Policy, policySchema, questionSchema } from '#libs/contracts';
import { z } from 'zod';

const settings = policySchema.shape;

/** What a course or a section says itself of its quizzes; null says “none” where the level above has one. */
const ownPolicy = z.object({
  passMark: settings.passMark.unwrap().nullable().optional(),
  timeLimitSeconds: settings.timeLimitSeconds.unwrap().optional(),
  attemptsMax: settings.attemptsMax.unwrap().optional(),
  cooldownSeconds: settings.cooldownSeconds.unwrap().nullable().optional(),
  drawCount: settings.drawCount.unwrap().optional(),
  fixedQuestions: settings.fixedQuestions.unwrap().nullable().optional(),
  pools: settings.pools.unwrap().nullable().optional(),
  shuffleQuestions: settings.shuffleQuestions.unwrap().nullable().optional(),
  shuffleOptions: settings.shuffleOptions.unwrap().nullable().optional(),
  review: settings.review.unwrap().nullable().optional(),
  reviewPhases: settings.reviewPhases.unwrap().nullable().optional(),
  aggregation: settings.aggregation.unwrap().nullable().optional(),
  practice: settings.practice.unwrap().optional(),
  credentialValidDays: settings.credentialValidDays,
  renewalDrawCount: settings.renewalDrawCount,
  opensAt: settings.opensAt.unwrap().optional(),
  closesAt: settings.closesAt.unwrap().optional(),
} satisfies Record<keyof Policy, z.ZodType>);

const resource = z.object({
  id: z.string().min(1),
  title: z.string(),
  url: z.string().nullable().default(null),
  kind: z.string(),
});

const topic = z.object({
  id: z.string().min(1),
  /** What the author wrote as `{#key}` in a roadmap. */
  externalKey: z.string().nullable().optional(),
  title: z.string(),
  prose: z.string().default(''),
  resources: z.array(resource).default([]),
});

/** `course.yaml`. */
export const courseFile = z.object({
  format: z.literal('waymark-course').default('waymark-course'),
  formatVersion: z.literal(1).default(1),
  id: z.uuid(),
  slug: z.string().min(1).max(100),
  title: z.string().min(1),
  summary: z.string().default(''),
  language: z.string().min(1).default('en'),
  policy: ownPolicy.default({}),
});

/** `section.yaml`. */
export const sectionFile = z.object({
  /** Progress hangs on it. */
  id: z.uuid(),
  /** What the author wrote as `{#key}` in a roadmap. */
  externalKey: z.string().nullable().default(null),
  title: z.string().min(1),
  prose: z.string().default(''),
  isRequired: z.boolean().default(true),
  /** Ids of sections that must be passed before this one opens. */
  prerequisites: z.array(z.uuid()).default([]),
  policy: ownPolicy.default({}),
  topics: z.array(topic).default([]),
  resources: z.array(resource).default([]),
});

const courseContent = courseFile.omit({ format: true, formatVersion: true }).extend({
  /** In course order. */
  sections: z.array(sectionFile.extend({ questions: z.array(questionSchema) })),
});

/** All that an author made of a course. */
export type CourseContent = z.output<typeof courseContent> & {
  /** Pictures by the name under which texts show them: `media:<name>`. */
  readonly media: ReadonlyMap<string, Uint8Array>;
};
export type CourseSection = CourseContent['sections'][number];

import { z } from 'zod';

import { defineEvent } from './event.js';

/** A fraction of the mark, written as an exact decimal or a ratio such as `1/3`: three thirds must make a full mark. */
const fraction = z.string().regex(/^-?\d+(\.\d+)?(\/\d+)?$/);

const option = z.object({
  id: z.string().min(1).max(40),
  /** Markdown. */
  text: z.string(),
  /** Whether choosing the option is right. */
  isKey: z.boolean(),
  feedback: z.string().optional(),
});

/** What every question has, whatever its type. Prose is Markdown. */
const questionBase = {
  id: z.uuid(),
  /** Version of the question; an attempt pins it. */
  version: z.int().positive(),
  stem: z.string().min(1),
  explanation: z.string().optional(),
  tags: z.array(z.string()).default([]),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
  /** Marks for a full answer: an exact decimal or ratio. */
  points: fraction.default('1'),
};

/** A question with its key. Never leaves a service towards a learner before the review policy allows it. */
export const questionSchema = z.discriminatedUnion('type', [
  z.object({
    ...questionBase,
    type: z.literal('single_choice'),
    options: z.array(option),
    shuffle: z.boolean().default(true),
  }),
  z.object({
    ...questionBase,
    type: z.literal('multiple_choice'),
    options: z.array(option),
    shuffle: z.boolean().default(true),
  }),
  z.object({
    ...questionBase,
    type: z.literal('true_false'),
    key: z.boolean(),
    feedback: z.object({ true: z.string().optional(), false: z.string().optional() }).optional(),
  }),
  z.object({
    ...questionBase,
    type: z.literal('short_text'),
    /** Any of these earns the mark; `*` stands for any run of characters. */
    accepted: z.array(z.string().min(1)),
    caseSensitive: z.boolean().default(false),
  }),
  z.object({
    ...questionBase,
    type: z.literal('numeric'),
    /** Exact decimals, so that 0.1 + 0.2 is what an author expects. */
    value: z.string(),
    tolerance: z.string().default('0'),
    unit: z.string().optional(),
  }),
]);
export type Question = z.output<typeof questionSchema>;
export type QuestionType = Question['type'];

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
  /** Questions drawn from the section's pool; null takes them all. */
  drawCount: z.int().min(1).max(500).nullable().default(null),
  shuffleQuestions: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  /** When a learner may see score, own answers, key and feedback. */
  review: z.enum(['never', 'score_only', 'after_submit', 'after_pass']).default('after_submit'),
  /** Which attempt counts. The best one is the only rule so far: a rule that nothing obeys would be a lie. */
  aggregation: z.enum(['best']).default('best'),
  opensAt: z.iso.datetime({ offset: true }).nullable().default(null),
  closesAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type Policy = z.output<typeof policySchema>;

const resource = z.object({ id: z.string(), title: z.string(), url: z.string().nullable(), kind: z.string() });
const topic = z.object({
  id: z.string(),
  title: z.string(),
  prose: z.string().default(''),
  resources: z.array(resource).default([]),
});

const publishedSection = z.object({
  courseId: z.uuid(),
  publication: z.int().positive(),
  /** Stable across renames, reorders and republications: progress hangs on it. */
  sectionId: z.uuid(),
  position: z.int().min(0),
  title: z.string(),
  prose: z.string().default(''),
  topics: z.array(topic).default([]),
  resources: z.array(resource).default([]),
  /** Required sections must be passed for the course certificate. */
  isRequired: z.boolean().default(true),
  /** Sections that must be passed before this one opens. */
  prerequisites: z.array(z.uuid()).default([]),
  policy: policySchema,
  questions: z.array(questionSchema),
});
export type PublishedSection = z.output<typeof publishedSection>;

/** One section of a publication; all of them precede the manifest that makes the publication live. */
export const SectionPublished = defineEvent({
  topic: 'content.courses',
  type: 'SectionPublished.v1',
  schema: publishedSection,
  keyOf: (section) => section.courseId,
});

/** The manifest: a reader that holds every section named here may switch the course to this publication. */
export const CoursePublished = defineEvent({
  topic: 'content.courses',
  type: 'CoursePublished.v1',
  schema: z.object({
    courseId: z.uuid(),
    publication: z.int().positive(),
    slug: z.string(),
    title: z.string(),
    summary: z.string().default(''),
    language: z.string().default('en'),
    /** In course order. */
    sectionIds: z.array(z.uuid()).min(1),
    publishedAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (course) => course.courseId,
});

export const CourseArchived = defineEvent({
  topic: 'content.courses',
  type: 'CourseArchived.v1',
  schema: z.object({ courseId: z.uuid(), archivedAt: z.iso.datetime({ offset: true }) }),
  keyOf: (course) => course.courseId,
});

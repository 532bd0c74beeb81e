import { z } from 'zod';

import { defineEvent } from './event.js';
import { policySchema } from './policy.js';
import { questionSchema } from './question.js';

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
    /** The author, who may regrade it. Missing in publications of the first release. */
    ownerId: z.uuid().optional(),
    slug: z.string(),
    title: z.string(),
    summary: z.string().default(''),
    language: z.string().default('en'),
    /** Days after which the course's certificate expires; null or missing: never. */
    certificateValidDays: z.int().min(1).max(3_650).nullable().optional(),
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

import { z } from 'zod';

import { courseResponse } from '../courses/courses.dto.js';

/** More than the text itself may have, because JSON escapes some of it. */
export const importBytesMax = 3 * 1_024 * 1_024;
const textCharactersMax = 2 * 1_024 * 1_024;

/** Whether it is a roadmap at all is for the reader to say; half a character is refused here, because nothing could store it. */
const file = z
  .string()
  .refine((text) => !/\p{Surrogate}/u.test(text), 'contains half of a character (a lone surrogate)');

export const importCourseRequest = z.strictObject({
  markdown: file,
  /** The draft that the roadmap replaces; what is recognised keeps its id. */
  courseId: z.uuid().optional(),
});
export type ImportCourseRequest = z.output<typeof importCourseRequest>;

export const importCourseResponse = z.object({
  course: courseResponse,
  report: z.object({
    sections: z.int(),
    topics: z.int(),
    resources: z.int(),
    /** What was not taken over as it stands in the file, by line. */
    notes: z.array(
      z.object({ line: z.int(), kind: z.string(), severity: z.enum(['info', 'warning']), message: z.string() }),
    ),
    changes: z.array(
      z.object({
        kind: z.enum(['added', 'renamed', 'moved', 'removed']),
        what: z.enum(['section', 'topic', 'resource']),
        id: z.string(),
        title: z.string(),
        before: z.string().optional(),
      }),
    ),
  }),
});
export type ImportCourseResponse = z.output<typeof importCourseResponse>;

export const importQuestionsRequest = z.strictObject({
  format: z.enum(['markdown']),
  text: file.max(textCharactersMax).refine((text) => !text.includes('\0'), 'is not text: it contains NUL characters'),
});
export type ImportQuestionsRequest = z.output<typeof importQuestionsRequest>;

export const importQuestionsQuery = z.strictObject({
  /** `true` tells what would happen and stores nothing. */
  dryRun: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .meta({ type: 'boolean' })
    .default(false),
});
export type ImportQuestionsQuery = z.output<typeof importQuestionsQuery>;

export const importQuestionsResponse = z.object({
  imported: z.int(),
  refused: z.int(),
  items: z.array(
    z.object({
      line: z.int(),
      title: z.string(),
      outcome: z.enum(['imported', 'imported_with_loss', 'refused']),
      questionId: z.uuid().optional(),
      losses: z.array(z.string()),
      reasons: z.array(z.string()),
    }),
  ),
  /** Titles and introductions, which are no questions and not meant to be. */
  notes: z.array(z.object({ line: z.int(), kind: z.string(), message: z.string() })),
});
export type ImportQuestionsResponse = z.output<typeof importQuestionsResponse>;

import { questionFormatNames } from '#libs/interchange';
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

const format = z.enum(['auto', ...questionFormatNames]).describe('`auto` tells it from the file and its name.');
const name = z.string().max(300).describe('Of the file; its ending may tell the format.');

export const importQuestionsRequest = z
  .strictObject({
    format,
    text: file
      .max(textCharactersMax)
      .refine((text) => !text.includes('\0'), 'is not text: it contains NUL characters')
      .optional(),
    /** Of a file that is no text. Larger ones are sent as they are, to `:import-file`. */
    base64: z
      .string()
      .regex(/^[A-Za-z0-9+/=\s]*$/, 'is not base64')
      .optional(),
    name: name.optional(),
  })
  .refine(({ text, base64 }) => (text === undefined) !== (base64 === undefined), 'send either text or base64');
export type ImportQuestionsRequest = z.output<typeof importQuestionsRequest>;

const dryRun = z
  .stringbool({ truthy: ['true'], falsy: ['false'] })
  .meta({ type: 'boolean' })
  .default(false);

/** As much as a package may have (S19 of the threats: 20 MiB packed). */
export const fileBytesMax = 20 * 1_024 * 1_024;

export const importFileQuery = z.strictObject({ format: format.default('auto'), name: name.default(''), dryRun });
export type ImportFileQuery = z.output<typeof importFileQuery>;

export const exportQuestionsQuery = z.strictObject({
  format: z.enum(questionFormatNames),
  /** `true` answers what the file could not hold instead of the file. */
  report: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .meta({ type: 'boolean' })
    .default(false),
});
export type ExportQuestionsQuery = z.output<typeof exportQuestionsQuery>;

export const exportReport = z.object({
  fileName: z.string(),
  items: z.array(
    z.object({
      title: z.string(),
      key: z.string(),
      outcome: z.enum(['written', 'written_with_loss', 'left_out']),
      losses: z.array(z.string()).readonly(),
    }),
  ),
});
export type ExportReport = z.output<typeof exportReport>;

/** `dryRun=true` tells what would happen and stores nothing. */
export const importQuestionsQuery = z.strictObject({ dryRun });
export type ImportQuestionsQuery = z.output<typeof importQuestionsQuery>;

export const importQuestionsResponse = z.object({
  format: z.enum(questionFormatNames),
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

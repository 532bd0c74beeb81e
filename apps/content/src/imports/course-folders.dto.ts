import { z } from 'zod';

import { courseResponse } from '../courses/courses.dto.js';

export const importFolderResponse = z.object({
  /** The new draft. Its ids are its own: a copy shares nothing with what it was made of. */
  course: courseResponse,
  report: z.object({
    sections: z.int(),
    questions: z.int(),
    /** Questions that were left out; `files` says why. */
    refused: z.int(),
    pictures: z.int(),
    files: z.array(
      z.object({
        path: z.string(),
        outcome: z.enum(['read', 'read_with_loss', 'refused', 'left_out']),
        problems: z.array(z.object({ line: z.int(), message: z.string() })).readonly(),
      }),
    ),
  }),
});
export type ImportFolderResponse = z.output<typeof importFolderResponse>;

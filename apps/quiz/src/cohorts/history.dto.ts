import { pageOf } from '#libs/platform';
import { z } from 'zod';

import { acts } from './history.js';

const somebody = z.object({
  id: z.uuid(),
  displayName: z.string().nullable().describe('Null when the account is gone.'),
});

export const historyEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  act: z.enum(acts),
  actor: somebody,
  person: somebody.nullable().describe('The learner or instructor it was about.'),
  email: z.string().nullable().describe('The address of an invitation.'),
  detail: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .describe(
      '`via` says how somebody came in; `before` and `after` what changed; `toCohort` and `fromCohort` name the other side of a transfer.',
    ),
});
export type HistoryEntryResponse = z.output<typeof historyEntry>;
export const historyPageResponse = pageOf(historyEntry);

import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { legible } from './cohorts.dto.js';

const emailsMax = 500;

/** Whatever is no address of an account is reported in its row: one slip must not cost the other 499. */
const email = z.string().trim().min(1).max(254).regex(legible, 'must not contain control characters');

export const enrolRequest = z.strictObject({ emails: z.array(email).min(1).max(emailsMax) });
export type EnrolRequest = z.output<typeof enrolRequest>;

export const enrolmentReport = z.object({
  items: z
    .array(
      z.object({
        email: z.string(),
        outcome: z.enum(['enrolled', 'already_enrolled', 'unknown_address']),
        learnerId: z.uuid().optional(),
      }),
    )
    .describe('One row per given address, in the given order.'),
});
export type EnrolmentReport = z.output<typeof enrolmentReport>;

export const enrolmentQuery = pageQuery.extend({
  search: z.string().trim().max(254).regex(legible, 'must not contain control characters').optional(),
});
export type EnrolmentQuery = z.output<typeof enrolmentQuery>;

export const enrolledLearner = z.object({
  learnerId: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  enrolledAt: z.iso.datetime(),
});
export type EnrolledLearnerResponse = z.output<typeof enrolledLearner>;
export const enrolmentPageResponse = pageOf(enrolledLearner);

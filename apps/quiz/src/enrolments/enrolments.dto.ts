import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { legible } from '../cohorts/cohorts.dto.js';
import { admissionOutcomes } from './admission.js';

const emailsMax = 500;
const peopleMax = 500;

/** Whatever is no address is reported in its row: one slip must not cost the other 499. */
const email = z.string().trim().min(1).max(254).regex(legible, 'must not contain control characters');

export const enrolRequest = z.strictObject({
  emails: z.array(email).min(1).max(emailsMax),
  invite: z.boolean().default(true).describe('Whether addresses without an account get an invitation by mail.'),
});
export type EnrolRequest = z.output<typeof enrolRequest>;

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const importQuery = z.strictObject({
  dryRun: flag.default(false).describe('Says what would become of each row and changes nothing.'),
  invite: flag.default(true).describe('Whether addresses without an account get an invitation by mail.'),
});
export type ImportQuery = z.output<typeof importQuery>;

const admitted = z.object({
  line: z.int().optional().describe('Of the file, from 1.'),
  email: z.string(),
  name: z.string().optional().describe('As the file says it; nothing is done with it: accounts carry their own.'),
  outcome: z.enum(admissionOutcomes),
  reason: z.string().optional(),
  learnerId: z.uuid().optional(),
});

export const enrolmentReport = z.object({
  items: z.array(admitted).describe('One row per given address, in the given order.'),
  counts: z.partialRecord(z.enum(admissionOutcomes), z.int()).describe('Together they are all rows.'),
});
export type EnrolmentReport = z.output<typeof enrolmentReport>;

export const importReport = enrolmentReport.extend({
  isDryRun: z.boolean(),
  delimiter: z.enum([',', ';', '\t']),
  hasHeader: z.boolean(),
  ignoredColumns: z.array(z.string()),
});
export type ImportReport = z.output<typeof importReport>;

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

const people = z.array(z.uuid()).min(1).max(peopleMax);

export const transferRequest = z.strictObject({ learnerIds: people, toCohortId: z.uuid() });
export type TransferRequest = z.output<typeof transferRequest>;

export const transferReport = z.object({
  items: z.array(
    z.object({
      learnerId: z.uuid(),
      outcome: z
        .enum(['transferred', 'already_there', 'not_in_cohort', 'teaches_cohort', 'own_account'])
        .describe('`already_there` were in both and are now only in the other.'),
    }),
  ),
});
export type TransferReport = z.output<typeof transferReport>;

export const removeRequest = z.strictObject({ learnerIds: people });
export type RemoveRequest = z.output<typeof removeRequest>;

export const removeReport = z.object({
  items: z.array(z.object({ learnerId: z.uuid(), outcome: z.enum(['removed', 'not_in_cohort']) })),
});
export type RemoveReport = z.output<typeof removeReport>;

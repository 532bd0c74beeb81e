import { pageOf, pageQuery, storedText } from '#libs/platform';
import { z } from 'zod';

const status = z.enum(['active', 'suspended', 'revoked']);
const kind = z.enum(['section_badge', 'course_certificate']);

export const decideRequest = z.strictObject({
  reason: storedText({ min: 3, max: 500 }).describe(
    'Why, for the holder and for whoever verifies: it is shown publicly with the credential.',
  ),
});
export type DecideRequest = z.output<typeof decideRequest>;

export const heldCredential = z.object({
  id: z.uuid(),
  kind,
  title: z.string(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  sectionId: z.uuid().nullable(),
  learnerId: z.uuid(),
  learnerName: z.string().describe('As the account is called today; empty after it was erased.'),
  email: z.string().describe('Empty after the account was erased.'),
  status,
  statusReason: z.string().nullable(),
  isDecidedByHand: z.boolean().describe('A person brought it to its status: no rule but voiding changes it again.'),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  isExpired: z.boolean(),
});
export type HeldCredentialResponse = z.output<typeof heldCredential>;
export const heldCredentialPage = pageOf(heldCredential);

export const cohortCredentialsQuery = pageQuery.extend({
  status: status.optional(),
  kind: kind.optional(),
  learnerId: z.uuid().optional(),
});
export type CohortCredentialsQuery = z.output<typeof cohortCredentialsQuery>;

export const credentialsQuery = cohortCredentialsQuery.extend({
  courseId: z.uuid().optional(),
  search: storedText({ max: 200 }).optional().describe('Part of a name, an address or a title, or the whole id.'),
});
export type CredentialsQuery = z.output<typeof credentialsQuery>;

export const credentialHistoryResponse = z.object({
  items: z
    .array(
      z.object({
        decision: z.enum(['issued', 'suspended', 'kept', 'reinstated', 'revoked', 'renewed']),
        reason: z.string(),
        cause: z.enum(['graded', 'voided', 'regraded', 'marked', 'decided', 'erased', 'renewed']),
        at: z.iso.datetime(),
        actor: z
          .object({ id: z.uuid(), displayName: z.string().describe('Empty after the account was erased.') })
          .nullable()
          .describe('Who decided; null where a rule did.'),
      }),
    )
    .describe('What was decided about it, oldest first.'),
});
export type CredentialHistoryResponse = z.output<typeof credentialHistoryResponse>;

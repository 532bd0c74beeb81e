import { pageOf } from '#libs/platform';
import { z } from 'zod';

const shown = {
  id: z.uuid(),
  kind: z.enum(['section_badge', 'course_certificate']),
  title: z.string(),
  courseId: z.uuid(),
  sectionId: z.uuid().nullable(),
  courseTitle: z.string(),
  learnerName: z.string(),
  issuedAt: z.iso.datetime(),
  status: z.enum(['active', 'suspended', 'revoked']),
  statusReason: z.string().nullable().describe('Why it is suspended or revoked.'),
  verifyUrl: z.url().describe('The page for people who were sent this credential.'),
  imageUrl: z.url(),
};

export const credentialView = z.object(shown);
export type CredentialViewResponse = z.output<typeof credentialView>;
export const credentialPageResponse = pageOf(credentialView);

export const publicCredential = z.object({
  ...shown,
  document: z.record(z.string(), z.unknown()),
  history: z
    .array(
      z.object({
        decision: z.enum(['issued', 'suspended', 'kept', 'reinstated', 'revoked']),
        reason: z.string(),
        at: z.iso.datetime(),
      }),
    )
    .describe('What was decided about it, oldest first.'),
});

/** `json` for programs of ours, `json-ld` for wallets and verifiers (the signed document), `svg` for the picture. */
export const credentialQuery = z.strictObject({ format: z.enum(['json', 'json-ld', 'svg']).optional() });
export type CredentialQuery = z.output<typeof credentialQuery>;

export const verification = z.object({
  isValid: z.boolean(),
  checks: z.array(
    z.object({
      name: z.enum(['shape', 'proof', 'issuer', 'status', 'dates', 'subject']),
      outcome: z.enum(['pass', 'fail', 'unknown']),
      detail: z.string(),
    }),
  ),
});
export type VerificationResponse = z.output<typeof verification>;

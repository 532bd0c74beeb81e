import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

const shown = {
  id: z.uuid(),
  kind: z.enum(['section_badge', 'course_certificate']),
  title: z.string(),
  courseId: z.uuid(),
  sectionId: z.uuid().nullable(),
  courseTitle: z.string(),
  learnerName: z
    .string()
    .nullable()
    .describe('Null where the holder does not show it to others, and once the account is erased.'),
  showsName: z.boolean().describe('Whether others see the name of the holder.'),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  isExpired: z.boolean(),
  status: z.enum(['active', 'suspended', 'revoked']),
  statusReason: z.string().nullable().describe('Why it is suspended or revoked.'),
  statusSince: z.iso.datetime().nullable().describe('When it came to this status.'),
  verifyUrl: z.url().describe('The page for people who were sent this credential.'),
  imageUrl: z.url(),
  sharing: z.object({
    url: z.url(),
    linkedIn: z.url().describe('Offers to add it to a LinkedIn profile, with every field filled in.'),
  }),
};

export const credentialView = z.object(shown);
export type CredentialViewResponse = z.output<typeof credentialView>;
export const credentialPageResponse = pageOf(credentialView);

export const publicCredential = z.object({
  ...shown,
  description: z.string().nullable(),
  criteria: z.string().nullable().describe('What it took.'),
  issuerName: z.string(),
  document: z.record(z.string(), z.unknown()).nullable().describe('As it was signed; null once the account is erased.'),
  hasJwt: z.boolean(),
  history: z
    .array(
      z.object({
        decision: z.enum(['issued', 'suspended', 'kept', 'reinstated', 'revoked', 'renewed']),
        reason: z.string(),
        at: z.iso.datetime(),
      }),
    )
    .describe('What was decided about it, oldest first.'),
});

/**
 * `json` for programs of ours; `json-ld` and `jwt` for wallets and verifiers (what was signed); `svg` and `png` for the picture with the
 * signed document inside; `pdf` for paper, of the `size`.
 */
export const credentialQuery = z.strictObject({
  format: z.enum(['json', 'json-ld', 'jwt', 'svg', 'png', 'pdf']).optional(),
  size: z.enum(['a4', 'letter']).default('a4'),
});
export type CredentialQuery = z.output<typeof credentialQuery>;

export const ownCredentialsQuery = pageQuery.extend({
  id: z.uuid().optional().describe('Only this one: an empty page says that it is not yours.'),
});
export type OwnCredentialsQuery = z.output<typeof ownCredentialsQuery>;

export const showCredentialRequest = z.strictObject({ showsName: z.boolean() });
export type ShowCredentialRequest = z.output<typeof showCredentialRequest>;

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

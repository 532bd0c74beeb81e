import { z } from 'zod';

/** Base64 makes a third more of 64 KiB; what is longer is no badge. */
const textLengthMax = 96 * 1024;

const recipientEmail = z
  .email()
  .max(320)
  .optional()
  .describe('Whom it should be about: compared with the hashed addresses in the credential, and kept nowhere.');

/** The text of a credential (JSON or compact JWT), or an address where one lies. */
export const verifyRequest = z.union([
  z.strictObject({ text: z.string().min(1).max(textLengthMax), recipientEmail }),
  z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_048), recipientEmail }),
]);
export type VerifyRequest = z.output<typeof verifyRequest>;

const text = z.string();
const maybe = text.nullable();

export const verificationResponse = z.object({
  isValid: z.boolean().describe('Every check passed.'),
  format: z.enum(['json', 'jwt', 'png', 'svg']).describe('What the credential came as.'),
  checks: z.array(
    z.object({
      name: z.enum(['shape', 'proof', 'issuer', 'status', 'dates', 'subject']),
      outcome: z.enum(['pass', 'fail', 'unknown']),
      detail: text,
    }),
  ),
  warnings: z.array(text).describe('What is not as it should be without making it wrong, and what was not looked at.'),
  isOurs: z.boolean().describe('This platform signed it, whatever else is wrong with it now.'),
  pageUrl: maybe.describe('The public page of a credential of ours.'),
  credential: z
    .object({
      id: text,
      name: text,
      description: maybe,
      issuer: z.object({ id: text, name: maybe, url: maybe }),
      recipient: z.object({
        id: maybe,
        identifiers: z.array(z.object({ type: text, value: maybe.describe('Null where only a hash is given.') })),
      }),
      validFrom: text,
      validUntil: maybe,
      awardedAt: maybe,
      achievement: z.object({ id: maybe, name: text, description: maybe, criteria: maybe, type: maybe }),
      results: z.array(z.object({ name: text, value: text })),
    })
    .nullable()
    .describe('What it says: true only as far as its checks passed. Null for what is no badge.'),
});
export type VerificationResponse = z.output<typeof verificationResponse>;

import { z } from 'zod';

export const jsonLdDocument = z.record(z.string(), z.unknown());
export const kidShape = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

export const keySetResponse = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

export const issuerKey = z.object({
  kid: z.string(),
  kind: z
    .enum(['ed25519', 'rsa'])
    .describe('`ed25519` signs documents (Data Integrity), `rsa` the same as JWT (RS256).'),
  url: z.url().describe('Where its public half is found, for ever.'),
  use: z.enum(['waiting', 'signing', 'retired']),
  hasPrivateHalf: z.boolean().describe('False for retired keys whose private half was dropped.'),
  createdAt: z.iso.datetime(),
  signsFrom: z.iso.datetime(),
  madeBy: z.uuid().nullable().describe('Null for the first keys, which the service made.'),
  reason: z.string().nullable(),
});
export type IssuerKeyResponse = z.output<typeof issuerKey>;
export const issuerKeys = z.object({ items: z.array(issuerKey) });

export const rotateKeysRequest = z.strictObject({
  reason: z.string().trim().min(3).max(500),
  signsFrom: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('From when the new keys sign: in one minute to thirty days; ten minutes from now unless told.'),
});
export type RotateKeysRequest = z.output<typeof rotateKeysRequest>;

import { z } from 'zod';

export const linkSeatsMax = 10_000;

export const makeLinkRequest = z.strictObject({
  expiresAt: z.iso.datetime({ offset: true }).describe('At most 90 days from now.'),
  limit: z.int().min(1).max(linkSeatsMax).describe('How many people may come in by it.'),
});
export type MakeLinkRequest = z.output<typeof makeLinkRequest>;

const link = z.object({
  id: z.uuid(),
  state: z.enum(['open', 'expired', 'full', 'revoked']),
  limit: z.int(),
  used: z.int(),
  expiresAt: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  madeBy: z.object({ id: z.uuid(), displayName: z.string().nullable() }),
});
export type LinkResponse = z.output<typeof link>;
export const linksResponse = z.object({ items: z.array(link).describe('Newest first, at most 100.') });
export type LinksResponse = z.output<typeof linksResponse>;

export const madeLinkResponse = link.extend({
  url: z
    .url()
    .nullable()
    .describe('Shown this once: only a hash of it is kept. Null when a repeat under one Idempotency-Key asks again.'),
});
export type MadeLinkResponse = z.output<typeof madeLinkResponse>;

/** 32 random bytes as base64url; what is not of that kind was given out to nobody. */
export const linkToken = z.string().max(200);

export const linkViewResponse = z.object({
  state: z.enum(['open', 'expired', 'full', 'revoked', 'archived']),
  cohort: z.object({ id: z.uuid(), name: z.string() }),
  course: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), summary: z.string() }),
  invitedBy: z.string().describe('The name of whoever made the link.'),
  expiresAt: z.iso.datetime(),
});
export type LinkViewResponse = z.output<typeof linkViewResponse>;

export const joinedResponse = z.object({
  outcome: z.enum(['enrolled', 'already_enrolled']),
  cohortId: z.uuid(),
  courseId: z.uuid(),
});
export type JoinedResponse = z.output<typeof joinedResponse>;

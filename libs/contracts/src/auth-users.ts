import { z } from 'zod';

import { defineEvent } from './event.js';

export const roles = ['learner', 'author', 'instructor', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * The whole public state of an account, sent whenever any of it changes: `auth.users` is compacted, so the newest event
 * per account must be enough to rebuild a reader.
 */
export const UserChanged = defineEvent({
  topic: 'auth.users',
  type: 'UserChanged.v1',
  schema: z.object({
    userId: z.uuid(),
    /** Grows by one with each change; readers ignore a version they have already seen. */
    version: z.int().positive(),
    email: z.email(),
    displayName: z.string().min(1).max(120),
    roles: z.array(z.enum(roles)),
    status: z.enum(['active', 'suspended']),
    /** Access tokens issued before this moment are refused (sign-out everywhere, suspension, password change). */
    tokensValidFrom: z.iso.datetime({ offset: true }),
    /** The address was reached by mail, or given by an administrator. Missing in events of the first releases: not known. */
    isEmailVerified: z.boolean().optional(),
  }),
  keyOf: (user) => user.userId,
});

/**
 * The account and everything personal about it are gone. Readers keep nothing that names the person; what must stay for
 * others (counts, a badge that the holder wants to keep verifiable) stays without a name. A tombstone follows, so that the
 * compacted topic forgets the address too.
 */
export const UserErased = defineEvent({
  topic: 'auth.users',
  type: 'UserErased.v1',
  schema: z.object({
    userId: z.uuid(),
    version: z.int().positive(),
    /** What the holder decided: `revoke` withdraws every credential, `keep` leaves them verifiable without a name. */
    credentials: z.enum(['revoke', 'keep']),
    erasedAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (user) => user.userId,
});

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
  }),
  keyOf: (user) => user.userId,
});

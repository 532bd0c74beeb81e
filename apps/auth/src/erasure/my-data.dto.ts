import { roles } from '#libs/contracts';
import { z } from 'zod';

import { password } from '../accounts/accounts.dto.js';

export const eraseRequest = z.strictObject({
  /** Fresh proof that it is you. */
  password,
  /** `revoke` withdraws every badge; `keep` leaves them verifiable, without your name. */
  credentials: z.enum(['revoke', 'keep']),
});
export type EraseRequest = z.output<typeof eraseRequest>;

const moment = z.iso.datetime();
const nullableMoment = moment.nullable();

/** All that this service holds of a person; lists that were cut say so by their length, which is then the maximum. */
export const myDataResponse = z.object({
  exportedAt: moment,
  about: z.string(),
  account: z.object({
    id: z.uuid(),
    email: z.string(),
    emailVerifiedAt: nullableMoment,
    displayName: z.string(),
    roles: z.array(z.enum(roles)),
    status: z.enum(['active', 'suspended']),
    wantsMail: z.boolean(),
    createdAt: moment,
  }),
  sessions: z.array(
    z.object({
      userAgent: z.string(),
      createdAt: moment,
      lastUsedAt: moment,
      endsAt: moment,
      revokedAt: nullableMoment,
      revokedBecause: z.string().nullable(),
    }),
  ),
  signIns: z.array(z.object({ at: moment, outcome: z.string(), address: z.string(), userAgent: z.string() })),
  mails: z.array(
    z.object({
      createdAt: moment,
      kind: z.string(),
      recipient: z.string(),
      subject: z.string(),
      state: z.string(),
      settledAt: nullableMoment,
    }),
  ),
  invitations: z.array(
    z.object({
      createdAt: moment,
      cohortName: z.string(),
      courseTitle: z.string(),
      invitedByName: z.string(),
      endsAt: moment,
      acceptedAt: nullableMoment,
    }),
  ),
});
export type MyDataResponse = z.output<typeof myDataResponse>;

import { z } from 'zod';

import { displayName, password } from '../accounts/accounts.dto.js';

/** Nothing for somebody who is signed in; a name and a password for who makes an account. */
export const acceptInvitationRequest = z
  .strictObject({ displayName: displayName.optional(), password: password.optional() })
  .refine((request) => (request.displayName === undefined) === (request.password === undefined), {
    message: 'give both a name and a password, or neither',
    path: ['password'],
  });
export type AcceptInvitationRequest = z.output<typeof acceptInvitationRequest>;

export const invitationResponse = z.object({
  /** Enough to recognise it by. */
  maskedEmail: z.string(),
  cohortName: z.string(),
  courseTitle: z.string(),
  invitedByName: z.string(),
  endsAt: z.iso.datetime(),
  /** The address has an account: sign in to accept. */
  hasAccount: z.boolean(),
});
export type InvitationResponse = z.output<typeof invitationResponse>;

export const acceptedInvitation = z.object({
  email: z.string(),
  cohortId: z.uuid(),
  cohortName: z.string(),
  isNewAccount: z.boolean(),
});
export type AcceptedInvitation = z.output<typeof acceptedInvitation>;

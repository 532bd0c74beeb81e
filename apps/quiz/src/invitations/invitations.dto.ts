import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { invitationStates, refusals } from './invitation.js';

export const invitationQuery = pageQuery.extend({ state: z.enum([...invitationStates, 'all']).default('all') });
export type InvitationQuery = z.output<typeof invitationQuery>;

export const invitationResponse = z.object({
  id: z.uuid(),
  email: z.string().describe('Empty when the person had everything about them erased.'),
  state: z.enum(invitationStates),
  refusal: z.enum(refusals).nullable().describe('Why the person was not enrolled when they came.'),
  invitedBy: z.object({ id: z.uuid(), displayName: z.string().nullable() }),
  invitedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().describe('The last time; each sending ends the link sent before.'),
  expiresAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type InvitationResponse = z.output<typeof invitationResponse>;
export const invitationPageResponse = pageOf(invitationResponse);

const count = z.int().min(0);

export const invitationLimitsResponse = z.object({
  hours: z.int().describe('The limits are for so many hours back from now.'),
  ofCohort: z.object({ max: count, sent: count }).describe('Out of this cohort, whoever sent them.'),
  ofPerson: z.object({ max: count, sent: count }).describe('By you, in all cohorts.'),
  left: count.describe('So many more can be sent from this cohort by you now; sent anew counts like sent.'),
});
export type InvitationLimitsResponse = z.output<typeof invitationLimitsResponse>;

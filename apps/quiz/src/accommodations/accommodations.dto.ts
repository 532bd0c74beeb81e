import { z } from 'zod';

export const grantAccommodationRequest = z.strictObject({
  timeFactor: z.number().min(1).max(4).describe('1.5 makes half as much time again of every time limit.'),
  extraAttempts: z.int().min(0).max(20),
  waivesCooldown: z.boolean().default(false).describe('No waiting between attempts.'),
});
export type GrantAccommodationRequest = z.output<typeof grantAccommodationRequest>;

export const accommodationResponse = z.object({
  learnerId: z.uuid(),
  timeFactor: z.number(),
  extraAttempts: z.int(),
  waivesCooldown: z.boolean(),
  grantedAt: z.iso.datetime().nullable().describe('Null while nothing has been granted.'),
});
export type AccommodationResponse = z.output<typeof accommodationResponse>;

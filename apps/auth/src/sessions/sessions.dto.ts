import { pageOf, storedText } from '#libs/platform';
import { z } from 'zod';

import { accountResponse } from '../accounts/accounts.dto.js';

export const signInRequest = z.strictObject({
  email: storedText({ min: 1, max: 254 }),
  password: z.string().min(1).max(1_024),
});
export type SignInRequest = z.output<typeof signInRequest>;

export const sessionResponse = z.object({
  accessToken: z.string(),
  expiresInSeconds: z.int(),
  account: accountResponse,
});
export type SessionResponse = z.output<typeof sessionResponse>;

export const sessionListItem = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  userAgent: z.string(),
  isCurrent: z.boolean(),
});
export const sessionPage = pageOf(sessionListItem);
export type SessionPage = z.output<typeof sessionPage>;

import { z } from 'zod';

import { email, password } from '../accounts/accounts.dto.js';

/** What is no token at all is answered as one that never was. */
export const token = z.string().min(1).max(100);

export const verifyEmailRequest = z.strictObject({ token });
export type VerifyEmailRequest = z.output<typeof verifyEmailRequest>;

export const askResetRequest = z.strictObject({ email });
export type AskResetRequest = z.output<typeof askResetRequest>;

export const resetPasswordRequest = z.strictObject({ password });
export type ResetPasswordRequest = z.output<typeof resetPasswordRequest>;

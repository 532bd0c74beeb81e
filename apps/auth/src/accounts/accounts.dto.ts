import { roles } from '#libs/contracts';
import { pageOf, pageQuery, storedText } from '#libs/platform';
import { z } from 'zod';

/** Keyboards of Arabic and Hebrew leave them around a name, where nobody sees them: they are taken away, not held against it. */
const directionMarks = /[\u061c\u200e\u200f]/gu;

/** Control characters and what turns the text of others around have no place in a name that others read. */
export const displayName = z
  .string()
  .overwrite((name) => name.replaceAll(directionMarks, ''))
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u, 'must not contain control characters');
export const email = z.string().trim().max(254).pipe(z.email());
export const password = z.string().min(1).max(1_024);

export const registerRequest = z.strictObject({ email, displayName, password });
export type RegisterRequest = z.output<typeof registerRequest>;

export const changeMeRequest = z.strictObject({
  displayName: displayName.optional(),
  /** Reminders and news about badges by mail. */
  wantsMail: z.boolean().optional(),
});
export type ChangeMeRequest = z.output<typeof changeMeRequest>;

export const changePasswordRequest = z.strictObject({ currentPassword: password, newPassword: password });
export type ChangePasswordRequest = z.output<typeof changePasswordRequest>;

export const grantRolesRequest = z.strictObject({ roles: z.array(z.enum(roles)).min(1).max(roles.length) });
export type GrantRolesRequest = z.output<typeof grantRolesRequest>;

export const changeStatusRequest = z.strictObject({ status: z.enum(['active', 'suspended']) });
export type ChangeStatusRequest = z.output<typeof changeStatusRequest>;

export const listAccountsQuery = pageQuery.extend({ search: storedText({ max: 120 }).optional() });
export type ListAccountsQuery = z.output<typeof listAccountsQuery>;

export const accountResponse = z.object({
  id: z.uuid(),
  email: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  status: z.enum(['active', 'suspended']),
  createdAt: z.iso.datetime(),
  /** The address was reached by mail, or an administrator vouched for it. */
  isEmailVerified: z.boolean(),
  wantsMail: z.boolean(),
});
export type AccountResponse = z.output<typeof accountResponse>;
export const accountPage = pageOf(accountResponse);

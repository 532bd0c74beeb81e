import { statusPurposes } from '#libs/credentials';
import { z } from 'zod';

export const listNumber = z.coerce.number().int().min(1).max(999_999);
export const purpose = z.enum(statusPurposes);

/** `json-ld` is the document with its proof, `jwt` the same list signed as a compact JWT. */
export const statusListQuery = z.strictObject({ format: z.enum(['json-ld', 'jwt']).optional() });
export type StatusListQuery = z.output<typeof statusListQuery>;

export const statusList = z.record(z.string(), z.unknown());

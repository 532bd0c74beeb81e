import { z } from 'zod';

/** What one person writes and others read, without spaces around it: the database keeps neither NUL nor half a character. */
export function storedText({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text), 'holds characters that cannot be stored');
}

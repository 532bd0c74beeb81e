import { z } from 'zod';

const textCharactersMax = 100_000;
const itemsMax = 500;

/** Control characters, and marks that turn the direction of writing round: a title with them shows what it is not. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const invisible = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A text of one line for people: blanks collapsed, nothing invisible in it. */
export function line(charactersMax: number) {
  return z
    .string()
    .max(charactersMax * 2)
    .overwrite(oneLine)
    .min(1)
    .max(charactersMax);
}

export function oneLine(text: string): string {
  return text.replace(invisible, ' ').replace(/\s+/g, ' ').trim();
}

/** Markdown of some length. */
export const prose = z.string().max(textCharactersMax);

/**
 * Holds every text and list inside a request to what the database can store and a page can show: PostgreSQL takes neither
 * NUL nor half a character, and nobody reads a stem of a megabyte.
 */
export function storable<Schema extends z.ZodType>(schema: Schema, charactersMax = textCharactersMax): Schema {
  return schema.superRefine((body, context) => {
    for (const { path, message } of unstorable(body, [], charactersMax)) {
      context.addIssue({ code: 'custom', path, message });
    }
  });
}

interface Unstorable {
  path: (string | number)[];
  message: string;
}

// Recursive, but no deeper than the 32 levels a body may have.
function unstorable(value: unknown, path: (string | number)[], charactersMax: number): Unstorable[] {
  if (typeof value === 'string') {
    const message = textProblem(value, charactersMax);
    return message === null ? [] : [{ path, message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.length > itemsMax) {
    return [{ path, message: `has ${value.length} items; ${itemsMax} are the most` }];
  }
  return Object.entries(value).flatMap(([name, inner]) => unstorable(inner, [...path, name], charactersMax));
}

/** Why a text cannot be kept, or null. */
export function textProblem(text: string, charactersMax = textCharactersMax): string | null {
  if (text.length > charactersMax) return `is longer than ${charactersMax} characters`;
  if (text.includes('\0')) return 'contains a NUL character';
  if (/\p{Surrogate}/u.test(text)) return 'contains half of a character (a lone surrogate)';
  return null;
}

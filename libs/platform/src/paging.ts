import { z } from 'zod';

import { CursorForeign } from './refusal.js';

export const pageSizeMax = 200;

/** Query of every list: `limit` 1 to 200 (default 50), `cursor` from the previous page's `next`. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(pageSizeMax).default(50),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.output<typeof pageQuery>;

export interface Page<Item> {
  items: Item[];
  /** Cursor of the next page, null on the last one. */
  next: string | null;
}

export function pageOf<Schema extends z.ZodType>(item: Schema) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** Cursors are opaque: the sort key of the last row, bound to the list they belong to. */
export function encodeCursor(list: string, key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/** @throws CursorForeign when the cursor was made by another list or by hand. */
export function decodeCursor(list: string, cursor: string | undefined): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed[0] === list && parsed.slice(1).every(isKeyPart)) return parsed.slice(1);
  } catch {
    // Falls through: an unreadable cursor is a foreign one.
  }
  throw new CursorForeign();
}

/**
 * The sort key inside a cursor, held to its shape: a cursor comes back from outside, and what is in it goes to the database.
 * @throws CursorForeign when the cursor was made by another list or by hand.
 */
export function readCursor<Key extends z.ZodType>(
  list: string,
  cursor: string | undefined,
  key: Key,
): z.output<Key> | null {
  const parts = decodeCursor(list, cursor);
  if (parts === null) return null;
  const parsed = key.safeParse(parts);
  if (!parsed.success) throw new CursorForeign();
  return parsed.data;
}

function isKeyPart(part: unknown): part is string | number | null {
  // PostgreSQL refuses NUL in text; no list gives one out.
  return part === null || typeof part === 'number' || (typeof part === 'string' && !part.includes('\0'));
}

/** Cuts a result that was read with `limit + 1` rows into a page. */
export function toPage<Row, Item>(
  list: string,
  found: readonly Row[],
  limit: number,
  shape: { item: (row: Row) => Item; key: (row: Row) => readonly (string | number | null)[] },
): Page<Item> {
  const kept = found.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(shape.item),
    next: found.length > limit && last !== undefined ? encodeCursor(list, shape.key(last)) : null,
  };
}

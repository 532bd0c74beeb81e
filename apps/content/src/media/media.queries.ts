import { type Page, type PageQuery, readCursor, rows, toPage } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';

import type { MediaResponse } from './media.dto.js';

type MediaRow = Omit<MediaResponse, 'url'>;

/** The path of a picture on every host of the platform. */
export function urlOf(name: string): string {
  return `/api/content/v1/media/${name}`;
}

const mediaList = 'content.media';
const mediaListKey = z.tuple([z.iso.datetime(), z.string()]);

/** Pictures of a course, newest first. */
export async function listMedia(
  dataSource: DataSource,
  courseId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<MediaResponse>> {
  const before = readCursor(mediaList, cursor, mediaListKey);
  const found = await rows<MediaRow & { addedAt: Date }>(
    dataSource,
    `SELECT media.name, media_type AS "mediaType", width, height, size, added_at AS "addedAt"
     FROM course_media JOIN media ON media.name = course_media.name
     WHERE course_id = $1 AND ($2::timestamptz IS NULL OR (added_at, course_media.name) < ($2, $3))
     ORDER BY added_at DESC, course_media.name DESC LIMIT $4`,
    [courseId, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  return toPage(mediaList, found, limit, {
    item: ({ addedAt: _, ...media }) => ({ ...media, url: urlOf(media.name) }),
    key: ({ addedAt, name }) => [addedAt.toISOString(), name],
  });
}

/** Which of these pictures the course has. */
export async function knownMedia(
  manager: EntityManager | DataSource,
  courseId: string,
  names: readonly string[],
): Promise<Set<string>> {
  const sql = 'SELECT name FROM course_media WHERE course_id = $1 AND name = ANY ($2::text[])';
  return new Set((await rows<{ name: string }>(manager, sql, [courseId, names])).map(({ name }) => name));
}

/** Bytes of all pictures of a course together. */
export async function mediaBytes(manager: EntityManager, courseId: string): Promise<number> {
  const sql = `SELECT coalesce(sum(size), 0)::int AS bytes FROM course_media JOIN media ON media.name = course_media.name
    WHERE course_id = $1`;
  return (await rows<{ bytes: number }>(manager, sql, [courseId]))[0]?.bytes ?? 0;
}

/** As much as a package that is read again may have. */
const packedBytesMax = 16 * 1_024 * 1_024;

/** The bytes of these pictures, by name, as long as they fit into one file together; the others are left out. */
export async function picturesNamed(
  manager: EntityManager | DataSource,
  names: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const found = await rows<{ name: string; bytes: Buffer }>(
    manager,
    `SELECT name, bytes FROM (
       SELECT name, bytes, sum(size) OVER (ORDER BY name) AS total FROM media WHERE name = ANY ($1::text[])
     ) AS counted WHERE total <= $2`,
    [[...new Set(names)], packedBytesMax],
  );
  return new Map(found.map(({ name, bytes }) => [name, bytes]));
}

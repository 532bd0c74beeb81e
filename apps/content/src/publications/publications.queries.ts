import { type Page, type PageQuery, readCursor, rows, toPage } from '#libs/platform';
import type { DataSource } from 'typeorm';
import { z } from 'zod';

import type { PublicationSummary } from './publications.dto.js';

type PublicationRow = Omit<PublicationSummary, 'publishedAt'> & { publishedAt: Date };

const publicationList = 'content.publications';
const publicationListKey = z.tuple([z.int32().positive()]);

/** Publications of a course, newest first. */
export async function listPublications(
  dataSource: DataSource,
  courseId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<PublicationSummary>> {
  const before = readCursor(publicationList, cursor, publicationListKey);
  const found = await rows<PublicationRow>(
    dataSource,
    `SELECT number AS publication, published_at AS "publishedAt", manifest->>'title' AS title,
       section_count AS "sectionCount", question_count AS "questionCount"
     FROM publication WHERE course_id = $1 AND ($2::int IS NULL OR number < $2)
     ORDER BY number DESC LIMIT $3`,
    [courseId, before?.[0] ?? null, limit + 1],
  );
  return toPage(publicationList, found, limit, {
    item: (row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }),
    key: (row) => [row.publication],
  });
}

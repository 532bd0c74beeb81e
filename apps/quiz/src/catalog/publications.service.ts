import { Injectable } from '@nestjs/common';
import type { CourseArchived, CoursePublished, DataOf, SectionPublished } from '#libs/contracts';
import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { PublicationIncomplete } from './catalog.errors.js';

/** Takes in what `content` publishes. Everything is idempotent: the topic is replayed into a new or wiped database. */
@Injectable()
export class PublicationsService {
  /** A published section never changes, so a repeat changes nothing. */
  async keepSection(manager: EntityManager, section: DataOf<typeof SectionPublished>): Promise<void> {
    const { courseId, publication, sectionId, position, title, isRequired } = section;
    await rows(
      manager,
      `INSERT INTO published_section (course_id, publication, section_id, position, title, is_required, content)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [courseId, publication, sectionId, position, title, isRequired, JSON.stringify(section)],
    );
  }

  /** Makes a publication live, whole or not at all; an older one than the live one is only kept. */
  async goLive(manager: EntityManager, course: DataOf<typeof CoursePublished>): Promise<void> {
    const { courseId, publication, sectionIds, publishedAt } = course;
    const missing = sectionIds.length - (await this.countSections(manager, course));
    if (missing > 0) throw new PublicationIncomplete(courseId, publication, missing);
    await rows(
      manager,
      `INSERT INTO publication (course_id, number, manifest, published_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [courseId, publication, JSON.stringify(course), publishedAt],
    );
    await rows(
      manager,
      `INSERT INTO course (course_id, slug, title, summary, live_publication, section_count, published_at, owner_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (course_id) DO UPDATE SET
         slug = excluded.slug, title = excluded.title, summary = excluded.summary,
         live_publication = excluded.live_publication, section_count = excluded.section_count,
         published_at = excluded.published_at, owner_id = coalesce(excluded.owner_id, course.owner_id), is_archived = false
       WHERE excluded.live_publication > course.live_publication`,
      [
        courseId,
        course.slug,
        course.title,
        course.summary,
        publication,
        sectionIds.length,
        publishedAt,
        course.ownerId ?? null,
      ],
    );
  }

  async archive(manager: EntityManager, { courseId }: DataOf<typeof CourseArchived>): Promise<void> {
    await rows(manager, 'UPDATE course SET is_archived = true WHERE course_id = $1', [courseId]);
  }

  private async countSections(
    manager: EntityManager,
    { courseId, publication, sectionIds }: DataOf<typeof CoursePublished>,
  ): Promise<number> {
    const [found] = await rows<{ count: number }>(
      manager,
      `SELECT count(*)::int AS count FROM published_section
       WHERE course_id = $1 AND publication = $2 AND section_id = ANY ($3)`,
      [courseId, publication, sectionIds],
    );
    return found?.count ?? 0;
  }
}

import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

interface Asker {
  readonly id: string;
  readonly isAdmin: boolean;
  /** Whoever is no author any more keeps no rights from the time when they were. */
  readonly isAuthor: boolean;
}

const isTheirs = '($2 OR ($3 AND c.owner_id = $4))';

export async function ownedCourse(
  manager: EntityManager | DataSource,
  { id, isAdmin, isAuthor }: Asker,
  courseId: string,
): Promise<boolean> {
  const sql = `SELECT 1 FROM course c WHERE c.course_id = $1 AND ${isTheirs}`;
  const found = await rows(manager, sql, [courseId, isAdmin, isAuthor, id]);
  return found.length > 0;
}

export interface OwnedSection {
  readonly courseId: string;
  /** As the newest publication that has the section calls it. */
  readonly title: string;
}

export async function ownedSection(
  manager: EntityManager | DataSource,
  { id, isAdmin, isAuthor }: Asker,
  sectionId: string,
): Promise<OwnedSection | null> {
  const [found] = await rows<OwnedSection>(
    manager,
    `SELECT c.course_id AS "courseId", s.title FROM published_section s JOIN course c USING (course_id)
     WHERE s.section_id = $1 AND ${isTheirs} ORDER BY s.publication DESC LIMIT 1`,
    [sectionId, isAdmin, isAuthor, id],
  );
  return found ?? null;
}

import type { PublishedSection, Question } from '#libs/contracts';
import { prepared } from '#libs/platform';

export interface CourseRow {
  course_id: string;
  slug: string;
  title: string;
  summary: string;
  live_publication: number;
  section_count: number;
  is_archived: boolean;
}

const columns = 'course_id, slug, title, summary, live_publication, section_count, is_archived';

export const coursePage = prepared<CourseRow>(
  'course_page',
  `SELECT ${columns} FROM course
   WHERE NOT is_archived AND ($1::text IS NULL OR (title, course_id::text) > ($1, $2::text))
   ORDER BY title, course_id::text LIMIT $3`,
);

export const courseById = prepared<CourseRow>('course_by_id', `SELECT ${columns} FROM course WHERE course_id = $1`);

/** Two courses may claim a slug while their events overtake each other; the later publication has it. */
export const courseBySlug = prepared<CourseRow>(
  'course_by_slug',
  `SELECT ${columns} FROM course WHERE slug = $1 ORDER BY published_at DESC LIMIT 1`,
);

export const sectionContent = prepared<{ content: PublishedSection }>(
  'section_content',
  'SELECT content FROM published_section WHERE course_id = $1 AND publication = $2 AND section_id = $3',
);

export const publicationContents = prepared<{ content: PublishedSection }>(
  'publication_contents',
  'SELECT content FROM published_section WHERE course_id = $1 AND publication = $2 ORDER BY position, section_id',
);

export const questionVersion = prepared<{ question: Question }>(
  'question_version',
  `SELECT question FROM published_section s, jsonb_array_elements(s.content -> 'questions') AS question
   WHERE s.section_id = $1 AND question ->> 'id' = $2::text AND (question ->> 'version')::int = $3
   ORDER BY s.publication DESC LIMIT 1`,
);

import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import { CourseIsFull } from '../courses/courses.errors.js';
import { effectivePolicy, type OwnPolicy } from './policy.js';
import { emptySection, type Section, sectionsMax } from './section.entity.js';
import type { SectionResponse } from './sections.dto.js';
import type { Topic } from './topic.js';

type SectionRow = Omit<SectionResponse, 'topics' | 'policy' | 'policySources'> & {
  topics: Topic[];
  policy: OwnPolicy;
  coursePolicy: OwnPolicy;
};

const sectionColumns = `id, external_key AS key, position, title, prose, is_required AS "isRequired", prerequisites, policy, topics, resources, version,
  (SELECT policy FROM course WHERE course.id = section.course_id) AS "coursePolicy",
  (SELECT count(*)::int FROM question WHERE question.section_id = section.id) AS "questionCount"`;

/** The sections of a course in their order. */
export async function sectionsOf(manager: EntityManager | DataSource, courseId: string): Promise<SectionResponse[]> {
  const sql = `SELECT ${sectionColumns} FROM section WHERE course_id = $1 ORDER BY position`;
  return (await rows<SectionRow>(manager, sql, [courseId])).map(responseOf);
}

/** A section that is known to be there. */
export async function readSection(manager: EntityManager | DataSource, id: string): Promise<SectionResponse> {
  const [section] = await rows<SectionRow>(manager, `SELECT ${sectionColumns} FROM section WHERE id = $1`, [id]);
  if (section === undefined) throw new Error(`section ${id} went away inside its own transaction`);
  return responseOf(section);
}

function responseOf({ coursePolicy, policy: own, ...section }: SectionRow): SectionResponse {
  const topics = section.topics.map(({ externalKey = null, ...topic }) => ({ ...topic, key: externalKey }));
  const { policy, sources } = effectivePolicy(coursePolicy, own);
  return { ...section, topics, policy, policySources: sources };
}

/** Puts the sections of a course into this order: the first gets position 0, the next 1. */
export async function orderSections(manager: EntityManager, courseId: string, ids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE section SET position = wanted.ordinality - 1
     FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id)
     WHERE section.course_id = $1 AND section.id = wanted.id AND section.position <> wanted.ordinality - 1`,
    [courseId, ids],
  );
}

export async function sectionIdsOf(manager: EntityManager, courseId: string): Promise<string[]> {
  const sql = 'SELECT id FROM section WHERE course_id = $1 ORDER BY position';
  return (await rows<{ id: string }>(manager, sql, [courseId])).map((section) => section.id);
}

/** Closes the gaps that removed sections leave in the order and in what others wait for. */
export async function closeGaps(manager: EntityManager, courseId: string, removed: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE section SET version = version + 1,
       prerequisites = ARRAY(SELECT wanted FROM unnest(prerequisites) AS wanted WHERE wanted <> ALL ($2::uuid[]))
     WHERE course_id = $1 AND prerequisites && $2::uuid[]`,
    [courseId, removed],
  );
  await orderSections(manager, courseId, await sectionIdsOf(manager, courseId));
}

/** A section as a roadmap has it. */
export type GivenSection = Pick<Section, 'id' | 'externalKey' | 'title' | 'prose' | 'topics' | 'resources'>;

/**
 * Makes these the first sections of the course, in this order, in one statement; what the course has besides moves behind
 * them. A known section keeps its policy, prerequisites and questions, and its version where nothing changed.
 */
export async function storeSections(
  manager: EntityManager,
  courseId: string,
  sections: readonly GivenSection[],
  now: Date,
): Promise<void> {
  const given = new Set(sections.map((section) => section.id));
  const others = (await sectionIdsOf(manager, courseId)).filter((id) => !given.has(id));
  if (given.size + others.length > sectionsMax) throw new CourseIsFull('sections', sectionsMax);
  const { isRequired, policy } = emptySection(now);
  await manager.query(
    `INSERT INTO section (id, course_id, external_key, position, title, prose, is_required, prerequisites, policy, topics,
       resources, version, updated_at)
     SELECT id, $1, "externalKey", position, title, prose, $3, '{}', $4, topics, resources, 1, $5
     FROM jsonb_to_recordset($2::jsonb) AS given
       (id uuid, "externalKey" text, position int, title text, prose text, topics jsonb, resources jsonb)
     ON CONFLICT (id) DO UPDATE SET external_key = excluded.external_key, title = excluded.title, prose = excluded.prose,
       topics = excluded.topics, resources = excluded.resources, version = section.version + 1, updated_at = $5
     WHERE (section.external_key, section.title, section.prose, section.topics, section.resources)
       IS DISTINCT FROM (excluded.external_key, excluded.title, excluded.prose, excluded.topics, excluded.resources)`,
    [
      courseId,
      JSON.stringify(sections.map((section, position) => ({ ...section, position }))),
      isRequired,
      JSON.stringify(policy),
      now,
    ],
  );
  await orderSections(manager, courseId, [...given, ...others]);
}

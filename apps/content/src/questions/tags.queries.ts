import { rows } from '#libs/platform';
import type { DataSource } from 'typeorm';

import type { TagsResponse } from './questions.dto.js';

/** More tags than a list of them could be of use for. */
const tagsMax = 1_000;

const current = `SELECT stored.body FROM question JOIN question_version AS stored
  ON stored.question_id = question.id AND stored.version = question.version WHERE question.section_id = $1`;

/** Counts of the current questions of a section by tag, difficulty and type. */
export async function countTags(dataSource: DataSource, sectionId: string): Promise<TagsResponse> {
  const [tags, difficulties, types] = await Promise.all([
    rows<TagsResponse['tags'][number]>(
      dataSource,
      `SELECT tag, count(*)::int AS count, count(*) FILTER (WHERE body->>'difficulty' = 'easy')::int AS easy,
         count(*) FILTER (WHERE body->>'difficulty' = 'medium')::int AS medium,
         count(*) FILTER (WHERE body->>'difficulty' = 'hard')::int AS hard
       FROM (SELECT DISTINCT ON (question.id, tag) tag, stored.body FROM question JOIN question_version AS stored
         ON stored.question_id = question.id AND stored.version = question.version,
         jsonb_array_elements_text(stored.body->'tags') AS tag WHERE question.section_id = $1) AS tagged
       GROUP BY tag ORDER BY count DESC, tag LIMIT $2`,
      [sectionId, tagsMax + 1],
    ),
    rows<TagsResponse['difficulties'][number]>(
      dataSource,
      `SELECT body->>'difficulty' AS difficulty, count(*)::int AS count FROM (${current}) AS questions
       GROUP BY 1 ORDER BY array_position(ARRAY['easy', 'medium', 'hard'], body->>'difficulty')`,
      [sectionId],
    ),
    rows<TagsResponse['types'][number]>(
      dataSource,
      `SELECT body->>'type' AS type, count(*)::int AS count FROM (${current}) AS questions
       GROUP BY 1 ORDER BY count DESC, type`,
      [sectionId],
    ),
  ]);
  const questions = types.reduce((sum, { count }) => sum + count, 0);
  return { questions, tags: tags.slice(0, tagsMax), isComplete: tags.length <= tagsMax, difficulties, types };
}

import { blockDepthMax, parseBlocks, tooDeepIn } from '../markdown/blocks.js';
import { splitFrontMatter } from '../markdown/front-matter.js';
import { toLines } from '../markdown/lines.js';
import { textProblem } from '../markdown/text-problem.js';
import { CourseReader } from './course-reader.js';
import { identify } from './identity.js';
import { Notes } from './notes.js';
import type { RoadmapOptions, RoadmapRefusal, RoadmapResult } from './roadmap.js';

/**
 * Makes a course of a learning roadmap in Markdown: headings become sections and topics, links become resources, the rest becomes prose.
 * Whatever was changed, left out or not understood is in the report, with its line. Refuses only what holds no roadmap at all.
 *
 * With `previous`, what is recognised as the same thing keeps its id, also when it was renamed or moved, and the report lists the changes.
 */
export function readRoadmap(markdown: string, options: RoadmapOptions): RoadmapResult {
  const refusal = refusalOf(markdown);
  if (refusal) return refusal;

  const notes = new Notes();
  const front = splitFrontMatter(toLines(markdown));
  if (front.isPresent)
    notes.info(1, 'front_matter', 'Front matter: its title and description are used where the text has none.');
  const blocks = parseBlocks(front.lines);
  const deep = tooDeepIn(blocks);
  if (deep) return refused('too_deep', `Lists and quotes are nested more than ${blockDepthMax} deep.`, deep.line);

  const reader = new CourseReader(blocks, notes);
  if (!reader.hasHeadings)
    return refused('no_headings', 'The file has no headings, so there is nothing to make sections of.');
  const found = reader.read(front);
  const { sections, changes } = identify(found.sections, options);
  const topics = sections.flatMap((section) => section.topics);
  const resources = [...sections, ...topics].reduce((sum, part) => sum + part.resources.length, 0);
  return {
    ok: true,
    course: { title: found.title, summary: found.summary, sections },
    report: { sections: sections.length, topics: topics.length, resources, notes: notes.inOrder(), changes },
  };
}

function refusalOf(markdown: string): RoadmapRefusal | null {
  const problem = textProblem(markdown);
  return problem && refused(problem.code, problem.message);
}

function refused(code: RoadmapRefusal['code'], message: string, line?: number): RoadmapRefusal {
  return { ok: false, code, message, line };
}

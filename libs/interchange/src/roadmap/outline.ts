import type { Block, Heading } from '../markdown/block.js';
import { asideOf } from './decoration.js';
import type { ReadHeading } from './heading.js';
import type { Notes } from './notes.js';

/** A heading with what stands under it. */
export interface OutlineNode {
  readonly heading: Heading;
  readonly blocks: Block[];
  readonly topics: OutlineNode[];
}

export interface Outline {
  /** The heading that names the course. */
  readonly title: Heading | null;
  /** What stands before the first section. */
  readonly intro: Block[];
  readonly sections: OutlineNode[];
}

/**
 * Turns blocks into sections and topics, whatever levels of heading the file uses: the highest level names the course where it has only
 * one heading, the next one the sections, and in each section the highest level below that the topics. Deeper headings stay in their topic.
 */
export function outlineOf(blocks: readonly Block[], readHeading: ReadHeading, notes: Notes): Outline {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const isCourse = (heading: Heading) =>
    readHeading(heading).title !== '' && asideOf(readHeading(heading).title) === null;
  const title = titleHeading(blocks, headings.filter(isCourse));
  const sectionDepth = topDepth(headings.filter((heading) => heading !== title && isCourse(heading)));

  const intro: Block[] = [];
  const sections: OutlineNode[] = [];
  for (const block of blocks) {
    const section = sections.at(-1);
    if (block === title) continue;
    if (block.kind !== 'heading') (section?.blocks ?? intro).push(block);
    else if (readHeading(block).title === '')
      notes.warning(
        block.line,
        'empty_heading',
        'A heading without words: what follows it belongs to the heading before.',
      );
    else if (block.depth <= sectionDepth || !section) sections.push({ heading: block, blocks: [], topics: [] });
    else section.blocks.push(block);
  }
  return { title, intro, sections: sections.map((section) => withTopics(section)) };
}

function titleHeading(blocks: readonly Block[], headings: readonly Heading[]): Heading | null {
  const [first, second] = headings;
  if (!first) return null;
  const highest = topDepth(headings);
  const tops = headings.filter(({ depth }) => depth === highest);
  if (tops.length === 1) return tops[0] ?? null;
  // Several first-level headings: the first is the title if it only introduces the others.
  const isIntroduction = first.depth === 1 && second?.depth === 1;
  return isIntroduction && !listsBetween(blocks, first, second) ? first : null;
}

function listsBetween(blocks: readonly Block[], from: Block, to: Block): boolean {
  return blocks.slice(blocks.indexOf(from), blocks.indexOf(to)).some((block) => block.kind === 'list');
}

function withTopics(section: OutlineNode): OutlineNode {
  const topicDepth = topDepth(section.blocks.filter((block) => block.kind === 'heading'));
  const own: Block[] = [];
  const topics: OutlineNode[] = [];
  for (const block of section.blocks) {
    const topic = topics.at(-1);
    const opens = block.kind === 'heading' && (block.depth <= topicDepth || !topic);
    if (opens) topics.push({ heading: block, blocks: [], topics: [] });
    else (topic?.blocks ?? own).push(block);
  }
  return { heading: section.heading, blocks: own, topics };
}

/** The depth of the highest heading. A spread into `Math.min` would overflow the stack on a long file. */
function topDepth(headings: readonly Heading[]): number {
  return headings.reduce((depth, heading) => Math.min(depth, heading.depth), Infinity);
}

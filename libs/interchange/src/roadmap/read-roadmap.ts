import type { Block, Definition } from '../markdown/block.js';
import { blockDepthMax, parseBlocks, tooDeepIn } from '../markdown/blocks.js';
import { type FrontMatter, splitFrontMatter } from '../markdown/front-matter.js';
import { labelKey, readInline } from '../markdown/inline.js';
import { toLines } from '../markdown/lines.js';
import { textProblem } from '../markdown/text-problem.js';
import { type BodyTools, readBody } from './body.js';
import { asName, asideOf } from './decoration.js';
import { headingReader, type ReadHeading } from './heading.js';
import { type FoundSection, type FoundTopic, identify } from './identity.js';
import { Notes } from './notes.js';
import { type Outline, outlineOf, type OutlineNode } from './outline.js';
import { resourceOf } from './resources.js';
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

  const reader = new RoadmapReader(blocks, notes);
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

interface FoundCourse {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly FoundSection[];
}

class RoadmapReader {
  private readonly tools: BodyTools;
  private readonly readHeading: ReadHeading;
  private readonly keys = new Set<string>();
  private readonly numbers = new Set<string>();

  constructor(
    private readonly blocks: readonly Block[],
    private readonly notes: Notes,
  ) {
    const definitions = new Map(blocks.filter(isDefinition).map(({ label, url }) => [labelKey(label), url]));
    this.tools = { readText: (text) => readInline(text, definitions), notes };
    this.readHeading = headingReader(this.tools.readText);
  }

  get hasHeadings(): boolean {
    return this.blocks.some((block) => block.kind === 'heading' && this.readHeading(block).title !== '');
  }

  read(front: FrontMatter): FoundCourse {
    const outline = outlineOf(this.blocks, this.readHeading, this.notes);
    const title = this.titleOf(outline, front);
    const nodes = outline.sections.filter((node) => this.belongs(node));
    if (nodes.length > 0 || !outline.title) {
      return {
        title,
        summary: this.summaryOf(outline, title) || (front.summary ?? ''),
        sections: nodes.map((node) => this.section(node)),
      };
    }
    this.notes.info(
      outline.title.line,
      'single_section',
      'The file has one heading only: it names the course and its one section.',
    );
    const only = { heading: outline.title, blocks: outline.intro, topics: [] };
    return { title, summary: front.summary ?? '', sections: [this.section(only)] };
  }

  private titleOf({ title, intro }: Outline, front: FrontMatter): string {
    const html = intro.find((block) => block.kind === 'html' && /<h1[\s>]/i.test(block.source));
    const found =
      (title ? this.readHeading(title).title : front.title) ??
      (html ? asName(this.tools.readText(html.source).plain) : '');
    if (found) return found;
    this.notes.warning(1, 'no_title', 'No single heading names the course: give it a title.');
    return 'Untitled course';
  }

  /** Links cannot belong to a course as a whole, so they stay in its summary. */
  private summaryOf({ title, intro }: Outline, courseTitle: string): string {
    const { prose, resources } = readBody(intro, courseTitle, this.tools);
    const atLine = title?.line ?? 1;
    const bare = resources.filter(({ url }) => url !== null && !prose.includes(url));
    if (resources.length > 0) {
      this.notes.info(
        atLine,
        'intro_link',
        `Links before the first section (${resources.length}) stay in the summary: only sections and topics have resources.`,
      );
    }
    return [prose, bare.map((link) => `- [${link.title}](<${link.url}>)`).join('\n')]
      .filter((text) => text !== '')
      .join('\n\n');
  }

  /** Whether a heading is about the course; what is not is left out and noted. */
  private belongs(node: OutlineNode): boolean {
    const { title } = this.readHeading(node.heading);
    const aside = asideOf(title);
    if (aside === 'contents' && this.isContents(node)) {
      this.notes.info(node.heading.line, 'contents', `“${title}”: a table of contents, not needed.`);
      return false;
    }
    if (aside !== 'project') return true;
    this.notes.warning(
      node.heading.line,
      'project_heading',
      `“${title}” is about the project, not the course: left out with what stands under it.`,
    );
    return false;
  }

  private isContents(node: OutlineNode): boolean {
    return (
      node.topics.length === 0 && node.blocks.every((block) => block.kind !== 'list' || /\]\(#/.test(block.source))
    );
  }

  private section(node: OutlineNode): FoundSection {
    const topics = node.topics.filter((topic) => this.belongs(topic));
    return { ...this.part(node), topics: topics.map((topic) => this.part(topic)) };
  }

  private part({ heading, blocks }: OutlineNode): FoundTopic {
    const { title, number, links, hasEmoji, externalKey } = this.readHeading(heading);
    const { line } = heading;
    if (hasEmoji) this.notes.info(line, 'emoji', `“${title}”: emoji beside the title are left out.`);
    if (number && this.numbers.has(number)) {
      this.notes.warning(
        line,
        'number_repeated',
        `The number ${number} has been used before: parts are told apart by their titles.`,
      );
    }
    if (number) this.numbers.add(number);
    const place = { line, context: title, kindHint: null };
    const ownLinks = links.map((link) => resourceOf(link, place, this.notes)).filter((link) => link !== null);
    const { resources, prose } = readBody(blocks, title, this.tools);
    return { title, number, externalKey: this.keyOf(externalKey, line), prose, resources: [...ownLinks, ...resources] };
  }

  private keyOf(key: string | null, line: number): string | null {
    if (key === null || !this.keys.has(key)) {
      if (key !== null) this.keys.add(key);
      return key;
    }
    this.notes.warning(line, 'key_repeated', `{#${key}} has been used before: it cannot name a second part.`);
    return null;
  }
}

function isDefinition(block: Block): block is Definition {
  return block.kind === 'definition';
}

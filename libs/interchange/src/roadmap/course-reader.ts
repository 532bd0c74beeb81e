import type { Block } from '../markdown/block.js';
import { addressesOf, definitionLines } from '../markdown/definitions.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import { readInline } from '../markdown/inline.js';
import { type BodyTools, readBody } from './body.js';
import { asideOf, asName, withoutEmoji } from './decoration.js';
import { headingReader, type ReadHeading } from './heading.js';
import type { FoundSection, FoundTopic } from './identity.js';
import type { Notes } from './notes.js';
import { type Outline, outlineOf, type OutlineNode } from './outline.js';
import { resourceOf } from './resources.js';

export interface FoundCourse {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly FoundSection[];
}

/** Reads the blocks of a roadmap as a course, and notes what does not fit into one. */
export class CourseReader {
  private readonly tools: BodyTools;
  private readonly readHeading: ReadHeading;
  private readonly keys = new Set<string>();
  private readonly numbers = new Set<string>();

  constructor(
    private readonly blocks: readonly Block[],
    private readonly notes: Notes,
  ) {
    const definitions = definitionLines(blocks);
    const addresses = addressesOf(definitions);
    this.tools = { readText: (text) => readInline(text, addresses), definitions, notes };
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
    const heading = title && this.readHeading(title);
    const found =
      heading?.title ?? front.title ?? intro.map((block) => this.htmlTitle(block)).find((text) => text !== '');
    if (title && heading?.hasEmoji)
      this.notes.info(title.line, 'emoji', `“${heading.title}”: emoji beside the title are left out.`);
    if (found) return found;
    this.notes.warning(1, 'no_title', 'No single heading names the course: give it a title.');
    return 'Untitled course';
  }

  /** What an HTML heading of the first level says; empty for any other block. */
  private htmlTitle(block: Block): string {
    const isTitle = block.kind === 'html' && /<h1[\s>]/i.test(block.source);
    return isTitle ? withoutEmoji(asName(this.tools.readText(block.source).plain)) : '';
  }

  /** Links cannot belong to a course as a whole, so they stay in its summary. */
  private summaryOf({ title, intro }: Outline, courseTitle: string): string {
    const shown = intro.filter((block) => this.htmlTitle(block) !== courseTitle);
    const { prose, resources } = readBody(shown, courseTitle, this.tools);
    const links = resources.filter(({ url, kind }) => url !== null && kind !== 'image');
    if (resources.length > 0) {
      const message = `Links before the first section (${links.length}) stay in the summary, pictures do not: only sections and topics have resources.`;
      this.notes.info(title?.line ?? 1, 'intro_link', message);
    }
    const bare = links.filter(({ url }) => url !== null && !prose.includes(url));
    const list = bare.map((link) => `- [${link.title}](<${link.url}>)`).join('\n');
    return [prose, list].filter((text) => text !== '').join('\n\n');
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
    const { title, number, links, hasEmoji, isCut, externalKey } = this.readHeading(heading);
    const { line } = heading;
    if (hasEmoji) this.notes.info(line, 'emoji', `“${title}”: emoji beside the title are left out.`);
    if (isCut) this.notes.warning(line, 'long_title', `“${title}” is the beginning of a title that is too long.`);
    if (number && this.numbers.has(number)) {
      this.notes.warning(
        line,
        'number_repeated',
        `The number ${number} has been used before: parts are told apart by their titles.`,
      );
    }
    if (number) this.numbers.add(number);
    const place = { line, context: () => title, kindHint: null };
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

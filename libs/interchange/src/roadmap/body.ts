import { type Block, isComment, type Leaf, type List, type ListItem } from '../markdown/block.js';
import { type DefinitionLines, withDefinitions } from '../markdown/definitions.js';
import type { Inline, Link } from '../markdown/inline.js';
import { asName, isBadge, isContentsList, isOnlyLinks, labelOf, outside } from './decoration.js';
import type { Notes } from './notes.js';
import { bookOf, type FoundResource, resourceOf } from './resources.js';
import type { ResourceKind } from './roadmap.js';

/** What stands under a heading: things to follow, and words to read. */
export interface Body {
  readonly resources: FoundResource[];
  readonly prose: string;
}

/** Reads what stands under a heading. `title` lends its words to links whose label says nothing. */
export function readBody(blocks: readonly Block[], title: string, tools: BodyTools): Body {
  const reader = new BodyReader(title, tools);
  const prose = reader.prose(blocks);
  return { resources: reader.resources, prose: withDefinitions(prose, tools.definitions) };
}

export interface BodyTools {
  readonly readText: (text: string) => Inline;
  readonly definitions: DefinitionLines;
  readonly notes: Notes;
}

/** A text and the line on which it begins. */
interface Place {
  readonly source: string;
  readonly line: number;
}

/**
 * Words stay as they are written, in order. What is nothing but links leaves the prose and becomes resources; a link among words does both.
 */
class BodyReader {
  readonly resources: FoundResource[] = [];
  private kindHint: ResourceKind | null = null;
  private readonly notes: Notes;
  private readonly ownTitle = () => this.title;

  constructor(
    private readonly title: string,
    private readonly tools: BodyTools,
  ) {
    this.notes = tools.notes;
  }

  prose(blocks: readonly Block[]): string {
    return blocks
      .map((block) => this.block(block))
      .filter((text) => text !== '')
      .join('\n\n');
  }

  private block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return this.text(block, this.ownTitle) ? block.source : '';
      case 'heading':
        this.notes.info(
          block.line,
          'sub_heading',
          `“${asName(block.text)}” is deeper than topics go: it stays in the prose.`,
        );
        this.kindHint = null;
        this.gather(this.tools.readText(block.text).links, block, () => asName(block.text));
        return block.source;
      case 'list':
        return this.list(block);
      case 'quote':
        this.gather(
          this.tools.readText(block.content).links,
          { line: block.line, source: block.content },
          this.ownTitle,
        );
        return block.source;
      case 'html':
        return this.html(block);
      case 'break':
        this.notes.info(block.line, 'separator', 'A line between parts: not needed.');
        return '';
      case 'code':
        return block.source;
      case 'definition':
      case 'too_deep':
        return '';
      default:
        return block satisfies never;
    }
  }

  /** Takes in the links of a text and says whether the text has words that should stay. */
  private text({ source, line }: Place, context: () => string): boolean {
    const inline = this.tools.readText(source);
    const label = inline.links.length === 0 ? labelOf(inline.plain) : null;
    if (label) {
      this.notes.info(line, 'label', `“${inline.plain}” only announces what follows it.`);
      this.kindHint = label.kind;
      return false;
    }
    this.gather(inline.links, { line, source }, context);
    return !isOnlyLinks(source, inline);
  }

  private gather(links: readonly Link[], { source, line }: Place, context: () => string): void {
    let current = line;
    let lineEnd = source.indexOf('\n');
    for (const link of links) {
      for (; lineEnd !== -1 && lineEnd < link.start; lineEnd = source.indexOf('\n', lineEnd + 1)) current += 1;
      if (isBadge(link, source)) {
        this.notes.info(current, 'badge', `“${asName(link.text)}” is a badge: left out.`);
      } else {
        const resource = resourceOf(link, { line: current, context, kindHint: this.kindHint }, this.notes);
        if (resource) this.resources.push(resource);
      }
    }
  }

  private html(block: Leaf): string {
    const { source, line } = block;
    if (isComment(block)) {
      this.notes.info(line, 'comment', 'A comment: left out.');
      return '';
    }
    const inline = this.tools.readText(source);
    this.gather(inline.links, block, this.ownTitle);
    const words = this.tools.readText(outside(source, inline.links)).plain;
    if (words === '') this.notes.info(line, 'html', 'HTML that only arranges things: left out.');
    else
      this.notes.warning(
        line,
        'html',
        `HTML is not taken over; its words are left out: “${asName(words.slice(0, 80))}”.`,
      );
    return '';
  }

  private list(list: List): string {
    if (isContentsList(list, this.tools.readText)) {
      this.notes.info(list.line, 'contents', 'A table of contents: not needed.');
      return '';
    }
    if (list.items.some((item) => item.isTicked !== null)) {
      this.notes.info(list.line, 'task_list', 'Boxes to tick: the items count, the boxes do not.');
    }
    const hint = this.kindHint;
    const lines = this.items(list);
    this.kindHint = hint;
    return lines.join('\n');
  }

  private items(list: List): string[] {
    let number = 0;
    return list.items.flatMap((item) => {
      const marker = list.isOrdered ? `${number + 1}. ` : '- ';
      const lines = this.item(item, marker);
      if (lines[0]?.startsWith(marker)) number += 1;
      return lines;
    });
  }

  /** The lines of an item that stay in the prose; the children of an item that does not stay take its place. */
  private item(item: ListItem, marker: string): string[] {
    const [first, ...others] = item.blocks;
    const text = first?.kind === 'paragraph' ? first : null;
    const hasWords = text !== null && this.itemText(text);
    const below = (text ? others : item.blocks).map((block) => ({ kind: block.kind, text: this.block(block) }));
    const kept = below.filter((part) => part.text !== '');
    // Words below a link are about it, so the link stays with them.
    const stays = text !== null && (hasWords || kept.some((part) => part.kind !== 'list'));
    if (!stays) return kept.flatMap((part) => part.text.split('\n'));
    // A list may follow the item's text directly; anything else would run into it.
    const lines = [text.source, ...kept.map((part) => (part.kind === 'list' ? part.text : `\n${part.text}`))].flatMap(
      (part) => part.split('\n'),
    );
    const indent = ' '.repeat(marker.length);
    return lines.map((line, index) => (index === 0 ? marker : line && indent) + line);
  }

  private itemText(text: Place): boolean {
    const inline = this.tools.readText(text.source);
    const book = inline.links.length === 0 ? bookOf(inline.plain) : null;
    if (book) {
      this.resources.push(book);
      return false;
    }
    return this.text(text, () => wordsBeside(text.source, inline, this.tools.readText) || this.title);
  }
}

/** What an item says about its links: the words before the first of them, or else all that are outside of them. */
function wordsBeside(source: string, { links }: Inline, readText: BodyTools['readText']): string {
  const before = readText(source.slice(0, links[0]?.start ?? 0)).plain;
  const words = /[\p{L}\p{N}]/u.test(before) ? before : readText(outside(source, links)).plain;
  return words.replace(/^[\s:,;–—-]+|[\s:,;–—-]+$/g, '');
}

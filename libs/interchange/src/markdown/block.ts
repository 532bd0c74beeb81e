import { type Line, sourceOf } from './lines.js';

interface BlockBase {
  /** Where the block begins in the file. */
  readonly line: number;
  /** The block as the author wrote it, without the marks of the containers around it. */
  readonly source: string;
}
export interface Leaf extends BlockBase {
  /** `too_deep` stands for containers nested deeper than anyone reads. */
  readonly kind: 'paragraph' | 'code' | 'html' | 'break' | 'too_deep';
}
export interface Heading extends BlockBase {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
}
export interface Definition extends BlockBase {
  readonly kind: 'definition';
  readonly label: string;
  readonly url: string;
}
export interface Quote extends BlockBase {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  /** The source without its `>` marks. */
  readonly content: string;
}
export interface List extends BlockBase {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  readonly line: number;
  /** The task box: ticked, empty, or none at all. */
  readonly isTicked: boolean | null;
  /** The content without marker, box and indent. */
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
}
export type Block = Leaf | Heading | Definition | Quote | List;

/** What was found at a line, and the index of the line after it. */
export interface Found {
  readonly block: Block;
  readonly next: number;
}

export function leafOf(kind: Leaf['kind'], lines: readonly Line[]): Leaf {
  return { kind, line: lines[0]?.number ?? 0, source: sourceOf(lines) };
}

/** The number of the line that follows the block. */
export function lineAfter(block: Block): number {
  return block.line + block.source.split('\n').length;
}

export function isComment(block: Block): boolean {
  return block.kind === 'html' && block.source.trimStart().startsWith('<!--');
}

import type { QuestionType } from '#libs/contracts';

import { type Attributes, splitAttributes } from '../markdown/attributes.js';
import { type Block, type Heading, isComment, lineAfter, type List, type ListItem } from '../markdown/block.js';
import type { Line } from '../markdown/lines.js';
import { fenceAfter } from '../markdown/starts.js';
import { findAnswer, needsDeclaration } from './answer-block.js';
import type { QuestionNote } from './question-report.js';
import { declaredType } from './settings.js';

/** What may be a question: a heading or a numbered item, with all that belongs to it. */
export interface Candidate {
  readonly line: number;
  /** The heading, which is the first paragraph of the stem; empty for numbered items. */
  readonly lead: string;
  readonly attributes: Attributes;
  readonly lines: readonly Line[];
}

export interface Segments {
  readonly candidates: readonly Candidate[];
  /** Blocks that belong to no question and introduce none. */
  readonly loose: readonly Block[];
  readonly notes: readonly QuestionNote[];
}

/** A heading with what stands up to the next one; the first part of a file has no heading. */
interface Part {
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
  readonly next: Heading | null;
}

interface HeadedPart extends Part {
  readonly heading: Heading;
}

/** Cuts a file into what may be questions, and keeps titles, introductions and loose text apart from them. */
export function segmentsOf(blocks: readonly Block[], lines: readonly Line[]): Segments {
  const parts = partsOf(blocks).map((part) => (isAsking(part) ? asked(part, lines) : titled(part)));
  return {
    candidates: parts.flatMap((part) => part.candidates),
    loose: parts.flatMap((part) => part.loose),
    notes: parts.flatMap((part) => part.notes),
  };
}

/** A heading that asks is one question. */
function asked({ heading, blocks }: HeadedPart, lines: readonly Line[]): Segments {
  const { own, rest } = splitAtBreak(blocks, declaredType(splitAttributes(heading.text).attributes));
  return { candidates: [headed(heading, own, lines)], loose: rest.filter(isText), notes: [] };
}

/** What stands under a title introduces, or is a list of questions. */
function titled({ heading, blocks }: Part): Segments {
  const { introduction, lists, rest } = splitAtQuestions(blocks);
  return {
    candidates: lists.flatMap((list) => list.items.map(numbered)),
    loose: rest,
    notes: titleNotes(heading, introduction),
  };
}

function partsOf(blocks: readonly Block[]): Part[] {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ heading: block, index }] : []));
  return [null, ...starts].map((start, index) => {
    const next = starts[index] ?? null;
    const own = blocks.slice(start ? start.index + 1 : 0, next?.index);
    return { heading: start?.heading ?? null, blocks: adoptOptions(own), next: next?.heading ?? null };
  });
}

function isAsking(part: Part): part is HeadedPart {
  const { heading, blocks, next } = part;
  if (heading !== null && isDeclared(heading.text)) return true;
  if (heading === null || blocks.some(isQuestionList)) return false;
  const leadsDeeper = next !== null && next.depth > heading.depth;
  return !leadsDeeper || findAnswer(blocks) !== null;
}

/** A numbered list of which at least one item can be answered. */
export function isQuestionList(block: Block): block is List {
  return (
    block.kind === 'list' &&
    block.isOrdered &&
    block.items.some((item) => isDeclared(item.lines[0]?.text ?? '') || findAnswer(item.blocks) !== null)
  );
}

/** Whether the author says that this is a question, of a type whose answers could as well be a part of some prose. */
function isDeclared(text: string): boolean {
  return text.endsWith('}') && needsDeclaration(declaredType(splitAttributes(text).attributes));
}

/** Options below a numbered item are often indented by too little to belong to it; that they are indented at all says they should. */
function adoptOptions(blocks: readonly Block[]): Block[] {
  const adopted: Block[] = [];
  for (const block of blocks) {
    const list = adopted.at(-1);
    const isAdopted =
      list?.kind === 'list' && list.isOrdered && isIndentedList(block) && lineAfter(list) === block.line;
    if (isAdopted) adopted.splice(-1, 1, withChild(list, block));
    else adopted.push(block);
  }
  return adopted;
}

function isIndentedList(block: Block): boolean {
  return block.kind === 'list' && block.source.startsWith(' ');
}

function withChild(list: List, child: Block): List {
  const parent = list.items.at(-1)!; // a list has at least the item of its first marker
  const lines = [
    ...parent.lines,
    ...child.source.split('\n').map((text, index) => ({ text, number: child.line + index })),
  ];
  return { ...list, items: [...list.items.slice(0, -1), { ...parent, lines, blocks: [...parent.blocks, child] }] };
}

/** A line across the page after the answers ends a question. */
function splitAtBreak(
  blocks: readonly Block[],
  type: QuestionType | undefined,
): { own: readonly Block[]; rest: readonly Block[] } {
  const answeredAt = findAnswer(blocks, type)?.lineAfter ?? Infinity;
  const breakAt = blocks.findIndex((block) => block.kind === 'break' && block.line >= answeredAt);
  return breakAt === -1 ? { own: blocks, rest: [] } : { own: blocks.slice(0, breakAt), rest: blocks.slice(breakAt) };
}

function splitAtQuestions(blocks: readonly Block[]): {
  introduction: readonly Block[];
  lists: readonly List[];
  rest: readonly Block[];
} {
  const first = blocks.findIndex(isQuestionList);
  const introduction = first === -1 ? blocks : blocks.slice(0, first);
  const others = first === -1 ? [] : blocks.slice(first);
  return {
    introduction: introduction.filter(isText),
    lists: others.filter(isQuestionList),
    rest: others.filter((block) => !isQuestionList(block) && isText(block)),
  };
}

/** Whether a reader would see the block. */
function isText(block: Block): boolean {
  return block.kind !== 'break' && block.kind !== 'definition' && !isComment(block);
}

function titleNotes(heading: Heading | null, introduction: readonly Block[]): QuestionNote[] {
  const title = heading && {
    line: heading.line,
    kind: 'title' as const,
    message: `“${heading.text.slice(0, 120)}” is a title, not a question.`,
  };
  const texts = introduction.map(({ line }) => ({
    line,
    kind: 'introduction' as const,
    message: 'Text that introduces the questions.',
  }));
  return title ? [title, ...texts] : texts;
}

function headed(heading: Heading, blocks: readonly Block[], lines: readonly Line[]): Candidate {
  const { text, attributes } = splitAttributes(heading.text);
  const last = blocks.at(-1) ?? heading;
  const offset = lines[0]?.number ?? 1;
  const own = lines.slice(lineAfter(heading) - offset, lineAfter(last) - offset);
  return { line: heading.line, lead: text, attributes, lines: withAnnouncementsApart(own) };
}

function numbered(item: ListItem): Candidate {
  const [first = { text: '', number: item.line }, ...others] = item.lines;
  const { text, attributes } = splitAttributes(first.text);
  return { line: item.line, lead: '', attributes, lines: withAnnouncementsApart([{ ...first, text }, ...others]) };
}

/** Without a blank line before it, Markdown takes an “Explanation: …” after the options for more of the last one. */
function withAnnouncementsApart(lines: readonly Line[]): Line[] {
  const apart: Line[] = [];
  let fence: string | null = null;
  let hasOptions = false;
  for (const line of lines) {
    hasOptions ||= fence === null && /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]/.test(line.text);
    const isAnnounced = hasOptions && fence === null && /^(?:\*\*|__)?Explanation(?:\*\*|__)?:/i.test(line.text);
    if (isAnnounced) apart.push({ ...line, text: '' });
    apart.push(line);
    fence = fenceAfter(fence, line.text);
  }
  return apart;
}

import type { QuestionType } from '#libs/contracts';

import { type Block, lineAfter, type List } from '../markdown/block.js';
import { type Alert, alertOf, alertsIn } from './alerts.js';
import { isGapItem } from './gap-items.js';
import { isMatch } from './matches.js';

/** Where the answers of a question stand: a list, or lines that begin with `Answer:`. */
export interface AnswerBlock {
  readonly lists: readonly List[];
  readonly lines: readonly AnswerLine[];
  /** Number of the first line of the answers, and of the one that follows them. */
  readonly line: number;
  readonly lineAfter: number;
}
export interface AnswerLine {
  readonly line: number;
  readonly text: string;
  /** The `> [!feedback]` below it. */
  readonly feedback?: Alert;
}

const answerLine = /^\s*(?:\*\*|__)?Answer(?:\*\*|__)?:(?:\*\*|__)?\s*(.*)$/i;

/** The answers among the blocks of a question, which look different where the author declares some types; null where there are none. */
export function findAnswer(blocks: readonly Block[], type?: QuestionType): AnswerBlock | null {
  switch (type) {
    case 'matching':
      return lastList(blocks, (list) => !list.isOrdered && list.items.some(isMatch));
    case 'ordering':
      return lastList(blocks, (list) => list.isOrdered);
    case 'cloze':
      return lastList(blocks, (list) => !list.isOrdered && list.items.some(isGapItem));
    case 'essay':
      return endOfEssay(blocks);
    default:
      return boxesOrLines(blocks);
  }
}

/** Whether what stands in front of the answers cannot be told from them without knowing the type. */
export function needsDeclaration(type: QuestionType | undefined): boolean {
  return type === 'matching' || type === 'ordering' || type === 'cloze' || type === 'essay';
}

/** The stem may hold lists of the same kind; the answers stand below it. */
function lastList(blocks: readonly Block[], isAnswer: (list: List) => boolean): AnswerBlock | null {
  const list = blocks.filter((block) => block.kind === 'list').findLast(isAnswer);
  return list ? { lists: [list], lines: [], line: list.line, lineAfter: lineAfter(list) } : null;
}

/** Nothing answers an essay: its stem ends where something is said to its author, its learners or its markers. */
function endOfEssay(blocks: readonly Block[]): AnswerBlock | null {
  const [first] = alertsIn(blocks);
  return first ? { lists: [], lines: [], line: first.line, lineAfter: first.line } : null;
}

function boxesOrLines(blocks: readonly Block[]): AnswerBlock | null {
  const lists = blocks
    .filter((block) => block.kind === 'list')
    .filter((list) => list.items.some((item) => item.isTicked !== null));
  const lines = blocks.flatMap((block, index) => answerLinesIn(block, blocks[index + 1]));
  const spans = [
    ...lists.map((list) => ({ from: list.line, to: lineAfter(list) })),
    ...lines.map(({ line }) => ({ from: line, to: line + 1 })),
  ].toSorted((a, b) => a.from - b.from);
  const [first] = spans;
  const last = spans.at(-1);
  return first && last ? { lists, lines, line: first.from, lineAfter: last.to } : null;
}

function answerLinesIn(block: Block, next: Block | undefined): AnswerLine[] {
  if (block.kind !== 'paragraph') return [];
  const lines = block.source.split('\n');
  const alert = next ? alertOf(next) : null;
  return lines.flatMap((text, index) => {
    const answer = answerLine.exec(text)?.[1];
    if (answer === undefined) return [];
    const isLast = index === lines.length - 1;
    const feedback = isLast && alert?.name === 'feedback' ? { feedback: alert } : {};
    return [{ line: block.line + index, text: answer.trim(), ...feedback }];
  });
}

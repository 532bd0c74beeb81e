import { type Block, lineAfter, type List } from '../markdown/block.js';

/** Where the answers of a question stand: a list of options, or lines that begin with `Answer:`. */
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
}

const answerLine = /^\s*(?:\*\*|__)?Answer(?:\*\*|__)?:(?:\*\*|__)?\s*(.*)$/i;

/** The answers among the blocks of a question; null where there are none. */
export function findAnswer(blocks: readonly Block[]): AnswerBlock | null {
  const lists = blocks
    .filter((block) => block.kind === 'list')
    .filter((list) => list.items.some((item) => item.isTicked !== null));
  const lines = blocks.filter((block) => block.kind === 'paragraph').flatMap(answerLinesIn);
  const spans = [
    ...lists.map((list) => ({ from: list.line, to: lineAfter(list) })),
    ...lines.map(({ line }) => ({ from: line, to: line + 1 })),
  ].toSorted((a, b) => a.from - b.from);
  const [first] = spans;
  const last = spans.at(-1);
  return first && last ? { lists, lines, line: first.from, lineAfter: last.to } : null;
}

function answerLinesIn(paragraph: Block): AnswerLine[] {
  return paragraph.source.split('\n').flatMap((text, index) => {
    const answer = answerLine.exec(text)?.[1];
    return answer === undefined ? [] : [{ line: paragraph.line + index, text: answer.trim() }];
  });
}

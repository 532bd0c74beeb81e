import { type Block, isComment, lineAfter } from '../markdown/block.js';
import { parseBlocks } from '../markdown/blocks.js';
import { isBlank, type Line, sourceOf, withoutBlankEnds } from '../markdown/lines.js';
import { type AnswerBlock, findAnswer } from './answer-block.js';
import type { Candidate } from './segments.js';

/** The prose around the answers of a question. */
export interface QuestionParts {
  readonly stem: string;
  readonly explanation: string;
  readonly losses: readonly string[];
}

export function partsOf({ lead, lines }: Candidate, blocks: readonly Block[]): QuestionParts {
  const shown = withoutHidden(lines, blocks);
  const answer = findAnswer(blocks);
  if (!answer) return { stem: joined([lead, textOf(shown)]), explanation: '', losses: [] };
  return {
    stem: joined([lead, textOf(shown.filter(({ number }) => number < answer.line))]),
    explanation: explanationOf(shown.filter(({ number }) => number >= answer.lineAfter)),
    losses: textBetween(shown, answer),
  };
}

/** What a reader would not see is no part of a question: comments, and definitions, which are carried where they are used. */
function withoutHidden(lines: readonly Line[], blocks: readonly Block[]): readonly Line[] {
  const hidden = blocks.filter((block) => block.kind === 'definition' || isComment(block));
  if (hidden.length === 0) return lines;
  const numbers = new Set(
    hidden.flatMap((block) => Array.from({ length: lineAfter(block) - block.line }, (_, index) => block.line + index)),
  );
  return lines.filter(({ number }) => !numbers.has(number));
}

/** Everything after the answers; a quote loses its marks, and the word that announces it goes. */
function explanationOf(lines: readonly Line[]): string {
  const texts = parseBlocks(lines).map((block) => (block.kind === 'quote' ? block.content : block.source));
  return joined(texts).replace(/^(?:\*\*|__)?Explanation(?:\*\*|__)?:(?:\*\*|__)?\s*/i, '');
}

function textBetween(lines: readonly Line[], answer: AnswerBlock): string[] {
  if (answer.lists.length > 0) return [];
  const own = new Set(answer.lines.map(({ line }) => line));
  return lines
    .filter(
      ({ number, text }) => number >= answer.line && number < answer.lineAfter && !own.has(number) && !isBlank(text),
    )
    .map(({ number }) => `Line ${number} stands between answers and was left out.`);
}

function textOf(lines: readonly Line[]): string {
  return sourceOf(withoutBlankEnds(lines)).trimEnd();
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

import { parseBlocks } from '../markdown/blocks.js';
import { toLines } from '../markdown/lines.js';
import { fenceAfter, fenceOf } from '../markdown/starts.js';
import { findAnswer } from './answer-block.js';
import { isQuestionList } from './segments.js';

/** Ends what a text leaves open, a code fence or a comment, which would swallow all that follows in the file. */
export function closed(text: string): string {
  if (!swallows(text)) return text;
  const fences = text.split('\n').flatMap((line) => fenceOf(line) ?? []);
  const ends = [...fences, '-->', '</pre>', '</script>', '</style>', '</textarea>'].map((end) => `${text}\n${end}`);
  return ends.find((ended) => !swallows(ended)) ?? text;
}

function swallows(text: string): boolean {
  const last = parseBlocks(toLines(`${text}\n\nend`)).at(-1);
  return last?.kind !== 'paragraph' || last.source !== 'end';
}

/** A stem must not hold what the reader would take for its answers: boxes and `Answer:` lose their meaning, not their looks. */
export function withoutAnswers(stem: string): string {
  const blocks = parseBlocks(toLines(stem));
  if (findAnswer(blocks) === null && !blocks.some(isQuestionList)) return stem;
  let fence: string | null = null;
  const lines = stem.split('\n').map((line) => {
    const isCode = fence !== null || fenceOf(line) !== null;
    fence = fenceAfter(fence, line);
    return isCode
      ? line
      : line.replace(/^((?:\s|[-*+>]|\d+[.)])+)\[([ xX])\]/, '$1\\[$2]').replace(/^(\W*Answer\W*):/i, '$1\\:');
  });
  return lines.join('\n');
}

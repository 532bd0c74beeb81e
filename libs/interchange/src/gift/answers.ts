import type { Question } from '#libs/contracts';

import { letterOf } from '../questions/options.js';
import { type KeyResult, refuse } from '../questions/question-key.js';
import { type GradeMode, nearestGrade, percentOf, sizeOf } from '../moodle/grades.js';
import { fromText } from '../questions/plain-text.js';
import type { ProseReader } from './prose.js';
import { cut, piecesAt, type Source, splitAt, trimmed, unescaped } from './source.js';

/** What the answers are read with. */
export interface AnswerReader {
  readonly prose: ProseReader;
  readonly grades: GradeMode;
  readonly losses: string[];
  /** Why the question has to be refused, whatever its type makes of its answers. */
  readonly reasons: string[];
}

/** An answer with its weight and what is told about it. */
export interface Weighed {
  readonly answer: Source;
  /** Exact; null where none was written. */
  readonly share: string | null;
  readonly feedback: string | undefined;
}

const weight = /^%-*\d{1,2}\.?\d*%/;

/** Takes the weight, `%33.33333%`, and the feedback, behind `#`, off an answer. */
export function weigh(source: Source, { prose, grades, losses, reasons }: AnswerReader): Weighed {
  const own = trimmed(source);
  const percent = weight.exec(own.marks)?.[0];
  const [answer, told] = splitAt(percent ? cut(own, percent.length) : own, '#') ?? [
    percent ? cut(own, percent.length) : own,
  ];
  const feedback = prose.optional(told);
  if (percent === undefined) return { answer: trimmed(answer), share: null, feedback };
  const size = Number(percent.replace(/[%-]/g, '')) / 100;
  const { share, isKnown } = nearestGrade(percent.startsWith('%-') ? -size : size);
  const written = `The weight ${percent}`;
  const nearest = `%${percentOf(share)}%`;
  if (!isKnown && grades === 'error') reasons.push(`${written} is none that Moodle knows; the nearest is ${nearest}.`);
  if (!isKnown && grades === 'nearest') losses.push(`${written} became ${nearest}, the nearest that Moodle knows.`);
  return { answer: trimmed(answer), share, feedback };
}

/** `T`, `TRUE`, `F` or `FALSE` with what is told about the wrong response and then about the right one. */
export function truth(source: Source, { prose }: AnswerReader): KeyResult {
  const [answer, told] = splitAt(source, '#') ?? [source];
  const [wrong, right] = (told && splitAt(told, '#')) ?? [told];
  const key = unescaped(answer).startsWith('T');
  const [ofRight, ofWrong] = [prose.optional(right), prose.optional(wrong)];
  const [ofTrue, ofFalse] = key ? [ofRight, ofWrong] : [ofWrong, ofRight];
  const feedback = { ...(ofTrue && { true: ofTrue }), ...(ofFalse && { false: ofFalse }) };
  return { key: { type: 'true_false', key, ...((ofTrue ?? ofFalse) && { feedback }) } };
}

/** One `=` makes a question with one right answer; without any, weights say what each option earns. */
export function choice(source: Source, reader: AnswerReader): KeyResult {
  const pieces = piecesAt(source, /[~=]/g);
  if (pieces.length < 2) return refuse('A choice needs two options at least.');
  const isSingle = source.marks.includes('=');
  const options = pieces.map((piece, index) => optionOf(piece, index, reader));
  return isSingle ? singleKey(options, reader) : weightedKey(options);
}

type Option = Extract<Question, { type: 'single_choice' }>['options'][number];

function optionOf(piece: Source, index: number, reader: AnswerReader): Option {
  const isRight = piece.marks.startsWith('=');
  const hasMark = isRight || piece.marks.startsWith('~');
  const { answer, share, feedback } = weigh(hasMark ? cut(piece, 1) : piece, reader);
  const earned = share ?? (isRight ? '1' : '0');
  return {
    id: letterOf(index),
    text: reader.prose.read(answer),
    isKey: sizeOf(earned) > 0,
    ...(earned !== '0' && { share: earned }),
    ...(feedback && { feedback }),
  };
}

function singleKey(options: readonly Option[], { losses }: AnswerReader): KeyResult {
  const full = options.filter(({ share }) => share === '1');
  const [key] = full;
  if (!key) return refuse('No option earns the whole mark.');
  if (full.length > 1) losses.push(`${full.length} options earn the whole mark; only the first is shown as the key.`);
  const least = Math.min(0, ...options.map(({ share = '0' }) => sizeOf(share)));
  const floor = options.find(({ share = '0' }) => least < 0 && sizeOf(share) === least)?.share;
  const settled = options.map(({ share, ...option }) => ({
    ...option,
    isKey: option.id === key.id,
    ...(share !== undefined && option.id !== key.id && { share }),
  }));
  return { key: { type: 'single_choice', options: settled, shuffle: true, ...(floor !== undefined && { floor }) } };
}

function weightedKey(options: readonly Option[]): KeyResult {
  if (!options.some(({ isKey }) => isKey)) return refuse('No option is right: write “=” or a weight such as “%50%”.');
  return { key: { type: 'multiple_choice', options: [...options], shuffle: true, scoring: 'weighted' } };
}

/** `= prompt -> choice`; without a prompt the choice is a distractor. */
export function matching(source: Source, { prose }: AnswerReader): KeyResult {
  const pieces = piecesAt(source, /=/g);
  if (pieces.length < 2) return refuse('A matching needs two pairs at least.');
  const bad = pieces.find(({ marks }) => !marks.includes('->'));
  if (bad) return refuse(`“${bad.raw.slice(0, 80)}” has no “->” between a prompt and its choice.`);
  const pairs = pieces.map((piece) => {
    const [prompt, choice] = splitAt(piece.marks.startsWith('=') ? cut(piece, 1) : piece, '->')!; // none is without
    return { prompt: prose.read(prompt), choice: fromText(unescaped(choice)) };
  });
  if (pairs.some((pair) => pair.choice === '')) return refuse('There is a pair with nothing behind “->”.');
  const choices = [...new Set(pairs.map((pair) => pair.choice))];
  const idOf = new Map(choices.map((text, index) => [text, String(index + 1)]));
  const prompts = pairs
    .filter(({ prompt }) => prompt !== '')
    .map((pair, index) => ({ id: letterOf(index), text: pair.prompt, match: idOf.get(pair.choice)! })); // every choice has one
  if (prompts.length === 0) return refuse('There is nothing to match.');
  const parts = choices.map((text, index) => ({ id: String(index + 1), text }));
  return { key: { type: 'matching', prompts, choices: parts, shuffle: true, scoring: 'per_part' } };
}

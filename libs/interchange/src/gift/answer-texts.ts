import type { Question } from '#libs/contracts';

import { type KeyResult, refuse } from '../questions/question-key.js';
import { type AnswerReader, weigh, type Weighed } from './answers.js';
import { middleOf, overlap, plainDecimal } from './decimal.js';
import { cut, piecesAt, type Source, splitAt, trimmed, unescaped } from './source.js';

type ShortText = Extract<Question, { type: 'short_text' }>;
type Numeric = Extract<Question, { type: 'numeric' }>;

function weighAll(source: Source, reader: AnswerReader): Weighed[] {
  return piecesAt(source, /=/g).map((piece) => weigh(piece.marks.startsWith('=') ? cut(piece, 1) : piece, reader));
}

interface Pattern {
  readonly text: string;
  readonly share: string;
  readonly feedback: string | undefined;
}

/** `=answer =%50%another#with feedback`; `*` stands for any run of characters. */
export function shortText(source: Source, reader: AnswerReader): KeyResult {
  const patterns = weighAll(source, reader).map(({ answer, share, feedback }) => ({
    text: reader.prose.plain(answer),
    share: share ?? '1',
    feedback,
  }));
  if (patterns.some(({ text }) => text === '')) return refuse('There is an answer without text.');
  if (patterns.some(({ share }) => share.startsWith('-'))) return refuse('An answer has a weight below nothing.');
  if (!patterns.some(({ share }) => share === '1')) return refuse('No answer earns the whole mark.');
  const last = patterns.at(-1);
  const isForOthers = last?.text === '*' && last.share === '0';
  return {
    key: {
      type: 'short_text',
      ...arranged(isForOthers ? patterns.slice(0, -1) : patterns),
      caseSensitive: false,
      ...(isForOthers && last.feedback && { otherFeedback: last.feedback }),
    },
  };
}

/**
 * Moodle takes the first answer that fits; we try alternatives first. An answer that could fit the same text as an alternative
 * after it becomes an alternative too, so that the order decides as before.
 */
function arranged(patterns: readonly Pattern[]): Pick<ShortText, 'accepted' | 'alternatives'> {
  const accepted: string[] = [];
  const alternatives: NonNullable<ShortText['alternatives']> = [];
  const below = { texts: new Set<string>(), hasAny: false, hasWildcard: false };
  for (const { text, share, feedback } of patterns.toReversed()) {
    const hasWildcard = /(?:^|[^\\])\*/.test(text);
    const isPlain = share === '1' && feedback === undefined;
    const mayClash = below.hasWildcard || (hasWildcard && below.hasAny) || below.texts.has(text.toLowerCase());
    if (isPlain && !mayClash) accepted.push(text);
    else {
      alternatives.push({ text, share, ...(feedback !== undefined && { feedback }) });
      below.texts.add(text.toLowerCase());
      below.hasAny = true;
      below.hasWildcard ||= hasWildcard;
    }
  }
  return {
    accepted: accepted.toReversed(),
    ...(alternatives.length > 0 && { alternatives: alternatives.toReversed() }),
  };
}

/** `#value`, `#value:tolerance`, `#least..most`, or several of them behind `=`; behind `~#` what is told about anything else. */
export function numeric(source: Source, reader: AnswerReader): KeyResult {
  const [own, rest] = splitAt(cut(source, 1), '~') ?? [cut(source, 1)];
  const answers = weighAll(own, reader);
  if (answers.length === 0) return refuse('There is no number behind “#”.');
  const ranges = answers.map(({ answer, share, feedback }) => ({
    ...rangeOf(answer),
    share: share ?? '1',
    feedback,
    answer,
  }));
  const bad = ranges.find(({ value }) => value === undefined);
  if (bad) return refuse(`“${bad.answer.raw.slice(0, 80)}” is not a number, a number with a tolerance, or a range.`);
  if (ranges.some(({ share }) => share.startsWith('-'))) return refuse('An answer has a weight below nothing.');
  const [unused, told] = (rest && splitAt(rest, '#')) ?? [rest];
  if (unused && unused.raw.trim() !== '') reader.losses.push('What stands between “~” and “#” was left out.');
  const otherFeedback = reader.prose.optional(told);
  const known = ranges.flatMap(({ value, tolerance, share, feedback }) =>
    value === undefined || tolerance === undefined ? [] : [{ value, tolerance, share, feedback }],
  );
  const key = arrangedNumbers(known);
  return key
    ? { key: { type: 'numeric', ...key, ...(otherFeedback && { otherFeedback }) } }
    : refuse('No answer earns the whole mark.');
}

function rangeOf(source: Source): { value?: string; tolerance?: string } {
  const text = unescaped(source);
  const dots = text.indexOf('..');
  if (dots > 0) return middleOf(text.slice(0, dots).trim(), text.slice(dots + 2).trim()) ?? {};
  const colon = text.indexOf(':');
  const value = plainDecimal(colon > 0 ? text.slice(0, colon).trim() : text);
  const tolerance = colon > 0 ? plainDecimal(text.slice(colon + 1).trim()) : '0';
  if (value === null || tolerance === null || tolerance.startsWith('-')) return {};
  return { value, tolerance };
}

interface Range {
  readonly value: string;
  readonly tolerance: string;
  readonly share: string;
  readonly feedback: string | undefined;
}

/** The first number that earns the whole mark and has no more to say is the key; see {@link arranged} for the order of the others. */
function arrangedNumbers(ranges: readonly Range[]): Pick<Numeric, 'value' | 'tolerance' | 'alternatives'> | null {
  const full = ranges.filter(({ share }) => share === '1');
  const main = full.find(({ feedback }) => feedback === undefined) ?? full[0];
  if (!main) return null;
  const after = ranges.slice(ranges.indexOf(main) + 1);
  const standsAlone = main.feedback === undefined && !after.some((range) => overlap(main, range));
  const others = standsAlone ? ranges.filter((range) => range !== main) : ranges;
  const alternatives = others.map(({ feedback, ...range }) => ({
    ...range,
    ...(feedback !== undefined && { feedback }),
  }));
  const { value, tolerance } = main;
  return { value, tolerance, ...(alternatives.length > 0 && { alternatives }) };
}

/** `T#wrong#right`: what stands before the first `#` says so, in capitals. */
export function isTruth(source: Source): boolean {
  const [answer] = splitAt(source, '#') ?? [source];
  return ['T', 'TRUE', 'F', 'FALSE'].includes(trimmed(answer).raw);
}

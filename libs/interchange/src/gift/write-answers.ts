import type { Question } from '#libs/contracts';

import { fromText, plainTextOf } from '../questions/plain-text.js';
import { nearestGrade, percentOf, sizeOf } from '../moodle/grades.js';
import { lossIf, type Written } from '../questions/write-report.js';
import { decimalOfRatio, product } from './decimal.js';
import { escape } from './source.js';

type QuestionOf<Type extends Question['type']> = Extract<Question, { type: Type }>;

/** Markdown of a question whose format is Markdown already; what looks like a format, or a weight, gets its format named. */
export function prose(markdown: string): string {
  const text = escape(markdown.trim());
  return /^[[%]/.test(text) ? `[markdown]${text}` : text;
}

function feedbackOf(feedback: string | undefined): string {
  return feedback ? `#${prose(feedback)}` : '';
}

/** The lines between the braces. */
function block(lines: readonly string[]): string {
  return lines.map((line) => `\n\t${line}`).join('');
}

interface Weight {
  readonly size: number;
  readonly mark: string;
  readonly losses: readonly string[];
}

function weightOf(share: string): Weight {
  const { share: known, isKnown } = nearestGrade(sizeOf(share));
  const mark = `%${percentOf(known)}%`;
  return {
    size: sizeOf(known),
    mark,
    losses: lossIf(!isKnown, `A share of ${share} became ${mark}, the nearest that Moodle knows.`),
  };
}

/** `=` for the key, `~` for the others, each with what it earns. */
export function singleChoice({ options, shuffle, floor }: QuestionOf<'single_choice'>): Written {
  const weights = options.map(({ isKey, share }) =>
    isKey || share === undefined || sizeOf(share) === 0 ? null : weightOf(share),
  );
  const lines = options.map(
    ({ isKey, text, feedback }, index) =>
      `${isKey ? '=' : '~'}${weights[index]?.mark ?? ''}${prose(text)}${feedbackOf(feedback)}`,
  );
  const isSound = options
    .filter(({ isKey }) => isKey)
    .every(({ share = '1' }, index) => index === 0 && sizeOf(share) === 1);
  if (!isSound) return { leftOut: contradiction };
  const least = Math.min(0, ...options.map(({ share = '0' }) => nearestSize(share)));
  const isFull = options.some(({ isKey, share = '0' }) => !isKey && sizeOf(share) === 1);
  return {
    text: block(lines),
    losses: [
      ...weights.flatMap((weight) => weight?.losses ?? []),
      ...lossIf(!shuffle, unshuffled),
      ...lossIf(isFull, 'Several options earn the whole mark; which of them is the key is lost.'),
      ...lossIf(nearestSize(floor ?? '0') !== least, 'GIFT takes off all that a wrong option costs, and no more.'),
    ],
  };
}

function nearestSize(share: string): number {
  return sizeOf(nearestGrade(sizeOf(share)).share);
}

const unshuffled = 'The order of the options is not kept: Moodle shuffles them.';

const contradiction = 'What is right and what earns the mark contradict each other.';

/** Without `=`, so that several may be chosen; each with its share. */
export function multipleChoice(question: QuestionOf<'multiple_choice'>): Written {
  const { options, shuffle, scoring = 'all_or_nothing', floor } = question;
  const keys = options.filter(({ isKey }) => isKey).length;
  const weights = options.map(({ isKey, share }) =>
    weightOf(scoring === 'weighted' ? (share ?? (isKey ? `1/${keys}` : '0')) : isKey ? `1/${keys}` : '-1'),
  );
  if (options.some(({ isKey }, index) => isKey !== (weights[index]?.size ?? 0) > 0)) return { leftOut: contradiction };
  return {
    text: block(
      options.map(({ text, feedback }, index) => `~${weights[index]?.mark}${prose(text)}${feedbackOf(feedback)}`),
    ),
    losses: [
      ...weights.flatMap(({ losses }) => losses),
      ...lossIf(!shuffle, unshuffled),
      ...lossIf(
        scoring !== 'weighted',
        `GIFT adds up shares: instead of “${scoring}” every right option earns 1/${keys}, and a wrong one costs all.`,
      ),
      ...lossIf(floor !== undefined && sizeOf(floor) !== 0, 'Nobody ends below nothing in GIFT.'),
    ],
  };
}

export function trueFalse({ key, feedback = {} }: QuestionOf<'true_false'>): Written {
  const [right, wrong] = key ? [feedback.true, feedback.false] : [feedback.false, feedback.true];
  const told = right ? `#${prose(wrong ?? '')}#${prose(right)}` : feedbackOf(wrong);
  return { text: `${key ? 'TRUE' : 'FALSE'}${told}`, losses: [] };
}

/** Moodle takes the first answer that fits, so that alternatives, which we try first, come first. */
export function shortText(question: QuestionOf<'short_text'>): Written {
  const { accepted, alternatives = [], caseSensitive, otherFeedback } = question;
  const weights = alternatives.map(({ share }) => weightOf(share));
  const lines = [
    ...alternatives.map(
      ({ text, feedback }, index) => `=${weights[index]?.mark}${literal(text)}${feedbackOf(feedback)}`,
    ),
    ...accepted.map((text) => `=%100%${literal(text)}`),
    ...(otherFeedback ? [`=%0%*${feedbackOf(otherFeedback)}`] : []),
  ];
  if (lines.some((line) => line.includes('->')))
    return { leftOut: 'GIFT takes “->” in an answer or its feedback for that of a matching question.' };
  return {
    text: block(lines),
    losses: [
      ...weights.flatMap(({ losses }) => losses),
      ...lossIf(caseSensitive || alternatives.some((each) => each.caseSensitive), 'Capitals do not matter in GIFT.'),
      ...lossIf(
        [...accepted, ...alternatives.map(({ text }) => text)].some(
          (text) => text !== text.trim() || /[\r\n]/.test(text),
        ),
        'Blanks around accepted answers are lost.',
      ),
    ],
  };
}

/** What is compared with what was typed. */
function literal(text: string): string {
  const written = escape(text.trim());
  return text.trim().startsWith('[') ? `[plain]${written}` : written;
}

export function numeric(question: QuestionOf<'numeric'>): Written {
  const { value, tolerance, toleranceKind, alternatives = [], otherFeedback } = question;
  const isRelative = toleranceKind === 'relative';
  const isKept = alternatives.some(
    (each) => each.share === '1' && each.value === value && each.tolerance === tolerance,
  );
  const ranges = [...alternatives, ...(isKept ? [] : [{ value, tolerance, share: '1', feedback: undefined }])];
  const weights = ranges.map(({ share }) => weightOf(share));
  const numbers = ranges.map((range) => rangeText(range, isRelative));
  if (numbers.includes(null)) return { leftOut: 'GIFT holds decimals only, and a ratio in it has none.' };
  const lines = ranges.map(({ feedback }, index) => `=${weights[index]?.mark}${numbers[index]}${feedbackOf(feedback)}`);
  return {
    text: `#${block([...lines, ...(otherFeedback ? [`~${feedbackOf(otherFeedback)}`] : [])])}`,
    losses: [
      ...weights.flatMap(({ losses }) => losses),
      ...lossIf(isRelative, 'The relative tolerance became the absolute one of the same size.'),
      ...lossIf(
        question.unit !== undefined ||
          question.units !== undefined ||
          question.unitRule !== undefined ||
          question.unitPenalty !== undefined,
        'Units are lost.',
      ),
    ],
  };
}

function rangeText({ value, tolerance }: { value: string; tolerance: string }, isRelative: boolean): string | null {
  const [number, room] = [decimalOfRatio(value), decimalOfRatio(tolerance)];
  const size = number !== null && room !== null && isRelative ? product(room, number.replace(/^-/, '')) : room;
  if (number === null || size === null) return null;
  return size === '0' ? number : `${number}:${size}`;
}

export function matching({ prompts, choices, shuffle, scoring }: QuestionOf<'matching'>): Written {
  const used = new Set(prompts.map(({ match }) => match));
  const textOf = new Map(choices.map(({ id, text }) => [id, plainTextOf(text)]));
  const free = choices.filter(({ id }) => !used.has(id));
  if (prompts.some(({ text }) => text.includes('->')))
    return { leftOut: 'A prompt holds “->”, which GIFT takes for the arrow to its choice.' };
  if ([...textOf.values()].some((text) => text.trim() === ''))
    return { leftOut: 'A choice has no words, and GIFT holds nothing else.' };
  if (prompts.length + free.length < 2) return { leftOut: 'GIFT wants two pairs at least.' };
  const isPlain = choices.every(({ text }) => fromText(plainTextOf(text)) === text);
  const lines = [
    ...prompts.map(({ text, match }) => `=${prose(text)} -> ${escape(textOf.get(match) ?? '')}`),
    ...free.map(({ id }) => `= -> ${escape(textOf.get(id) ?? '')}`),
  ];
  return {
    text: block(lines),
    losses: [
      ...lossIf(
        prompts.some(({ feedback }) => feedback),
        'The feedback of prompts is lost.',
      ),
      ...lossIf(scoring !== 'per_part', 'Every pair earns its part in GIFT.'),
      ...lossIf(!shuffle, 'The order of the prompts is not kept: Moodle shuffles them.'),
      ...lossIf(!isPlain, 'Choices are plain text in GIFT: their markup is lost.'),
    ],
  };
}

export function essay({ wordsMin, wordsMax, format, template, rubric, markerNotes }: QuestionOf<'essay'>): Written {
  return {
    text: '',
    losses: [
      ...lossIf(wordsMin !== undefined || wordsMax !== undefined, 'The number of words is lost.'),
      ...lossIf(format !== 'text', 'That the answer is code is lost.'),
      ...lossIf(template !== undefined, 'What the answer field holds at first is lost.'),
      ...lossIf(rubric !== undefined || markerNotes !== undefined, 'Rubric and notes for markers are lost.'),
    ],
  };
}

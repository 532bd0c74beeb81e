import type { ItemFigures } from './item-figures.js';

/** What looks wrong with a question, for a program and in words that an author understands. */
export interface Flag {
  readonly code: FlagCode;
  readonly text: string;
}

export type FlagCode =
  | 'wrong_key_suspected'
  | 'negative_discrimination'
  | 'weak_discrimination'
  | 'no_better_than_guessing'
  | 'too_hard'
  | 'too_easy'
  | 'option_unused';

/** Answers to one part of a question that say the same. */
export interface JudgedClass {
  /** As an author knows it: the text of the option. */
  readonly label: string;
  readonly isRight: boolean;
  readonly count: number;
  /** Mean of what those who answered so earned on the rest of the paper; null when nobody did. */
  readonly meanRest: number | null;
}

export interface JudgedPart {
  /** Of a question of several parts; empty for the others. */
  readonly label: string;
  /** Whether the answers could only be chosen from what is listed, so that a count of zero means something. */
  readonly isClosed: boolean;
  readonly classes: readonly JudgedClass[];
}

export interface Judged {
  readonly figures: Pick<ItemFigures, 'attempts' | 'facility' | 'restDeviation' | 'discriminationIndex'>;
  /** Share that blind guessing earns; null where nobody knows. */
  readonly guessShare: number | null;
  readonly parts: readonly JudgedPart[];
}

/** Fewer attempts say more about chance than about the question. */
export const judgedAttemptsMin = 20;
/** Percent; teachers take less than 30 for weak and more than 50 for good. */
const weakBelow = 30;
const easyAbove = 0.95;
/** Teachers look for 0.3 to 0.7. */
const hardBelow = 0.3;
/** Answers of a kind before their mean is compared with that of another kind. */
const comparedMin = 5;
/** Wrong answers per wrong option before an option that nobody picks is worth a word. */
const wrongPerOptionMin = 5;
/** Flags name this many options at most. */
const namedMax = 3;

/** Why there are no flags yet; null when there are attempts enough to judge by. */
export function judgementNotice(attempts: number): string | null {
  if (attempts >= judgedAttemptsMin) return null;
  return `Too few attempts yet: ${attempts} of ${judgedAttemptsMin}.`;
}

/** What an author should look at, worst first; nothing before there are attempts enough. */
export function flagsOf(judged: Judged): Flag[] {
  if (judged.figures.attempts < judgedAttemptsMin) return [];
  return [...wrongKeys(judged), ...discrimination(judged), ...difficulty(judged), ...unusedOptions(judged)];
}

function discrimination({ figures: { discriminationIndex: index, facility } }: Judged): Flag[] {
  if (index === null) return [];
  if (index < 0) {
    const text = `Learners who did well on the rest of the paper did worse here (discrimination ${rounded(index)} %). Look at the key and at the wording.`;
    return [{ code: 'negative_discrimination', text }];
  }
  // Where nearly everybody is right there is little to tell learners apart by, and that has a flag of its own.
  const isEasy = facility !== null && facility > easyAbove;
  if (index >= weakBelow || isEasy) return [];
  const text = `It hardly tells strong learners from weak ones (discrimination ${rounded(index)} %; from ${weakBelow} % on it does).`;
  return [{ code: 'weak_discrimination', text }];
}

function difficulty({ figures: { facility }, guessShare }: Judged): Flag[] {
  if (facility === null) return [];
  const earned = `${rounded(100 * facility)} % of the mark on average`;
  if (guessShare !== null && guessShare > 0 && facility <= guessShare) {
    const text = `Learners earned ${earned}; blind guessing earns ${rounded(100 * guessShare)} %.`;
    return [{ code: 'no_better_than_guessing', text }];
  }
  if (facility < hardBelow) return [{ code: 'too_hard', text: `Too hard: learners earned ${earned}.` }];
  if (facility > easyAbove) return [{ code: 'too_easy', text: `Too easy: learners earned ${earned}.` }];
  return [];
}

/** A wrong answer whose givers did better on the rest than those who had it right, by more than chance would do. */
function wrongKeys({ figures: { attempts, restDeviation }, parts }: Judged): Flag[] {
  return parts.flatMap((part) => {
    const right = part.classes.filter((each) => each.isRight);
    const rightCount = countOf(right);
    const suspects = part.classes.filter(
      (wrong) =>
        !wrong.isRight && looksRight(wrong, { right, rightCount, attempts, restDeviation: restDeviation ?? 0 }),
    );
    if (suspects.length === 0) return [];
    const text = `Learners who answered ${named(suspects)}${inPart(part)} did better on the rest of the paper than those who were right. The key may be wrong.`;
    return [{ code: 'wrong_key_suspected' as const, text }];
  });
}

interface Compared {
  readonly right: readonly JudgedClass[];
  readonly rightCount: number;
  readonly attempts: number;
  readonly restDeviation: number;
}

function looksRight(wrong: JudgedClass, { right, rightCount, attempts, restDeviation }: Compared): boolean {
  // Where hardly anybody is right there is nothing to compare with, and most learners agree on something else.
  if (rightCount < comparedMin) return wrong.count > attempts / 2;
  if (wrong.count < comparedMin) return false;
  const restOfRight = right.reduce((sum, { count, meanRest }) => sum + count * (meanRest ?? 0), 0) / rightCount;
  // Two standard errors of the difference.
  const byChance = 2 * restDeviation * Math.sqrt(1 / wrong.count + 1 / rightCount);
  return (wrong.meanRest ?? 0) - restOfRight > byChance;
}

function unusedOptions({ parts }: Judged): Flag[] {
  return parts.flatMap((part) => {
    if (!part.isClosed) return [];
    const wrong = part.classes.filter((each) => !each.isRight);
    const unused = wrong.filter(({ count }) => count === 0);
    if (unused.length === 0 || countOf(wrong) < wrongPerOptionMin * wrong.length) return [];
    const text = `Nobody picks ${named(unused)}${inPart(part)}: put something there that a learner might believe.`;
    return [{ code: 'option_unused' as const, text }];
  });
}

function countOf(classes: readonly JudgedClass[]): number {
  return classes.reduce((sum, { count }) => sum + count, 0);
}

function named(classes: readonly JudgedClass[]): string {
  const names = classes.slice(0, namedMax).map(({ label }) => `“${label}”`);
  const more = classes.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(' or ');
}

function inPart({ label }: JudgedPart): string {
  return label === '' ? '' : ` at “${label}”`;
}

function rounded(value: number): string {
  return String(Math.round(value));
}

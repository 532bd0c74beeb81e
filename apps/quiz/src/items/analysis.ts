import {
  type Frequency,
  flagsOf,
  type Flag,
  itemFigures,
  type ItemFigures,
  type JudgedPart,
  judgementNotice,
  type MarkCount,
  markPlaces as places,
  medianSeconds,
  offeredClasses,
  type QuizFigures,
  quizFigures,
  randomGuessShare,
  Rational,
  unitsOf,
  type Weight,
  weightsOf,
} from '#libs/assessment';
import type { Question } from '#libs/contracts';

export type ClassCount = readonly [
  partId: string,
  value: string,
  isRight: boolean,
  isOffered: boolean,
  attempts: number,
  restSum: number,
];

/** The counts of a section for one choice of attempts. Values come in any order; one that several publications have, repeatedly. */
export interface Counts {
  readonly totals: readonly Frequency[];
  /** What all these papers could earn. */
  readonly maxSum: bigint;
  readonly positions: ReadonlyMap<string, readonly MarkCount[]>;
  readonly questions: readonly {
    readonly questionId: string;
    readonly version: number;
    /** Attempts of every choice. */
    readonly attemptsOfAll: number;
    readonly marks: readonly MarkCount[];
    readonly rests: readonly Frequency[];
    readonly times: readonly (readonly [bucket: number, attempts: number])[];
  }[];
}

export interface AnalysedClass {
  /** An option's id, or what was typed as grading compares it. */
  readonly value: string;
  readonly label: string;
  readonly isRight: boolean;
  readonly count: number;
  /** Of the attempts. */
  readonly share: number | null;
  /** Mean of what those who answered so earned on the rest of the paper. */
  readonly meanRest: number | null;
}

export interface AnalysedPart {
  /** Empty for questions of one part. */
  readonly partId: string;
  readonly label: string;
  readonly isTyped: boolean;
  readonly classes: readonly AnalysedClass[];
  /** Attempts with another answer or none; null where one attempt may give several. */
  readonly otherCount: number | null;
}

export interface AnalysedQuestion extends Omit<ItemFigures, 'restDeviation'>, Weight {
  readonly questionId: string;
  readonly version: number;
  readonly type: Question['type'];
  readonly stemStart: string;
  readonly points: number;
  readonly intendedWeight: number | null;
  readonly randomGuessScore: number;
  readonly medianSeconds: number | null;
  /** Why nothing is flagged yet. */
  readonly notice: string | null;
  readonly flags: readonly Flag[];
  readonly parts: readonly AnalysedPart[];
}

export interface SectionAnalysis {
  readonly quiz: QuizFigures;
  readonly questions: readonly AnalysedQuestion[];
}

const scale = 10n ** BigInt(places);
const stemLengthMax = 160;
const labelLengthMax = 80;
/** Typed answers that are told, the most frequent ones. */
const typedMax = 20;

export interface Analysable {
  readonly counts: Counts;
  /** By `questionId/version`, as far as anything was answered. */
  readonly classes: ReadonlyMap<string, readonly ClassCount[]>;
  /** Every version to be told of, counted or not. */
  readonly questions: readonly Question[];
}

/** All figures of a section from its counts. */
export function analyseSection({ counts, classes, questions }: Analysable): SectionAnalysis {
  const paper = { totals: counts.totals, positions: counts.positions, scale };
  const weights = weightsOf(paper);
  const counted = new Map(counts.questions.map((each) => [`${each.questionId}/${each.version}`, each]));
  const quiz = quizFigures(paper);
  // On drawn papers the weight of a question depends on what else was drawn: what papers could earn on average.
  const meanMax = counts.maxSum > 0n ? Number(counts.maxSum) / (quiz.attempts * Number(scale)) : null;
  return {
    quiz,
    questions: questions.map((question) => {
      const name = `${question.id}/${question.version}`;
      const count = counted.get(name);
      return analyseQuestion(question, {
        marks: count?.marks ?? [],
        rests: count?.rests ?? [],
        times: count?.times ?? [],
        classes: classes.get(name) ?? [],
        weight: weights.get(question.id) ?? { effectiveWeight: null, hasNegativeCovariance: false },
        meanMax,
      });
    }),
  };
}

interface QuestionCounts {
  readonly marks: readonly MarkCount[];
  readonly rests: readonly Frequency[];
  readonly times: readonly (readonly [number, number])[];
  readonly classes: readonly ClassCount[];
  readonly weight: Weight;
  /** Of the papers. */
  readonly meanMax: number | null;
}

function analyseQuestion(
  question: Question,
  { marks, rests, times, classes, weight, meanMax }: QuestionCounts,
): AnalysedQuestion {
  const points = Rational.parse(question.points);
  const max = unitsOf(points.toDecimalString(places));
  const { restDeviation, ...figures } = itemFigures({ marks, rests, max, scale });
  const guessShare = randomGuessShare(question).toNumber(places);
  const parts = partsOf(question, classes, figures.attempts);
  const judged = {
    figures: { ...figures, restDeviation },
    guessShare,
    parts: parts.map((part) => judgedPart(question, part)),
  };
  return {
    questionId: question.id,
    version: question.version,
    type: question.type,
    stemStart: startOf(question.stem, stemLengthMax),
    points: points.toNumber(places),
    ...figures,
    intendedWeight: meanMax === null ? null : Number(max) / Number(scale) / meanMax,
    ...weight,
    randomGuessScore: guessShare,
    medianSeconds: medianSeconds(times),
    notice: judgementNotice(figures.attempts),
    flags: flagsOf(judged),
    parts,
  };
}

function partsOf(question: Question, classes: readonly ClassCount[], attempts: number): AnalysedPart[] {
  const offered = offeredClasses(question);
  const counted = new Map(classes.map((each) => [JSON.stringify([each[0], each[1], each[2]]), each]));
  const parts = new Map<string, { label: string; isTyped: boolean; classes: AnalysedClass[] }>();
  for (const { partId, part, value, label, isRight } of offered) {
    const known = parts.get(partId) ?? { label: startOf(part, labelLengthMax), isTyped: false, classes: [] };
    const [, , , , count = 0, restSum = 0] = counted.get(JSON.stringify([partId, value, isRight])) ?? [];
    known.classes.push(classOf({ value, label, isRight, count, restSum }, attempts));
    parts.set(partId, known);
  }
  for (const [partId, value, isRight, isOffered, count, restSum] of classes) {
    if (isOffered) continue;
    const known = parts.get(partId) ?? { label: partId, isTyped: true, classes: [] };
    known.classes.push(classOf({ value, label: value, isRight, count, restSum }, attempts));
    parts.set(partId, known);
  }
  return [...parts].map(([partId, { label, isTyped, classes: all }]) => {
    const told = isTyped ? mostFrequent(all) : all;
    const given = told.reduce((sum, { count }) => sum + count, 0);
    return { partId, label, isTyped, classes: told, otherCount: givesSeveral(question) ? null : attempts - given };
  });
}

function classOf(
  { label, count, restSum, ...rest }: Omit<AnalysedClass, 'share' | 'meanRest'> & { restSum: number },
  attempts: number,
): AnalysedClass {
  return {
    ...rest,
    label: startOf(label, labelLengthMax),
    count,
    share: attempts > 0 ? count / attempts : null,
    meanRest: count > 0 ? restSum / count : null,
  };
}

function mostFrequent(classes: readonly AnalysedClass[]): AnalysedClass[] {
  const byCount = (left: AnalysedClass, right: AnalysedClass) =>
    right.count - left.count || (left.value < right.value ? -1 : 1);
  return classes.toSorted(byCount).slice(0, typedMax);
}

function givesSeveral({ type }: Question): boolean {
  return type === 'multiple_choice';
}

/** What nobody chose is worth a word where options are written to be chosen, not where each part is offered all of a list. */
function judgedPart({ type }: Question, { label, isTyped, classes }: AnalysedPart): JudgedPart {
  return { label, isClosed: !isTyped && type !== 'matching' && type !== 'ordering', classes };
}

function startOf(text: string, lengthMax: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > lengthMax ? `${line.slice(0, lengthMax).trimEnd()}…` : line;
}

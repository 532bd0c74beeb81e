import type { Policy, Question } from '#libs/contracts';

import type { Answer } from './questions/answer.js';
import { gradeQuestion, type QuestionGrade } from './questions/questions.js';
import { Rational, sum } from './rational.js';

export interface Grade {
  /** Exact, never below zero; round only to show or store (`toDecimalString`). */
  readonly score: Rational;
  readonly scoreMax: Rational;
  /** 0 to 100, four places, cut rather than rounded: a failed attempt never shows the pass mark. */
  readonly percent: number;
  readonly hasPassed: boolean;
  /** Answers that wait for a person's mark; the rest of the grade counts them as nothing so far. */
  readonly pendingCount: number;
  readonly perQuestion: readonly (QuestionGrade & { readonly questionId: string; readonly version: number })[];
}

export interface Given {
  /** Stored answers by question id. */
  readonly answers: ReadonlyMap<string, Answer | null>;
  /** Shares that a marker or a regrade decided, by question id. */
  readonly decided?: ReadonlyMap<string, Rational>;
  /** Questions that a regrade took out of the paper: they neither earn nor cost anything. */
  readonly dropped?: ReadonlySet<string>;
}

/**
 * Grades a paper. The same questions, answers and decisions always give the same grade. A question without an answer in the map
 * counts as unanswered; answers to questions that are not on the paper are not looked at.
 */
export function gradePaper(
  questions: readonly Question[],
  { answers, decided, dropped }: Given,
  policy: Pick<Policy, 'passMark'>,
): Grade {
  const perQuestion = questions.map((question) => {
    const { id: questionId, version } = question;
    const grade = gradeQuestion(question, answers.get(questionId) ?? null, decided?.get(questionId));
    return { questionId, version, ...(dropped?.has(questionId) ? { ...grade, ...nothingToEarn } : grade) };
  });
  return { ...totalOf(perQuestion, policy), perQuestion };
}

const nothingToEarn = { score: Rational.zero, scoreMax: Rational.zero };

/** The grade of a paper from the grades of its questions. */
export function totalOf(
  perQuestion: readonly Pick<QuestionGrade, 'score' | 'scoreMax' | 'outcome'>[],
  policy: Pick<Policy, 'passMark'>,
): Omit<Grade, 'perQuestion'> {
  const scoreMax = sum(perQuestion.map((grade) => grade.scoreMax));
  // Wrong answers may cost what right ones earned, but nobody ends below nothing.
  const score = sum(perQuestion.map((grade) => grade.score)).clamp(Rational.zero, scoreMax);
  const pendingCount = perQuestion.filter(isPending).length;
  return {
    score,
    scoreMax,
    percent: percentOf(score, scoreMax),
    hasPassed: pendingCount === 0 && passes(score, scoreMax, policy),
    pendingCount,
  };
}

function isPending({ outcome, scoreMax }: Pick<QuestionGrade, 'outcome' | 'scoreMax'>): boolean {
  return outcome === 'pending' && !scoreMax.equals(Rational.zero);
}

/** Share of the maximum in percent; 0 when there is nothing to earn. */
export function percentOf(score: Rational, scoreMax: Rational): number {
  if (scoreMax.equals(Rational.zero)) return 0;
  return score.dividedBy(scoreMax).times(Rational.of(100)).toNumber(4, 'down');
}

/** Compared exactly: 4 of 5 reaches 0.8, and 79.9999 % does not. A paper without points cannot be passed. */
export function passes(score: Rational, scoreMax: Rational, policy: Pick<Policy, 'passMark'>): boolean {
  return scoreMax.compare(Rational.zero) > 0 && score.isAtLeast(Rational.fromNumber(policy.passMark).times(scoreMax));
}

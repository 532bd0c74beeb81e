import type { Policy, Question } from '#libs/contracts';

import type { Answer } from './questions/answer.js';
import { gradeQuestion, type QuestionGrade } from './questions/questions.js';
import { Rational, sum } from './rational.js';

export interface Grade {
  /** Exact; round only to show or store (`toDecimalString`). */
  readonly score: Rational;
  readonly scoreMax: Rational;
  /** 0 to 100, four places, cut rather than rounded: a failed attempt never shows the pass mark. */
  readonly percent: number;
  readonly hasPassed: boolean;
  readonly perQuestion: readonly (QuestionGrade & { readonly questionId: string; readonly version: number })[];
}

/**
 * Grades a paper. The same questions and answers always give the same grade. A question without an answer in the map counts as
 * unanswered; answers to questions that are not on the paper are not looked at.
 */
export function gradePaper(
  questions: readonly Question[],
  answers: ReadonlyMap<string, Answer | null>,
  policy: Pick<Policy, 'passMark'>,
): Grade {
  const perQuestion = questions.map((question) => ({
    questionId: question.id,
    version: question.version,
    ...gradeQuestion(question, answers.get(question.id) ?? null),
  }));
  const score = sum(perQuestion.map((grade) => grade.score));
  const scoreMax = sum(perQuestion.map((grade) => grade.scoreMax));
  return {
    score,
    scoreMax,
    percent: percentOf(score, scoreMax),
    hasPassed: passes(score, scoreMax, policy),
    perQuestion,
  };
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

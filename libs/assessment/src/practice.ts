import type { Policy, Question, ReviewPhase } from '#libs/contracts';

import type { Answer } from './questions/answer.js';
import type { Outcome } from './questions/paper-question.js';
import { gradeQuestion } from './questions/questions.js';
import { Rational } from './rational.js';

export type PracticeRules = NonNullable<Policy['practice']>;

/** How far a learner is with one question of a practice session. */
export interface PracticeState {
  readonly triesUsed: number;
  /** Of the last try; null before the first. */
  readonly outcome: Outcome | null;
  /** Of the best try, less what earlier tries cost, 0 to 1; null before the first, and where only a person could mark it. */
  readonly share: Rational | null;
  /** No further try: the last one was right, or there are none left. From here on the key may be shown. */
  readonly isDone: boolean;
  /** One for each try that was not fully right, as far as the question has any. */
  readonly hints: readonly string[];
}

/**
 * The state after these tries, in their order. Each earlier try costs its penalty, a try never earns less than nothing, and the
 * best one counts. Where the learner is not told what was right, neither the end of trying nor a hint tells it: all tries are
 * there to be used, and there are no hints. What a person would have to mark is done after one try.
 */
export function practiceState(
  question: Question,
  answers: readonly Answer[],
  { triesMax, retryPenalty, correctness }: PracticeRules & Pick<ReviewPhase, 'correctness'>,
): PracticeState {
  const tries = answers.map((answer) => gradeQuestion(question, answer));
  const last = tries.at(-1);
  if (last === undefined) return { triesUsed: 0, outcome: null, share: null, isDone: false, hints: [] };
  const { outcome } = last;
  const triesUsed = tries.length;
  if (outcome === 'pending') return { triesUsed, outcome, share: null, isDone: true, hints: [] };
  const penalty = Rational.parse(retryPenalty);
  let share = Rational.zero;
  for (const [earlier, { score, scoreMax }] of tries.entries()) {
    const earned = score.dividedBy(scoreMax).minus(penalty.times(Rational.of(earlier)));
    if (earned.compare(share) > 0) share = earned;
  }
  const failed = tries.filter((grade) => grade.outcome !== 'correct').length;
  return {
    triesUsed,
    outcome,
    share,
    isDone: triesUsed >= triesMax || (correctness && outcome === 'correct'),
    hints: correctness ? (question.hints ?? []).slice(0, failed) : [],
  };
}

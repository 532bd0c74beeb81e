import type { PracticeSession, PracticeState } from '#libs/api-client';

import { counted, points } from '../../shared/text/numbers.js';

export const stateOf = ({ states }: PracticeSession, questionId: string): PracticeState | undefined =>
  states.find((state) => state.questionId === questionId);

/** The tries that are left, and what the earlier ones cost. */
export function triesWords({ triesLeft, triesUsed, penalty, scoreMax }: PracticeState): string {
  const left = `${counted(triesLeft, 'try', 'tries')} left`;
  if (triesUsed === 0 || penalty === 0) return `${left}.`;
  return `${left}; the next one can earn ${points(scoreMax - penalty)} of ${points(scoreMax)}.`;
}

/** The first question after this one that is not done, going round; null when all are. */
export function nextUndone(session: PracticeSession, from: number): number | null {
  const { length } = session.questions;
  for (let step = 1; step <= length; step += 1) {
    const index = (from + step) % length;
    const question = session.questions[index];
    if (question !== undefined && stateOf(session, question.id)?.isDone !== true) return index;
  }
  return null;
}

export interface Tally {
  readonly right: number;
  readonly partly: number;
  readonly wrong: number;
  readonly unmarked: number;
  readonly untried: number;
}

/** How the whole of it went. */
export function tally(session: PracticeSession): Tally {
  const outcomes = session.questions.map(({ id }) => stateOf(session, id)).map(outcomeOf);
  const count = (kind: string) => outcomes.filter((outcome) => outcome === kind).length;
  return {
    right: count('correct'),
    partly: count('partial'),
    wrong: count('incorrect'),
    unmarked: count('unmarked'),
    untried: count('untried'),
  };
}

function outcomeOf(state: PracticeState | undefined): string {
  if (state === undefined || state.triesUsed === 0 || state.outcome === 'unanswered') return 'untried';
  // Kept back by the policy, or a text that only a person can mark.
  return state.outcome === null || state.outcome === 'pending' ? 'unmarked' : state.outcome;
}

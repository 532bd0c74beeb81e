import type { AnalysedQuestion } from '#libs/api-client';

import type { AnalysisSearch } from '../../shared/search-params.js';

/** Missing figures stand last, whatever is sorted by. */
const orLast = (value: number | null) => value ?? Number.POSITIVE_INFINITY;

const keys: Record<NonNullable<AnalysisSearch['sort']>, (question: AnalysedQuestion) => number> = {
  facility: ({ facility }) => orLast(facility),
  discrimination: ({ discriminationIndex }) => orLast(discriminationIndex),
  flags: ({ flags }) => -flags.length,
  challenges: ({ openChallenges }) => -openChallenges,
};

/** The questions in the order asked for: what needs attention first, or the order of the paper. */
export function sorted(questions: readonly AnalysedQuestion[], sort: AnalysisSearch['sort']): AnalysedQuestion[] {
  const key = sort === undefined ? ({ position }: AnalysedQuestion) => orLast(position) : keys[sort];
  return questions.toSorted((one, other) => key(one) - key(other) || other.version - one.version);
}

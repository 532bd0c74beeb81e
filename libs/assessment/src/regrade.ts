import type { Question } from '#libs/contracts';

import type { Problem } from './problem.js';
import type { Answer } from './questions/answer.js';
import { gradeQuestion, isMarkedByHand } from './questions/questions.js';
import { Rational } from './rational.js';
import { unreachable } from './unreachable.js';

/**
 * What happens to answers that were graded by a wrong key: `recompute` grades them by the new one; `keep_better` does so where
 * nobody loses by it; `full_marks` gives everybody the mark; `drop` takes the question out of every paper.
 */
export type RegradePolicy = 'recompute' | 'keep_better' | 'full_marks' | 'drop';

/** One question of an ended attempt and what its grade rests on. */
export interface GradedPlace {
  /** In the version that it is graded by, which a regrade changes. */
  readonly question: Question;
  readonly answer: Answer | null;
  /** The share that a marker or an earlier regrade decided; null where the rule of the type decides. */
  readonly decided: Rational | null;
  readonly isDropped: boolean;
}

/** Why answers to the one question cannot be graded by the other; pointers start at the replacement. */
export function replacementProblems(before: Question, replacement: Question): Problem[] {
  if (before.id !== replacement.id) {
    return [{ pointer: '/id', code: 'question_differs', detail: 'This is a version of another question.' }];
  }
  if (before.type === replacement.type) return [];
  const detail = `Answers to a ${before.type} question cannot be graded as ${replacement.type}. Give full marks, or drop the question.`;
  return [{ pointer: '/type', code: 'type_changed', detail }];
}

/**
 * The place after the regrade. Doing it again changes nothing. A person's mark outlives `recompute`: no rule could give it anew.
 */
export function regradePlace(place: GradedPlace, replacement: Question, policy: RegradePolicy): GradedPlace {
  const { answer } = place;
  switch (policy) {
    case 'recompute':
      return recomputed(place, replacement);
    case 'keep_better': {
      const after = recomputed(place, replacement);
      const before = place.isDropped ? null : shareOf(place);
      const isBetter = before !== null && before.compare(shareOf(after)) > 0;
      return isBetter ? { ...after, decided: before } : after;
    }
    case 'full_marks':
      return { question: replacement, answer, decided: Rational.one, isDropped: false };
    case 'drop':
      return { ...place, isDropped: true };
    default:
      return unreachable('regrade policy', policy);
  }
}

function recomputed({ answer, decided }: GradedPlace, replacement: Question): GradedPlace {
  return { question: replacement, answer, decided: isMarkedByHand(replacement) ? decided : null, isDropped: false };
}

function shareOf({ question, answer, decided }: GradedPlace): Rational {
  const { score, scoreMax } = gradeQuestion(question, answer, decided ?? undefined);
  return score.dividedBy(scoreMax);
}

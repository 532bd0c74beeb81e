import type { Policy, Question } from '#libs/contracts';

import { optionIdsOf } from './questions/questions.js';
import { seededRandom, shuffled } from './random.js';

/** One place on a paper: which version of which question, and its options in the order shown. Kept with the attempt. */
export interface PaperPlace {
  readonly questionId: string;
  readonly version: number;
  /** The author's option ids; empty for questions without options. */
  readonly optionOrder: readonly string[];
}

export interface DrawInput {
  readonly questions: readonly Question[];
  readonly policy: Pick<Policy, 'drawCount' | 'shuffleQuestions' | 'shuffleOptions'>;
  /** Any text that learners cannot guess; the same seed always gives the same paper. */
  readonly seed: string;
}

/**
 * The paper of one attempt. Options have a stream of random numbers of their own per question, so that their order does not
 * depend on which questions were drawn.
 */
export function drawPaper({ questions, policy, seed }: DrawInput): PaperPlace[] {
  // A pool smaller than the draw is refused at publication; should one exist, a short paper is kinder than none.
  const count = Math.min(policy.drawCount ?? questions.length, questions.length);
  const places = questions.map((_, index) => index);
  const drawn = shuffled(places, seededRandom(`${seed}:questions`), count);
  const inOrder = policy.shuffleQuestions ? drawn : drawn.sort((left, right) => left - right);
  return inOrder.map((index) => {
    const question = questions[index]!; // the indexes are those of the pool
    return {
      questionId: question.id,
      version: question.version,
      optionOrder: optionOrder(question, policy.shuffleOptions, seed),
    };
  });
}

function optionOrder(question: Question, shufflesOptions: boolean, seed: string): string[] {
  const authored = optionIdsOf(question);
  const mayShuffle = shufflesOptions && 'shuffle' in question && question.shuffle;
  return mayShuffle ? shuffled(authored, seededRandom(`${seed}:options:${question.id}`)) : authored;
}

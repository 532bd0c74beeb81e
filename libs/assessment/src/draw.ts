import type { Policy, Pool, Question } from '#libs/contracts';

import { partGroupsOf } from './questions/questions.js';
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
  readonly policy: Pick<Policy, 'drawCount' | 'fixedQuestions' | 'pools' | 'shuffleQuestions' | 'shuffleOptions'>;
  /** Any text that learners cannot guess; the same seed always gives the same paper. */
  readonly seed: string;
}

/**
 * The paper of one attempt: the fixed questions, then what each pool draws, then the draw from the rest. Parts have a stream of
 * random numbers of their own per question, so that their order does not depend on which questions were drawn.
 */
export function drawPaper({ questions, policy, seed }: DrawInput): PaperPlace[] {
  const drawn = drawIndexes(questions, policy, seed);
  const inOrder = policy.shuffleQuestions
    ? shuffledPaper(drawn, policy, seed)
    : drawn.toSorted((left, right) => left - right);
  return inOrder.map((index) => {
    const question = questions[index]!; // the indexes are those of the pool
    return {
      questionId: question.id,
      version: question.version,
      optionOrder: optionOrder(question, policy.shuffleOptions, seed),
    };
  });
}

function drawIndexes(questions: readonly Question[], policy: DrawInput['policy'], seed: string): number[] {
  const places = questions.map((_, index) => index);
  const fixed = places.filter((index) => policy.fixedQuestions?.includes(questions[index]!.id)); // as above
  const taken = new Set(fixed);
  const left = () => places.filter((index) => !taken.has(index));
  for (const [number, pool] of (policy.pools ?? []).entries()) {
    const candidates = left().filter((index) => isInPool(questions[index]!, pool)); // as above
    const drawn = shuffled(candidates, seededRandom(`${seed}:pool:${number}`), pool.count);
    for (const index of drawn) taken.add(index);
  }
  // A pool smaller than the draw is refused at publication; should one exist, a short paper is kinder than none.
  const rest = left();
  const count = policy.drawCount ?? (hasStructure(policy) ? 0 : rest.length);
  const others = shuffled(rest, seededRandom(`${seed}:questions`), Math.min(count, rest.length));
  return [...taken, ...others];
}

/** A draw from one pool has been shuffled by the draw itself. */
function shuffledPaper(drawn: readonly number[], policy: DrawInput['policy'], seed: string): number[] {
  return hasStructure(policy) ? shuffled(drawn, seededRandom(`${seed}:paper`)) : [...drawn];
}

function hasStructure({ fixedQuestions = [], pools = [] }: DrawInput['policy']): boolean {
  return fixedQuestions.length + pools.length > 0;
}

/** Whether the question carries all tags of the pool, and its difficulty where it names one. */
export function isInPool(question: Pick<Question, 'tags' | 'difficulty'>, pool: Pool): boolean {
  const isAsHard = pool.difficulty === null || pool.difficulty === question.difficulty;
  return isAsHard && pool.tags.every((tag) => question.tags.includes(tag));
}

function optionOrder(question: Question, shufflesOptions: boolean, seed: string): string[] {
  const groups = partGroupsOf(question);
  if (groups.length === 0) return [];
  const random = seededRandom(`${seed}:options:${question.id}`);
  return groups.flatMap(({ ids, shuffle }) => {
    const isShuffled = shuffle === 'always' || (shuffle === 'allowed' && shufflesOptions);
    return isShuffled ? shuffled(ids, random) : [...ids];
  });
}

import type { Policy, Question } from '#libs/contracts';

/**
 * What the places of a paper are called in the statistics of the quiz, in the order of the paper. A question that is on every
 * paper of its publication is a position by itself, wherever shuffling put it. Of the others the first, the second and so on are
 * `drawn 1`, `drawn 2`, ...: as a random slot in Moodle, such a position holds another question on another paper.
 */
export function positionsOf(
  paper: readonly string[],
  section: { readonly questions: readonly Pick<Question, 'id'>[]; readonly policy: Pick<Policy, 'fixedQuestions'> },
): string[] {
  const isWhole = paper.length === section.questions.length;
  const always = new Set(isWhole ? paper : section.policy.fixedQuestions);
  let drawn = 0;
  return paper.map((questionId) => (always.has(questionId) ? questionId : `drawn ${(drawn += 1)}`));
}

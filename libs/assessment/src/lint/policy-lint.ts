import type { Policy, Question } from '#libs/contracts';

import type { Finding } from './finding.js';

/** A draw from a pool hardly larger shows nearly the same paper every time. */
const poolRatioMin = 1.5;

/** What a section's policy asks of its bank. */
export function lintPolicy(policy: Policy, questions: readonly Question[]): Finding[] {
  const hasStructure = (policy.fixedQuestions?.length ?? 0) + (policy.pools?.length ?? 0) > 0;
  const asked = hasStructure ? null : Math.min(policy.drawCount ?? questions.length, questions.length);
  return [...passMark(policy, questions, asked), ...poolSize(policy, questions, asked)];
}

function ofPolicy(severity: Finding['severity'], code: string, pointer: string, message: string): Finding {
  return { code, severity, questionId: null, pointer, message };
}

/** Papers of questions that are worth the same and earn all or nothing know only some scores. */
function passMark({ passMark: share }: Policy, questions: readonly Question[], asked: number | null): Finding[] {
  if (share === 0) {
    return [ofPolicy('notice', 'pass_mark_zero', '/passMark', 'With a pass mark of nothing an empty paper passes.')];
  }
  const isPlain = questions.every((question) => question.points === questions[0]?.points && isAllOrNothing(question));
  if (asked === null || asked === 0 || !isPlain) return [];
  const needed = Math.ceil(share * asked - 1e-9);
  if (needed / asked - share < 0.02) return [];
  const message = `Of ${asked} questions, ${needed} right ones are needed: ${Math.round((needed / asked) * 100)} %, not ${Math.round(share * 100)} %.`;
  return [ofPolicy('notice', 'pass_mark_between_scores', '/passMark', message)];
}

function isAllOrNothing(question: Question): boolean {
  switch (question.type) {
    case 'multiple_choice':
      return (question.scoring ?? 'all_or_nothing') === 'all_or_nothing';
    case 'matching':
    case 'cloze':
      return question.scoring === 'all_or_nothing';
    case 'ordering':
      return question.scoring === 'exact';
    case 'single_choice':
      return question.options.every(({ share }) => share === undefined);
    case 'short_text':
    case 'numeric':
      return question.alternatives === undefined;
    case 'true_false':
      return true;
    case 'essay':
      return false;
    default:
      return question satisfies never;
  }
}

function poolSize(policy: Policy, questions: readonly Question[], asked: number | null): Finding[] {
  const isRepeatable = policy.attemptsMax === null || policy.attemptsMax > 1;
  if (asked === null || !isRepeatable || policy.drawCount === null) return [];
  if (asked === 0 || questions.length / asked >= poolRatioMin) return [];
  const message = `Each attempt draws ${asked} of ${questions.length} questions, so a second one shows nearly the same. Write more, or draw fewer.`;
  return [ofPolicy('notice', 'pool_small', '/drawCount', message)];
}

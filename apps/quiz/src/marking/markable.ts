import { isMarkedByHand, type PaperItem } from '#libs/assessment';
import type { Question } from '#libs/contracts';

import type { AttemptRecord, Paper, StoredResponse } from '../attempts/attempt.js';

export type Essay = Extract<Question, { type: 'essay' }>;

/** An answer that a person marks, with the question in the version that grades it. */
export interface Markable {
  readonly question: Essay;
  readonly response: StoredResponse;
  readonly text: string;
}

interface Where {
  readonly record: AttemptRecord;
  readonly paper: Paper;
  readonly regraded: ReadonlyMap<string, PaperItem>;
}

/** Null where the paper has no such question, or a rule and no person grades it. */
export function essayOn({ paper, regraded }: Where, questionId: string): Essay | null {
  const question = (regraded.get(questionId) ?? paper.items.get(questionId))?.question;
  return question?.type === 'essay' && isMarkedByHand(question) ? question : null;
}

/** Null while there is nothing to mark: the attempt is open or voided, or the learner wrote nothing. */
export function markableOn(where: Where, question: Essay): Markable | null {
  const { state, responses } = where.record;
  const response = responses.find(({ questionId }) => questionId === question.id);
  if (response === undefined || (state !== 'submitted' && state !== 'graded')) return null;
  const { answer, outcome, isDropped } = response;
  const isAnswered = answer !== null && 'essay' in answer && outcome !== 'unanswered' && !isDropped;
  return isAnswered ? { question, response, text: answer.essay } : null;
}

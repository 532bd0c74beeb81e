import { type Grade, gradePaper, type PaperItem, Rational } from '#libs/assessment';

import type { AttemptRecord, Paper } from './attempt.js';

/** A share of the mark that a person decided for one answer. */
export interface Decision {
  readonly questionId: string;
  readonly share: Rational;
}

/** The grade of an ended attempt with one more decision: by the versions that grade it, without what a regrade took out. */
export function gradeWith(
  { paper, regraded }: { readonly paper: Paper; readonly regraded: ReadonlyMap<string, PaperItem> },
  { responses }: Pick<AttemptRecord, 'responses'>,
  { questionId, share }: Decision,
): Grade {
  const questions = [...paper.items].map(([id, item]) => (regraded.get(id) ?? item).question);
  const decided = new Map(
    responses.flatMap((response) =>
      response.decidedShare === null ? [] : [[response.questionId, Rational.parse(response.decidedShare)]],
    ),
  );
  const given = {
    answers: new Map(responses.map((response) => [response.questionId, response.answer])),
    decided: decided.set(questionId, share),
    dropped: new Set(responses.filter(({ isDropped }) => isDropped).map((response) => response.questionId)),
  };
  return gradePaper(questions, given, paper.section.policy);
}

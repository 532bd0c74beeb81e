import type { Problem } from '#libs/assessment';
import { Refusal, type RefusalDetail } from '#libs/platform';

/** The learner gave no answer to this question, or a rule graded it: there is nothing for a person to mark. */
export class NothingToMark extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'nothing_to_mark';
}

/** The decision does not fit the question: a level that the rubric does not have, or a share where it asks for levels. */
export class MarkInvalid extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'mark_invalid';
  override readonly details: readonly RefusalDetail[];

  constructor({ pointer, detail }: Problem) {
    super('The mark does not fit the question.');
    this.details = [{ pointer, detail }];
  }
}

import type { Reason } from '#libs/assessment';
import { Refusal, type RefusalDetail } from '#libs/platform';

/** Why an attempt cannot be started now: every reason at once. */
export class AttemptNotAllowed extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'attempt_not_allowed';
  override readonly details: readonly RefusalDetail[];

  constructor(reasons: readonly Reason[]) {
    super(`You cannot start this quiz now. ${reasons.map((reason) => reason.text).join(' ')}`);
    this.details = reasons.map(({ code, text, until }) => ({
      pointer: `/reasons/${code}`,
      detail: until === undefined ? text : `${text} Possible from ${until.toISOString()}.`,
    }));
  }
}

export class CourseArchivedRefusal extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'course_archived';

  constructor() {
    super('This course is archived: what you achieved stays, but no new attempt can be started.');
  }
}

export class AttemptDeadlinePassed extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'attempt_deadline_passed';

  constructor() {
    super('The time of this attempt is over. What was saved in time counts.');
  }
}

export class AttemptAlreadyGraded extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'attempt_graded';

  constructor() {
    super('This attempt has been submitted; its answers cannot change any more.');
  }
}

export class AttemptWasVoided extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'attempt_voided';

  constructor() {
    super('An instructor voided this attempt; it does not count.');
  }
}

export class QuestionNotInPaper extends Refusal {
  readonly code = 'question_not_in_paper';

  /** As an address an unknown question is missing; in a body it is a mistake of the request. */
  constructor(readonly kind: 'missing' | 'invalid') {
    super('The question is not on the paper of this attempt.');
  }
}

export class AnswerInvalid extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'answer_invalid';

  constructor(
    message: string,
    override readonly details: readonly RefusalDetail[],
  ) {
    super(message);
  }
}

/** The same attempt was written from so many places at once that this request never got its turn. */
export class AttemptBusy extends Refusal {
  readonly kind = 'unavailable';
  readonly code = 'attempt_busy';
  override readonly retryAfterSeconds = 1;

  constructor() {
    super('This attempt is being changed from several places at once. Try again in a moment.');
  }
}

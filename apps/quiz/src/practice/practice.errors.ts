import type { Reason } from '#libs/assessment';
import { Refusal, type RefusalDetail } from '#libs/platform';

export class PracticeNotOffered extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'practice_not_offered';

  constructor() {
    super('This section offers no practice. Its quiz can be taken as the course says.');
  }
}

/** Why the section is closed to practice now: every reason at once. */
export class PracticeNotAllowed extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'practice_not_allowed';
  override readonly details: readonly RefusalDetail[];

  constructor(reasons: readonly Reason[]) {
    super(`You cannot practise this section now. ${reasons.map((reason) => reason.text).join(' ')}`);
    this.details = reasons.map(({ code, text, until }) => ({
      pointer: `/reasons/${code}`,
      detail: until === undefined ? text : `${text} Possible from ${until.toISOString()}.`,
    }));
  }
}

/** Practice shows keys, perhaps of questions that stand on the paper of the quiz. */
export class PracticePaused extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'practice_paused';

  constructor() {
    super('You have an attempt at the quiz of this section open. Finish it first, then go on practising.');
  }
}

export class PracticeFinished extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'practice_finished';

  constructor() {
    super('This practice is finished. Start a new one to go on.');
  }
}

/** The author has mended or taken away the question since: going on would teach what is wrong. */
export class PracticeOutdated extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'practice_outdated';

  constructor() {
    super('This question was changed since you began. Start practice anew to work on it as it is now.');
  }
}

export class PracticeQuestionDone extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'practice_question_done';

  constructor() {
    super('There is no further try at this question: it was right, or all tries are used.');
  }
}

export class PracticeLimit extends Refusal {
  readonly kind = 'limited';
  readonly code = 'practice_limit';

  constructor(
    sessionsMax: number,
    override readonly retryAfterSeconds: number,
  ) {
    super(`You have started ${sessionsMax} practices within a day. Go on with an open one, or come back later.`);
  }
}

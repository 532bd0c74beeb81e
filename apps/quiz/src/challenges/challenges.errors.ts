import { Refusal } from '#libs/platform';

/** A question may be doubted by those who see what is said about it, which also keeps the challenge from asking for the key. */
export class ReviewNotVisible extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'review_not_visible';

  constructor() {
    super('You can challenge a question once its review is shown to you. The review of this attempt is not shown now.');
  }
}

export class AlreadyChallenged extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'already_challenged';

  constructor() {
    super('You have challenged this question of this attempt already. You find the answer beside it in the review.');
  }
}

export class TooManyChallenges extends Refusal {
  readonly kind = 'limited';
  readonly code = 'too_many_challenges';

  constructor(openMax: number) {
    super(`You have ${openMax} open challenges in this course. Wait until some of them are answered.`);
  }
}

export class ChallengeResolved extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'challenge_resolved';

  constructor(state: string) {
    super(`This challenge was ${state} already, and its learner may have read that. It stays as it is.`);
  }
}

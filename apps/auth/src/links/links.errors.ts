import { Refusal } from '#libs/platform';

/** The same for a link that never was, that was used, that has ended and that was replaced by a newer one. */
export class LinkDead extends Refusal {
  readonly kind = 'missing';
  readonly code = 'link_dead';

  constructor() {
    super('This link does not work any more: it was used, has ended, or was replaced by a newer one. Ask for another.');
  }
}

export class EmailVerifiedAlready extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'email_verified_already';

  constructor() {
    super('Your address is confirmed already.');
  }
}

import { Refusal } from '#libs/platform';

/** What the event is about has not arrived here yet; its delivery is repeated until it has. */
export class AchievementSubjectUnknown extends Error {
  constructor(what: 'section' | 'learner', id: string) {
    super(`The ${what} ${id} has not arrived in this service's read models yet.`);
    this.name = 'AchievementSubjectUnknown';
  }
}

/** Issued before credentials were signed as JWT, or taken away with the holder's account. */
export class RepresentationMissing extends Refusal {
  readonly kind = 'missing';
  readonly code = 'representation_missing';

  constructor(form: 'JWT' | 'signed document') {
    super(
      form === 'JWT'
        ? 'This credential has no JWT: it was issued before there were any, or its holder has deleted the account.'
        : 'This credential has no signed document any more: its holder has deleted the account.',
    );
  }
}

export class PicturesBusy extends Refusal {
  readonly kind = 'unavailable';
  readonly code = 'pictures_busy';
  override readonly retryAfterSeconds = 5;

  constructor() {
    super('Too many pictures and certificates are being drawn at this moment. Try again in a few seconds.');
  }
}

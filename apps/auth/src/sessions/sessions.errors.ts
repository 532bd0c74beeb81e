import { Refusal } from '#libs/platform';

/** The same for an unknown address, a wrong password and a suspended account. */
export class SignInRefused extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'sign_in_refused';

  constructor() {
    super('The address and the password do not belong together.');
  }
}

export class SignInThrottled extends Refusal {
  readonly kind = 'limited';
  readonly code = 'sign_in_throttled';

  constructor(override readonly retryAfterSeconds: number) {
    super(`Too many attempts. Try again in ${Math.ceil(retryAfterSeconds)} seconds.`);
  }
}

export class SessionEnded extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'session_ended';

  constructor() {
    super('The session has ended. Sign in again.');
  }
}

export class CrossSiteRefused extends Refusal {
  readonly kind = 'forbidden';
  readonly code = 'cross_site_refused';

  constructor() {
    super('This address only answers pages of its own site.');
  }
}

import { Refusal, type RefusalDetail } from '#libs/platform';

export class EmailTaken extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'email_taken';

  constructor() {
    super('There is an account with this address already. Sign in, or use another address.');
  }
}

export class PasswordUnsuitable extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'password_unsuitable';
  override readonly details: readonly RefusalDetail[];

  constructor(problem: string, pointer = '/password') {
    super(problem);
    this.details = [{ pointer, detail: problem }];
  }
}

export class PasswordWrong extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'password_wrong';
  override readonly details = [{ pointer: '/currentPassword', detail: 'This is not your current password.' }];

  constructor() {
    super('This is not your current password.');
  }
}

export class OwnRightsUntouchable extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'own_rights_untouchable';

  constructor() {
    super('Nobody changes their own roles or status. Ask another administrator.');
  }
}

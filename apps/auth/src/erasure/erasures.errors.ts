import { Refusal } from '#libs/platform';

export class LastAdministrator extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'last_administrator';

  constructor() {
    super(
      'You are the only administrator. Give that role to somebody else first; without one nobody can mend anything.',
    );
  }
}

export class ErasurePasswordWrong extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'password_wrong';
  override readonly details = [{ pointer: '/password', detail: 'This is not your password.' }];

  constructor() {
    super('This is not your password. Nothing was erased.');
  }
}

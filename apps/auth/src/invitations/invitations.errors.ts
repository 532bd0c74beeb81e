import { Refusal } from '#libs/platform';

export class InvitationForAnother extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'invitation_for_another';

  constructor(masked: string) {
    super(`This invitation is for ${masked}. Sign out, then sign in with that address or make an account for it.`);
  }
}

export class AccountExists extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'account_exists';

  constructor() {
    super('There is an account with this address already. Sign in, then accept the invitation.');
  }
}

export class AccountNeeded extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'account_needed';
  override readonly details = [
    { pointer: '/displayName', detail: 'is needed to make an account' },
    { pointer: '/password', detail: 'is needed to make an account' },
  ];

  constructor() {
    super('To accept, give a name and a password for a new account, or sign in.');
  }
}

import { Refusal } from '#libs/platform';

export class CredentialRevoked extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'credential_revoked';

  constructor() {
    super('This credential was revoked, and that is final. Passing anew earns a new one.');
  }
}

export class CredentialNotEarned extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'credential_not_earned';

  constructor() {
    super(
      'What this credential stands for is not passed any more. It can be reinstated when it has been passed again.',
    );
  }
}

import { Refusal } from '#libs/platform';

export class NothingToVerify extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'no_credential_there';
}

export class VerifyingByUrlOff extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'verify_by_url_off';

  constructor() {
    super('This server does not fetch from other servers. Download the credential and paste or upload it.');
  }
}

export class AddressUnreadable extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'address_unreadable';

  constructor(why: string) {
    super(`The address gives no credential. ${why}`);
  }
}

export class CredentialWithdrawn extends Refusal {
  readonly kind = 'missing';
  readonly code = 'credential_withdrawn';

  constructor() {
    super('This credential was withdrawn at the wish of its holder; nothing of it is kept.');
  }
}

export class VerificationsThrottled extends Refusal {
  readonly kind = 'limited';
  readonly code = 'verifications_throttled';

  constructor(override readonly retryAfterSeconds: number) {
    super(`Too many credentials from your network. Try again in ${retryAfterSeconds} seconds.`);
  }
}

import { Refusal } from '#libs/platform';

export class CredentialSuspended extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'credential_suspended';

  constructor() {
    super('This badge is suspended. It can be renewed when it has been reinstated.');
  }
}

export class RenewalNotNeeded extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'renewal_not_needed';

  constructor() {
    super('This badge does not expire, so there is nothing to renew.');
  }
}

export class RenewalNotOpen extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'renewal_not_open';

  constructor(opensAt: Date) {
    super(`This badge can be renewed from ${opensAt.toISOString()}, 90 days before it expires.`);
  }
}

export class CertificateFollowsBadges extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'certificate_follows_badges';

  constructor() {
    super(
      'A certificate has no quiz of its own: it is renewed by itself when the badge of every required section holds longer.',
    );
  }
}

export class RenewalSectionGone extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'renewal_section_gone';

  constructor() {
    super(
      'The section of this badge is not part of the course any more, so it cannot be renewed. Ask whoever runs the course.',
    );
  }
}
